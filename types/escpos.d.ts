/** What is used of escpos 3.0.0-alpha.6, which ships no types (those of DefinitelyTyped describe 2.x). */
declare module 'escpos' {
  export interface Adapter {
    write(data: Buffer, callback?: (error?: Error | null) => void): unknown
    close(callback?: () => void): unknown
  }

  export class Printer {
    constructor(adapter: Adapter, options: { encoding: string; width?: number })
    hardware(command: 'init'): this
    setCharacterCodeTable(table: number): this
    align(side: 'lt' | 'ct' | 'rt'): this
    style(type: 'normal' | 'b' | 'u'): this
    /** Multiples less one: 0 is normal, 7 is eight times. */
    size(width: number, height: number): this
    text(content: string, encoding?: string): this
    feed(lines?: number): this
    raw(data: Buffer): this
    cut(partial?: boolean, feedLines?: number): this
    flush(callback?: (error?: Error | null) => void): this
  }

  const escpos: { Printer: typeof Printer }
  export default escpos
}
