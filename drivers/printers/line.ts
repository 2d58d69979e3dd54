import type { LineTrouble } from './printer.ts'

export type SendResult = 'sent' | 'cut-off' | 'stalled' | 'aborted'

/** One way to a printer, whose every wait has an end. Nothing here throws. */
export interface Line {
  isLost(): boolean
  /** Ends when the other side, or the kernel for it, has taken every byte; `stalled` when it took none for `stallMs`. */
  send(bytes: Uint8Array, limits: { stallMs: number; signal: AbortSignal }): Promise<SendResult>
  /** The next `count` bytes that `isWanted`, or as many as came in time; other bytes are thrown away. */
  receive(
    isWanted: (byte: number) => boolean,
    limits: { count: number; withinMs: number; signal: AbortSignal },
  ): Promise<number[]>
  /** Says that nothing more will come and waits for the other side to have it all. */
  end(withinMs: number, signal?: AbortSignal): Promise<'closed' | 'cut-off' | 'still-open'>
  destroy(): void
}

export interface ConnectLimits {
  readonly withinMs: number
  readonly signal: AbortSignal
}
/** Opens a way to the printer, or says why there is none. Never throws. */
export type Connect = (limits: ConnectLimits) => Promise<Line | LineTrouble>

/** What carries the bytes: a socket, a device file, a serial port, a USB device in another process. */
export interface Carrier {
  /** Calls `taken` once the chunk has left; never when the line is lost first. One chunk at a time. */
  write(chunk: Uint8Array, taken: () => void): void
  /** Nothing more will be written: `ended` is told when the other side has it all. */
  finish(): void
  destroy(): void
}

/** What a carrier tells its line. */
export interface CarrierNews {
  data(bytes: Iterable<number>): void
  ended(): void
  failed(): void
}

/** Bytes handed over at a time, so that a stall is noticed. */
const CHUNK = 4_096

/** A line over any carrier. */
export function openLine(carry: (news: CarrierNews) => Carrier): Line {
  let received: number[] = []
  let state: 'open' | 'failed' | 'ended' | 'destroyed' = 'open'
  const watchers = new Set<() => void>()
  const wake = () => {
    for (const watcher of [...watchers]) watcher()
  }
  const become = (next: typeof state) => {
    if (state === 'open' || (state === 'ended' && next !== 'ended')) state = next
    wake()
  }
  const carrier = carry({
    data(bytes) {
      received.push(...bytes)
      wake()
    },
    ended: () => become('ended'),
    failed: () => become('failed'),
  })
  const isLost = () => state !== 'open'

  /** Calls `check` now, at every change and at the deadline, until it gives a value. */
  function until<Value>(
    check: (isLate: boolean) => Value | undefined,
    limits: { withinMs: number; signal: AbortSignal | undefined },
  ): Promise<Value> {
    return new Promise((resolve) => {
      const look = (isLate: boolean) => {
        const value = check(isLate)
        if (value === undefined) return
        clearTimeout(timer)
        watchers.delete(watcher)
        limits.signal?.removeEventListener('abort', late)
        resolve(value)
      }
      const watcher = () => look(false)
      const late = () => look(true)
      const timer = setTimeout(late, limits.withinMs)
      watchers.add(watcher)
      limits.signal?.addEventListener('abort', late, { once: true })
      look(limits.signal?.aborted ?? false)
    })
  }

  async function sendChunk(chunk: Uint8Array, stallMs: number, signal: AbortSignal): Promise<SendResult> {
    let isTaken = false
    carrier.write(chunk, () => {
      isTaken = true
      wake()
    })
    return until<SendResult>(
      (isLate) => {
        if (state === 'failed' || state === 'destroyed') return 'cut-off'
        if (isTaken) return 'sent'
        if (signal.aborted) return 'aborted'
        return isLate ? 'stalled' : undefined
      },
      { withinMs: stallMs, signal },
    )
  }

  return {
    isLost,
    async send(bytes, { stallMs, signal }) {
      for (let from = 0; from < bytes.length; from += CHUNK) {
        if (isLost()) return 'cut-off'
        const result = await sendChunk(bytes.subarray(from, from + CHUNK), stallMs, signal)
        if (result !== 'sent') return result
      }
      return 'sent'
    },
    receive(isWanted, { count, withinMs, signal }) {
      const wanted: number[] = []
      return until(
        (isLate) => {
          for (const byte of received.splice(0)) {
            if (isWanted(byte)) wanted.push(byte)
          }
          return wanted.length >= count || isLate || isLost() ? wanted.slice(0, count) : undefined
        },
        { withinMs, signal },
      )
    },
    end(withinMs, signal) {
      received = []
      carrier.finish()
      return until<'closed' | 'cut-off' | 'still-open'>(
        (isLate) => {
          if (state === 'failed') return 'cut-off'
          if (state !== 'open') return 'closed'
          return isLate ? 'still-open' : undefined
        },
        { withinMs, signal },
      )
    },
    destroy() {
      become('destroyed')
      carrier.destroy()
    },
  }
}
