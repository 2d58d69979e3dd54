import type { Announcement, PaceClock, Speaker } from '../../drivers/speakers/speaker.ts'
import { type SoundPolicy, usualSoundPolicy } from '../contract/site-sound.ts'
import type { AnnouncementMaker, NoticeMaker } from './announcement.ts'
import type { AnnouncementFate, AnnouncementLog, Call } from './call.ts'
import { isAlarm, type Notice, type NoticeEnd } from './notice.ts'
import { playEverywhere } from './playing.ts'
import { measuresFor, nextStep } from './sound-step.ts'

/** What the building says of its sound; each question is asked anew when a call's turn comes. */
export interface SoundRules {
  policy(): SoundPolicy
  /** Zones that hear each other have one area, and one queue. */
  areaOf(zone: string): string
  /** Per cent; 0 = quiet hours. An alarm and a sound test do not know of hours. */
  volumeOf(zone: string, regardless: boolean): number
  /** Somebody has silenced the area for a while; what is spoken comes to its end first. */
  isPaused(area: string): boolean
  /** Whether sentences name counters by their booth. */
  namesBooths(): boolean
}

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
  rules?: Partial<SoundRules>
  onFate?: (fate: AnnouncementFate) => void
  /** Somebody begins or ends to speak in a zone. */
  onTurn?: (zone: string) => void
  /** For a problem that no one waits for: a failed speaker, a fate that could not be kept. */
  warn?: (details: object, message: string) => void
}

export type AreaState = {
  area: string
  speaking: { zone: string; label: string; kind: string } | null
  /** Labels of calls, in their order. */
  waiting: readonly { zone: string; label: string }[]
  notices: readonly { zone: string; kind: string }[]
}

/** R5.2: one queue for each sound area, in order, never two at once; R5.4: a call never waits for any of it. */
export interface Arbiter extends AsyncDisposable {
  /** Puts a call in its queue and returns. Never throws; after closing it does nothing. */
  announce(call: Call): void
  /** Speaks a notice next, after the announcement in progress and the notices before it; an alarm before these. Never throws. */
  say(notice: Notice): void
  /** After a restart, before the first `announce`: speaks those of the calls that have not been spoken yet. */
  resume(calls: readonly Call[]): Promise<void>
  /** A pause has ended: what waited goes on. */
  wake(): void
  state(): AreaState[]
  /** Ends when every queue is empty, or waits for the end of a pause, and every fate is kept. */
  idle(): Promise<void>
}

/** Between two announcements, in ms of the hall's clock. */
const breathMs = 400

/** What the hub says by itself is of the moment; after a longer pause it would not be true any more, ms of the hall's clock. */
const staleAfterMs = 5 * 60_000

type Spoken = { readonly notice: Notice } | { readonly calls: readonly [Call, ...Call[]]; readonly isShort: boolean }
type Area = { name: string; notices: Notice[]; waiting: Call[]; speaking: Spoken | null; running: Promise<void> | null }
type Outcome = Pick<AnnouncementFate, 'state' | 'reason'>

const usualRules: SoundRules = {
  policy: () => usualSoundPolicy,
  areaOf: (zone) => zone,
  volumeOf: () => 100,
  isPaused: () => false,
  namesBooths: () => true,
}

/** Each call ends with one fate; only those still in line at closing have none yet. */
export function createArbiter(options: ArbiterOptions): Arbiter {
  const { make, makeNotice, speakers, clock, isStillCalled, announcements, onFate, onTurn, warn } = options
  const rules = { ...usualRules, ...options.rules }
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

  const tellFate = (fate: AnnouncementFate): void => {
    try {
      onFate?.(fate)
    } catch (error) {
      warn?.({ error, call: fate.callSeq }, 'a listener to the fates of calls failed')
    }
  }

  const settle = (call: Call, { state, reason }: Outcome, into: number | null = null): void => {
    const { seq: callSeq, zone, label } = call
    const fate = { callSeq, zone, label, call: call.call, state, reason, into, endedAt: clock.now() }
    const kept = Promise.resolve(fate)
      .then((it) => announcements.record(it))
      .catch((error: unknown) => warn?.({ error, call: callSeq }, 'the fate of a call could not be kept'))
      .finally(() => keeping.delete(kept))
    keeping.add(kept)
    tellFate(fate)
  }

  const play = (announcement: Announcement, regardless = false) => {
    const { zone } = announcement
    const told = { ...announcement, volume: rules.volumeOf(zone, regardless) }
    return playEverywhere(told, speakers(zone), { clock, closing: closing.signal, stuck, warn })
  }

  /** The notice whose turn it is, taken from its queue; those that have lost their sense end here. */
  const takeNotice = (area: Area): Notice | null => {
    const isPaused = rules.isPaused(area.name)
    for (;;) {
      const at = area.notices.findIndex(({ news }) => !isPaused || isAlarm(news))
      const notice = area.notices[at]
      if (!notice) return null
      area.notices.splice(at, 1)
      const end = endOf(notice)
      if (!end) return notice
      notice.onEnd?.(end)
    }
  }
  const endOf = ({ at, zone, news, isComposed, isWithdrawn }: Notice): NoticeEnd | null => {
    if (isWithdrawn?.()) return { state: 'dropped', reason: 'withdrawn' }
    if (!isComposed && clock.now() - at > staleAfterMs) return { state: 'dropped', reason: 'too-late' }
    const isSilent = rules.volumeOf(zone, isAlarm(news) || news.kind === 'test') === 0
    return isSilent ? { state: 'screen-only', reason: 'quiet-hours' } : null
  }

  /** In a pause calls wait; only where the site says so they are on the screens alone. */
  const settlePaused = (area: Area): void => {
    const policy = rules.policy()
    for (const call of area.waiting.filter((one) => measuresFor(policy, one).screenOnly)) {
      area.waiting.splice(area.waiting.indexOf(call), 1)
      settle(call, stillCalled(call) ? { state: 'screen-only', reason: 'paused' } : noLongerCalled)
    }
  }

  const take = (area: Area): Spoken | null => {
    const notice = takeNotice(area)
    if (notice) return { notice }
    if (rules.isPaused(area.name)) {
      settlePaused(area)
      return null
    }
    for (let [call, ...after] = area.waiting; call; [call, ...after] = area.waiting) {
      const volume = rules.volumeOf(call.zone, false)
      const step = nextStep([call, ...after], {
        policy: rules.policy(),
        volume,
        isStillCalled: stillCalled,
        namesBooths: rules.namesBooths(),
      })
      area.waiting.splice(0, step.kind === 'speak' ? step.calls.length : 1)
      if (step.kind === 'speak') return step
      settle(call, step.kind === 'drop' ? noLongerCalled : { state: 'screen-only', reason: step.reason })
    }
    return null
  }

  const sound = async ([call, ...others]: readonly [Call, ...Call[]], isShort: boolean): Promise<Outcome> => {
    const announcement = await make(call, { others, isShort })
    const result = await play(announcement)
    if (result !== 'played') return { state: 'failed', reason: result }
    if (announcement.sentence === '') return { state: 'failed', reason: 'no-voice' }
    return isShort ? { state: 'shortened', reason: 'busy' } : { state: 'spoken', reason: null }
  }

  const speakCalls = async (calls: readonly [Call, ...Call[]], isShort: boolean): Promise<void> => {
    const [call, ...others] = calls
    const outcome = await sound(calls, isShort).catch((error: unknown): Outcome => {
      warn?.({ error, call: call.seq }, 'an announcement failed')
      return { state: 'failed', reason: 'unexpected' }
    })
    const isFailed = outcome.state === 'failed'
    if (closing.signal.aborted && isFailed) return
    settle(call, outcome)
    for (const other of others) {
      if (isFailed) settle(other, outcome)
      else settle(other, { state: 'merged', reason: 'neighbour' }, call.seq)
    }
  }

  /** The screens say it too, so no call waits for what becomes of it. */
  const speakNotice = async (notice: Notice): Promise<void> => {
    const announcement = await makeNotice?.(notice).catch((error: unknown) => {
      warn?.({ error, notice: notice.news.kind }, 'a notice failed')
      return null
    })
    if (!announcement) return notice.onEnd?.({ state: 'failed', reason: 'no-voice' })
    const result = await play(announcement, isAlarm(notice.news) || notice.news.kind === 'test')
    notice.onEnd?.(result === 'played' ? { state: 'spoken', reason: null } : { state: 'failed', reason: result })
  }

  const drain = async (area: Area): Promise<void> => {
    for (let next = take(area); next && !closing.signal.aborted; next = take(area)) {
      area.speaking = next
      onTurn?.(zoneOf(next))
      if ('notice' in next) await speakNotice(next.notice)
      else await speakCalls(next.calls, next.isShort)
      area.speaking = null
      onTurn?.(zoneOf(next))
      if (area.notices.length + area.waiting.length > 0)
        await clock.sleep(breathMs, closing.signal).catch(() => undefined)
    }
    // In the same turn as the last look at the line, so that no call can come in between and be left standing.
    area.running = null
  }

  const run = (area: Area): void => {
    area.running ??= Promise.resolve().then(() => drain(area))
  }
  const named = (name: string): Area => {
    const area = areas.get(name) ?? { name, notices: [], waiting: [], speaking: null, running: null }
    areas.set(name, area)
    return area
  }
  /** A zone that was given another area stays in the old one until nothing of it waits there. */
  const areaFor = (zone: string): Area =>
    [...areas.values()].find((area) => isIn(area, zone)) ?? named(rules.areaOf(zone))
  const put = (zone: string, add: (area: Area) => void): void => {
    if (closing.signal.aborted) return
    const area = areaFor(zone)
    add(area)
    run(area)
  }

  /** Recalls of one call that still wait are one: the latest. A first call waits on for its own turn (R5.2). */
  const dropEarlier = (area: Area, call: Call): void => {
    if (call.call < 2) return
    for (const earlier of area.waiting.filter((one) => one.ticket === call.ticket && one.call > 1)) {
      area.waiting.splice(area.waiting.indexOf(earlier), 1)
      settle(earlier, { state: 'merged', reason: 'called-again' }, call.seq)
    }
  }
  const announce = (call: Call): void =>
    put(call.zone, (area) => {
      dropEarlier(area, call)
      area.waiting.push(call)
    })

  const idle = async (): Promise<void> => {
    for (;;) {
      const busy = [...[...areas.values()].flatMap((area) => area.running ?? []), ...keeping]
      if (busy.length === 0) return
      await Promise.all(busy)
    }
  }

  return {
    announce,
    say: (notice) =>
      put(notice.zone, ({ notices }) => {
        const behind = isAlarm(notice.news) ? notices.findIndex(({ news }) => !isAlarm(news)) : -1
        notices.splice(behind < 0 ? notices.length : behind, 0, notice)
      }),
    idle,
    wake() {
      if (!closing.signal.aborted) areas.forEach(run)
    },
    async resume(calls) {
      const settled = await announcements.settled(calls.map((call) => call.seq)).catch((error: unknown) => {
        warn?.({ error }, 'could not tell which calls have been spoken: all are spoken again')
        return []
      })
      settled.forEach(tellFate)
      const known = new Set(settled.map(({ callSeq }) => callSeq))
      const left = calls.filter((call) => !known.has(call.seq))
      for (const call of left.sort((a, b) => a.seq - b.seq)) announce(call)
    },
    state: () =>
      [...areas.values()].map(({ name, speaking, waiting, notices }) => ({
        area: name,
        speaking: speaking && stateOf(speaking),
        waiting: waiting.map(({ zone, label }) => ({ zone, label })),
        notices: notices.map(({ zone, news }) => ({ zone, kind: news.kind })),
      })),
    async [Symbol.asyncDispose]() {
      closing.abort()
      await idle()
    },
  }
}

const noLongerCalled: Outcome = { state: 'dropped', reason: 'no-longer-called' }

const zoneOf = (spoken: Spoken): string => ('notice' in spoken ? spoken.notice.zone : spoken.calls[0].zone)

const isIn = ({ speaking, waiting, notices }: Area, zone: string): boolean =>
  (speaking !== null && zoneOf(speaking) === zone) || [...waiting, ...notices].some((one) => one.zone === zone)

function stateOf(spoken: Spoken): NonNullable<AreaState['speaking']> {
  if ('notice' in spoken) return { zone: spoken.notice.zone, label: '', kind: spoken.notice.news.kind }
  const labels = spoken.calls.map(({ label }) => label).join(', ')
  return { zone: zoneOf(spoken), label: labels, kind: 'call' }
}
