import type { DeviceReport } from './contract/devices.ts'

const dayMs = 24 * 3_600_000
const reloadMs = 30_000

interface Present {
  connections: number
  /** Of the first of its connections; null while it has none. */
  since: number | null
  startedAt: number | null
  gone: number[]
  /** Until then its going is no fault: it was told to reload. */
  reloadsUntil: number
}

/** Who of the paired devices is there, and how often each has gone; in memory, real time. */
export function createPresence(now: () => number) {
  const present = new Map<string, Present>()
  const of = (id: string): Present => {
    const known = present.get(id) ?? { connections: 0, since: null, startedAt: null, gone: [], reloadsUntil: 0 }
    present.set(id, known)
    return known
  }
  return {
    /** One more connection; the answer ends it, and doing that twice is safe. */
    come: (id: string): (() => void) => {
      const one = of(id)
      one.connections++
      one.since ??= now()
      let isHere = true
      return () => {
        if (!isHere) return
        isHere = false
        if (--one.connections > 0) return
        one.since = null
        one.startedAt = null
        one.gone = one.gone.filter((at) => at > now() - dayMs)
        if (now() > one.reloadsUntil) one.gone.push(now())
      }
    },
    report: (id: string, { uptimeMs }: DeviceReport): void => {
      of(id).startedAt = now() - uptimeMs
    },
    willReload: (id: string): void => {
      of(id).reloadsUntil = now() + reloadMs
    },
    drop: (id: string): void => void present.delete(id),
    /** Null: not connected. */
    since: (id: string): number | null => present.get(id)?.since ?? null,
    uptimeMs: (id: string): number | null => {
      const startedAt = present.get(id)?.startedAt ?? null
      return startedAt === null ? null : now() - startedAt
    },
    disconnects: (id: string): number => (present.get(id)?.gone ?? []).filter((at) => at > now() - dayMs).length,
  }
}
