/** What a code stands for: a booking or a number that was taken before. */
export type Scanned = { booking: string } | { number: string }

const bookingLetters = 8
const numberLetters = 13

/** Reads what a scanner or a person has typed: the address of a page, or a bare code however it is spaced. Null = neither. */
export function readScan(text: string): Scanned | null {
  const [, page, code = ''] = /\/([bt])\/([^/?#\s]+)/.exec(text) ?? []
  if (page === 'b') return { booking: code.toUpperCase() }
  if (page === 't') return { number: code.toLowerCase() }
  const bare = text.replace(/[\s-]/g, '')
  if (!/^[a-z0-9]+$/i.test(bare)) return null
  if (bare.length === bookingLetters) return { booking: bare.toUpperCase() }
  if (bare.length === numberLetters) return { number: bare.toLowerCase() }
  return null
}

/** A booking's code as people read it: "K7M3 PX9Q". */
export const codeText = (code: string): string =>
  code
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')
    .trim()
