import type { PaceClock, Speaker } from '../../drivers/speakers/speaker.ts'
import type { AnnouncementMaker } from './announcement.ts'
import type { AnnouncementFate, AnnouncementLog, Call } from './call.ts'
import { playEverywhere } from './playing.ts'

export type ArbiterOptions = {
  make: AnnouncementMaker
  /** The loudspeakers of a zone; they play at the same time. */
  speakers: (zone: string) => readonly Speaker[]
  /** The hall's clock. */
  clock: PaceClock
  /** Whether the ticket of this call is still *called* by it (R5.2). */
  isStillCalled: (call: Call) => boolean
  announcements: AnnouncementLog
  /** Zones that hear each other have one area, and one queue. By default each zone is its own. */
  areaOf?: (zone: string) => string
  onFate?: (fate: AnnouncementFate) => void
  /** For a problem that no one waits for: a failed speaker, a fate that could not be kept. */
  warn?: (details: object, message: string) => void
}

export type AreaState = { area: string; speaking: string | null; waiting: readonly string[] }

/** R5.2: one queue for each sound area, in order, never two at once; R5.4: a call never waits for any of it. */
export interface Arbiter extends AsyncDisposable {
  /** Puts a call in its queue and returns. Never throws; after closing it does nothing. */
  announce(call: Call): void
  /** After a restart, before the first `announce`: speaks those of the calls that have not been spoken yet. */
  resume(calls: readonly Call[]): Promise<void>
  state(): AreaState[]
  /** Ends when every queue is empty and every fate is kept. */
  idle(): Promise<void>
}

/** Between two announcements, in ms of the hall's clock. */
const breathMs = 400

type Area = { waiting: Call[]; speaking: Call | null; running: Promise<void> | null }

/** Each call ends with one fate, spoken, dropped or failed; only those still in line at closing have none yet. */
export function createArbiter(options: ArbiterOptions): Arbiter {
  const { make, speakers, clock, isStillCalled, announcements, areaOf = (zone) => zone, onFate, warn } = options
  const areas = new Map<string, Area>()
  const keeping = new Set<Promise<void>>()
  const closing = new AbortController()
  const stuck = new WeakSet<Speaker>()

  const stillCalled = (call: Call): boolean => {
    try {
      return isStillCalled(call)
    } catch (error) {
      warn?.({ error, call: call.seq }, 'could not tell whether a number is still called: it is spoken')
      return true
    }
  }

  const settle = async (call: Call): Promise<Pick<AnnouncementFate, 'state' | 'reason'>> => {
    if (!stillCalled(call)) return { state: 'dropped', reason: 'no-longer-called' }
    const announcement = await make(call)
    const result = await playEverywhere(announcement, speakers(call.zone), {
      clock,
      closing: closing.signal,
      stuck,
      warn,
    })
    if (result !== 'played') return { state: 'failed', reason: result }
    return announcement.sentence === '' ? { state: 'failed', reason: 'no-voice' } : { state: 'spoken', reason: null }
  }

  const keep = (fate: AnnouncementFate): void => {
    const kept = Promise.resolve(fate)
      .then((it) => announcements.record(it))
      .catch((error: unknown) => warn?.({ error, call: fate.callSeq }, 'the fate of a call could not be kept'))
      .finally(() => keeping.delete(kept))
    keeping.add(kept)
    try {
      onFate?.(fate)
    } catch (error) {
      warn?.({ error, call: fate.callSeq }, 'a listener to the fates of calls failed')
    }
  }

  const drain = async (area: Area): Promise<void> => {
    for (let call = area.waiting.shift(); call && !closing.signal.aborted; call = area.waiting.shift()) {
      area.speaking = call
      const { seq: callSeq, zone, label } = call
      const outcome = await settle(call).catch((error: unknown) => {
        warn?.({ error, call: callSeq }, 'an announcement failed')
        return { state: 'failed', reason: 'unexpected' } as const
      })
      area.speaking = null
      if (closing.signal.aborted && outcome.state === 'failed') break
      keep({ callSeq, zone, label, ...outcome, endedAt: clock.now() })
      if (outcome.state !== 'dropped' && area.waiting.length > 0)
        await clock.sleep(breathMs, closing.signal).catch(() => undefined)
    }
    // In the same turn as the last look at the line, so that no call can come in between and be left standing.
    area.running = null
  }

  const announce = (call: Call): void => {
    if (closing.signal.aborted) return
    const name = areaOf(call.zone)
    const area = areas.get(name) ?? { waiting: [], speaking: null, running: null }
    areas.set(name, area)
    area.waiting.push(call)
    area.running ??= Promise.resolve().then(() => drain(area))
  }

  const idle = async (): Promise<void> => {
    for (;;) {
      const busy = [...[...areas.values()].flatMap((area) => area.running ?? []), ...keeping]
      if (busy.length === 0) return
      await Promise.all(busy)
    }
  }

  return {
    announce,
    idle,
    async resume(calls) {
      const spoken = await announcements.spoken(calls.map((call) => call.seq)).catch((error: unknown) => {
        warn?.({ error }, 'could not tell which calls have been spoken: all are spoken again')
        return new Set<number>()
      })
      const left = calls.filter((call) => !spoken.has(call.seq))
      for (const call of left.sort((a, b) => a.seq - b.seq)) announce(call)
    },
    state: () =>
      [...areas].map(([area, { speaking, waiting }]) => ({
        area,
        speaking: speaking?.label ?? null,
        waiting: waiting.map((call) => call.label),
      })),
    async [Symbol.asyncDispose]() {
      closing.abort()
      await idle()
    },
  }
}
