import type { CallRecord } from '../contract/hall.ts'
import type { LiveHall } from '../hall.ts'
import type { SpokenState } from '../readings/counter.ts'
import { callState } from '../readings/displays.ts'
import type { Arbiter } from './arbiter.ts'
import type { AnnouncementFate, Call } from './call.ts'

/** What the loudspeakers are told of a call. */
function callOf({ told }: LiveHall, record: CallRecord): Call | null {
  const { catalogue } = told
  const ticket = told.tickets.get(record.ticket)
  if (!catalogue || !ticket || !catalogue.counters.has(record.counter)) return null
  const booth = catalogue.boothOfCounter(record.counter)
  return {
    seq: record.seq,
    at: record.at,
    ticket: ticket.id,
    label: ticket.label,
    zone: booth.zone,
    sign: booth.sign,
    boothCode: booth.code,
    floor: catalogue.floors.size > 1 ? booth.floor : null,
    counter: record.counter,
    counterInBooth: catalogue.countersOfBooth(booth.code).length > 1 ? catalogue.counterInBooth(record.counter) : null,
    call: record.call,
    english: ticket.english,
  }
}

/** R5.2: spoken unless it is no longer called by that call when its turn comes. */
export const isStillCalled = (hall: LiveHall, call: Call): boolean => callState(hall.told, call) === 'called'

/**
 * Every call and recall goes to the loudspeakers of its zone; the call itself waits for none of it (R5.4).
 * What a stop of the hub left unspoken is spoken first, but for what `hasSaid` knows of. Returns its own undo.
 */
export async function announceCalls(
  arbiter: Arbiter,
  hall: LiveHall,
  hasSaid: (call: Call) => Promise<boolean>,
): Promise<() => void> {
  const called = hall.told.calls
    .flatMap((record) => callOf(hall, record) ?? [])
    .filter((call) => isStillCalled(hall, call))
  const said = await Promise.all(called.map(hasSaid))
  await arbiter.resume(called.filter((_call, index) => !said[index]))
  return hall.subscribe((events) => {
    for (const event of events) {
      if (event.type !== 'called' && event.type !== 'recalled' && event.type !== 'handed-over') continue
      const record = hall.told.calls.findLast(({ seq }) => seq === event.seq)
      const call = record && callOf(hall, record)
      // Whoever is served already and handed over needs no voice.
      if (call && (event.type !== 'handed-over' || isStillCalled(hall, call))) arbiter.announce(call)
    }
  })
}

/** What a fate is to the officer who called; a merged call is what the call is that it went into. */
const shownFates = {
  spoken: 'spoken',
  shortened: 'spoken',
  merged: 'spoken',
  'screen-only': 'screen',
  dropped: 'none',
  failed: 'failed',
} as const satisfies Record<AnnouncementFate['state'], ReturnType<SpokenState>>

/** How the loudspeakers stand with the latest call of each ticket, for the officer who called it. */
export function followSpeech(hall: LiveHall) {
  const fates = new Map<number, AnnouncementFate['state']>()
  let tell = (_counter: number) => {}
  return {
    settle: ({ callSeq, state }: AnnouncementFate): void => {
      fates.set(callSeq, state)
      const record = hall.told.calls.findLast(({ seq }) => seq === callSeq)
      if (record) tell(record.counter)
      for (const old of [...fates.keys()].slice(0, -fatesKept)) fates.delete(old)
    },
    stateOf: ((ticket) => {
      const record = hall.told.calls.findLast((one) => one.ticket === ticket)
      // R5.11: who was served at once at the desk was never called.
      if (!record || record.call === 0) return 'none'
      const fate = fates.get(record.seq)
      return fate === undefined ? 'waiting' : shownFates[fate]
    }) satisfies SpokenState,
    /** Whom to tell that a counter's call has been settled. */
    tellWhenSettled: (listener: (counter: number) => void): void => {
      tell = listener
    },
  }
}

const fatesKept = 500
