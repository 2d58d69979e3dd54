import type { Announcement, PaceClock, Speaker } from '../../drivers/speakers/speaker.ts'
import type { AnnouncementMaker, NoticeMaker } from './announcement.ts'
import type { AnnouncementFate, AnnouncementLog, Call } from './call.ts'
import type { Notice } from './notice.ts'
import { playEverywhere } from './playing.ts'

export type ArbiterOptions = {
  make: AnnouncementMaker
  makeNotice?: NoticeMaker
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
  /** Speaks a notice next, after the announcement in progress and the notices before it. Never throws. */
  say(notice: Notice): void
  /** After a restart, before the first `announce`: speaks those of the calls that have not been spoken yet. */
  resume(calls: readonly Call[]): Promise<void>
  state(): AreaState[]
  /** Ends when every queue is empty and every fate is kept. */
  idle(): Promise<void>
}

/** Between two announcements, in ms of the hall's clock. */
const breathMs = 400

type Area = { notices: Notice[]; waiting: Call[]; speaking: Call | Notice | null; running: Promise<void> | null }

/** Each call ends with one fate, spoken, dropped or failed; only those still in line at closing have none yet. */
export function createArbiter(options: ArbiterOptions): Arbiter {
  const {
    make,
    makeNotice,
    speakers,
    clock,
    isStillCalled,
    announcements,
    areaOf = (zone) => zone,
    onFate,
    warn,
  } = options
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

  const play = (announcement: Announcement) =>
    playEverywhere(announcement, speakers(announcement.zone), { clock, closing: closing.signal, stuck, warn })

  const settle = async (call: Call): Promise<Pick<AnnouncementFate, 'state' | 'reason'>> => {
    if (!stillCalled(call)) return { state: 'dropped', reason: 'no-longer-called' }
    const announcement = await make(call)
    const result = await play(announcement)
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

  /** Whether anything was heard. */
  const speak = async (call: Call): Promise<boolean> => {
    const { seq: callSeq, zone, label } = call
    const outcome = await settle(call).catch((error: unknown) => {
      warn?.({ error, call: callSeq }, 'an announcement failed')
      return { state: 'failed', reason: 'unexpected' } as const
    })
    if (closing.signal.aborted && outcome.state === 'failed') return false
    keep({ callSeq, zone, label, ...outcome, endedAt: clock.now() })
    return outcome.state !== 'dropped'
  }

  /** The screens say it too, so nobody waits for what becomes of it. */
  const speakNotice = async (notice: Notice): Promise<boolean> => {
    const announcement = await makeNotice?.(notice).catch((error: unknown) => {
      warn?.({ error, notice: notice.news.kind }, 'a notice failed')
      return null
    })
    return announcement ? (await play(announcement)) === 'played' : false
  }

  const drain = async (area: Area): Promise<void> => {
    for (let next = nextOf(area); next && !closing.signal.aborted; next = nextOf(area)) {
      area.speaking = next
      const isHeard = 'news' in next ? await speakNotice(next) : await speak(next)
      area.speaking = null
      if (isHeard && area.notices.length + area.waiting.length > 0)
        await clock.sleep(breathMs, closing.signal).catch(() => undefined)
    }
    // In the same turn as the last look at the line, so that no call can come in between and be left standing.
    area.running = null
  }

  const put = (zone: string, add: (area: Area) => void): void => {
    if (closing.signal.aborted) return
    const name = areaOf(zone)
    const area = areas.get(name) ?? { notices: [], waiting: [], speaking: null, running: null }
    areas.set(name, area)
    add(area)
    area.running ??= Promise.resolve().then(() => drain(area))
  }
  const announce = (call: Call): void => put(call.zone, ({ waiting }) => void waiting.push(call))

  const idle = async (): Promise<void> => {
    for (;;) {
      const busy = [...[...areas.values()].flatMap((area) => area.running ?? []), ...keeping]
      if (busy.length === 0) return
      await Promise.all(busy)
    }
  }

  return {
    announce,
    say: (notice) => put(notice.zone, ({ notices }) => void notices.push(notice)),
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
        speaking: speaking && ('news' in speaking ? speaking.news.kind : speaking.label),
        waiting: waiting.map((call) => call.label),
      })),
    async [Symbol.asyncDispose]() {
      closing.abort()
      await idle()
    },
  }
}

/** A notice goes before the calls that wait; calls keep their order among themselves (R5.2). */
const nextOf = ({ notices, waiting }: Area): Notice | Call | undefined => notices.shift() ?? waiting.shift()
