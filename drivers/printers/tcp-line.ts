import { Socket } from 'node:net'

export type SendResult = 'sent' | 'cut-off' | 'stalled' | 'aborted'

/** One TCP connection whose every wait has an end. Nothing here throws. */
export interface Line {
  isLost(): boolean
  /** Ends when the kernel has taken every byte; `stalled` when it took none for `stallMs`. */
  send(bytes: Uint8Array, limits: { stallMs: number; signal: AbortSignal }): Promise<SendResult>
  /** The next `count` bytes that `isWanted`, or as many as came in time; other bytes are thrown away. */
  receive(
    isWanted: (byte: number) => boolean,
    limits: { count: number; withinMs: number; signal: AbortSignal },
  ): Promise<number[]>
  /** Says that nothing more will come and waits for the other side to close. */
  end(withinMs: number, signal?: AbortSignal): Promise<'closed' | 'cut-off' | 'still-open'>
  destroy(): void
}

/** Bytes handed to the kernel at a time, so that a stall is noticed. */
const CHUNK = 4_096

/** Null when nobody answers in time or the signal is aborted. */
export function connect(target: {
  host: string
  port: number
  withinMs: number
  signal: AbortSignal
}): Promise<Line | null> {
  const socket = new Socket()
  socket.setNoDelay(true)
  return new Promise((resolve) => {
    const settle = (line: Line | null) => {
      clearTimeout(timer)
      target.signal.removeEventListener('abort', giveUp)
      socket.off('error', giveUp)
      if (line === null) {
        socket.on('error', () => undefined)
        socket.destroy()
      }
      resolve(line)
    }
    const giveUp = () => settle(null)
    const timer = setTimeout(giveUp, target.withinMs)
    target.signal.addEventListener('abort', giveUp, { once: true })
    socket.once('error', giveUp)
    socket.connect({ host: target.host, port: target.port }, () => settle(openLine(socket)))
  })
}

function openLine(socket: Socket): Line {
  let received: number[] = []
  let failed = false
  let hasEnded = false
  const watchers = new Set<() => void>()
  const wake = () => {
    for (const watcher of [...watchers]) watcher()
  }
  socket.on('error', () => {
    failed = true
    wake()
  })
  socket.on('end', () => {
    hasEnded = true
    wake()
  })
  socket.on('close', wake)
  socket.on('data', (data) => {
    received.push(...data)
    wake()
  })
  const isLost = () => failed || socket.destroyed || hasEnded

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
    socket.write(chunk, () => {
      isTaken = true
      wake()
    })
    return until<SendResult>(
      (isLate) => {
        if (failed || socket.destroyed) return 'cut-off'
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
      socket.end()
      return until<'closed' | 'cut-off' | 'still-open'>(
        (isLate) => {
          if (failed) return 'cut-off'
          if (hasEnded || socket.destroyed) return 'closed'
          return isLate ? 'still-open' : undefined
        },
        { withinMs, signal },
      )
    },
    destroy: () => void socket.destroy(),
  }
}
