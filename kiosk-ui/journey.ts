import type { BookingWire } from '../server/contract/booking-wire.ts'
import type { RefusalFacts } from '../ui-kit/refusal-words.ts'
import {
  type Attempt,
  freshJourney,
  type Journey,
  type Locale,
  type Mode,
  oftenShelf,
  type Priority,
  type Sheet,
  type Step,
  type Taken,
} from './journey-state.ts'
import { quietTimeOf } from './quiet-time.ts'
import type { TicketPhase } from './ticket-phase.ts'

/** One visitor's way through the kiosk, as a pure step from event to event; their instants come in from outside. */

/** Steps on the way to a number; they count for nothing once there is one. */
type Choice =
  | { type: 'start' }
  | { type: 'guide' }
  | { type: 'search' }
  | { type: 'ask-priority' }
  | { type: 'shelf'; shelf: string }
  | { type: 'query'; query: string }
  | { type: 'board'; out: boolean }
  | { type: 'booth'; booth: string; only: string | null }
  | { type: 'service'; booth: string; service: string }
  /** `service` is the one that it begins with. */
  | { type: 'errand'; errand: string; service: string }
  | { type: 'other-day' }
  | { type: 'booked'; booking: BookingWire }
  | { type: 'code' }
  | { type: 'look-up'; text: string }
  | { type: 'requirement'; index: number }

/** What a person does; each is a sign that somebody is there. */
type Act =
  | Choice
  | { type: 'touch' }
  | { type: 'locale'; locale: Locale }
  | { type: 'mode'; mode: Mode }
  | { type: 'spoken'; on: boolean }
  | { type: 'sheet'; sheet: Sheet | null }
  | { type: 'back' }
  | { type: 'retry' }
  | { type: 'take'; key: string; priority: Priority | null }
  | { type: 'check-in'; key: string }

/** What a code that was scanned or typed has turned out to be. */
type Found =
  | { type: 'booking'; text: string; booking: BookingWire }
  | { type: 'mine'; text: string; publicCode: string }
  | { type: 'not-found'; text: string; state: 'unknown' | 'unanswered' }

type Answer =
  | { type: 'taken'; key: string; publicCode: string; label: string; takenAt: string; phase: TicketPhase }
  | { type: 'refused'; key: string; refusal: RefusalFacts }
  | { type: 'unanswered'; key: string }

export type JourneyEvent =
  | Act
  | Answer
  | Found
  | { type: 'tick' }
  | { type: 'done' }
  | { type: 'phase'; phase: TicketPhase }

/** The journey after an event at `at`; the very same object when nothing changes. */
export function advance(journey: Journey, event: JourneyEvent, at: number): Journey {
  switch (event.type) {
    case 'tick':
      return leaveIfUntouched(journey, at)
    case 'taken':
    case 'refused':
    case 'unanswered':
      return event.key === journey.attempt?.key ? answered(journey, event, at) : journey
    case 'booking':
    case 'mine':
    case 'not-found':
      return event.text === journey.lookup?.text ? found(journey, event) : journey
    case 'phase':
      return phased(journey, event.phase, at)
    case 'done':
      return freshJourney(at)
    default:
      return touched(act(journey, event), at)
  }
}

const touched = (journey: Journey, at: number): Journey => ({ ...journey, touchedAt: at, askedAt: null })

function act(journey: Journey, event: Act): Journey {
  switch (event.type) {
    case 'touch':
      return journey
    case 'locale':
      return { ...journey, locale: event.locale }
    case 'mode':
      return { ...journey, modes: { ...journey.modes, [event.mode]: !journey.modes[event.mode] } }
    case 'spoken':
      return { ...journey, spoken: event.on, sheet: null }
    case 'sheet':
      return { ...journey, sheet: event.sheet }
    case 'back':
      return back(journey)
    case 'retry':
      return journey.attempt?.state === 'unanswered'
        ? { ...journey, attempt: { ...journey.attempt, state: 'sending' } }
        : journey
    case 'take':
      return take(journey, event)
    case 'check-in':
      return checkIn(journey, event.key)
    default:
      // Once there is a number, or one is being made, the way goes on from there only.
      return journey.taken || journey.attempt?.state === 'sending' ? journey : choose(journey, event)
  }
}

function choose(journey: Journey, event: Choice): Journey {
  switch (event.type) {
    case 'start':
      return goTo({ ...journey, shelf: oftenShelf }, 'agencies')
    case 'guide':
      return goTo(journey, 'guide')
    case 'search':
      return goTo({ ...journey, query: '', board: true }, 'search')
    case 'shelf':
      return { ...journey, shelf: event.shelf, sheet: null }
    case 'query':
      return { ...journey, query: event.query.slice(0, 40) }
    case 'board':
      return { ...journey, board: event.out }
    case 'booth':
      return event.only === null
        ? goTo({ ...journey, booth: event.booth }, 'services')
        : choose(journey, { type: 'service', booth: event.booth, service: event.only })
    case 'service':
      return goTo({ ...journey, booth: event.booth, service: event.service, errand: null, ticked: [] }, 'service')
    case 'errand':
      return goTo({ ...journey, errand: event.errand, service: event.service, booth: null }, 'errand')
    case 'other-day':
      return goTo({ ...journey, attempt: null }, 'other-day')
    case 'booked':
      // It is made: there is no way back to the times.
      return journey.step === 'other-day' ? { ...journey, step: 'booked', trail: [], booking: event.booking } : journey
    case 'code':
      return goTo({ ...journey, query: '', lookup: null }, 'code')
    case 'look-up':
      return goTo({ ...journey, lookup: { text: event.text.slice(0, 200), state: 'looking' } }, 'code')
    case 'requirement':
      return { ...journey, ticked: toggled(journey.ticked, event.index) }
    case 'ask-priority':
      return journey.service === null ? journey : goTo(journey, 'priority')
  }
}

const goTo = (journey: Journey, step: Step): Journey =>
  journey.step === step ? journey : { ...journey, step, trail: [...journey.trail, journey.step], sheet: null }

function back(journey: Journey): Journey {
  if (journey.sheet) return { ...journey, sheet: null }
  if (journey.taken || journey.attempt?.state === 'sending') return journey
  if (journey.attempt?.state === 'refused') return { ...journey, attempt: null }
  const step = journey.trail.at(-1)
  return step ? { ...journey, step, trail: journey.trail.slice(0, -1) } : journey
}

/** A press while the first one is on its way changes nothing; asking again for the same sends the same key. */
function take(journey: Journey, { key, priority }: { key: string; priority: Priority | null }): Journey {
  const { service, errand, locale } = journey
  return service === null ? journey : attempted(journey, { key, service, errand, booking: null, priority, locale })
}

function checkIn(journey: Journey, key: string): Journey {
  const { booking, locale } = journey
  if (!booking) return journey
  const { code, service } = booking
  return attempted(journey, { key, service, errand: null, booking: code, priority: null, locale })
}

type Wish = Omit<Attempt, 'state' | 'refusal'>

function attempted(journey: Journey, wish: Wish): Journey {
  const { attempt } = journey
  if (journey.taken || attempt?.state === 'sending') return journey
  const again = attempt?.state === 'unanswered' && asksTheSame(attempt, wish)
  return {
    ...journey,
    sheet: null,
    attempt: again ? { ...attempt, state: 'sending' } : { ...wish, state: 'sending', refusal: null },
  }
}

const asksTheSame = (a: Wish, b: Wish): boolean =>
  a.service === b.service && a.errand === b.errand && a.booking === b.booking && a.priority === b.priority

function answered(journey: Journey, event: Answer, at: number): Journey {
  const { attempt } = journey
  if (!attempt) return journey
  if (event.type === 'unanswered') return { ...journey, attempt: { ...attempt, state: 'unanswered' } }
  if (event.type === 'refused') {
    return touched({ ...journey, attempt: { ...attempt, state: 'refused', refusal: event.refusal } }, at)
  }
  const { publicCode, label, takenAt, phase } = event
  const taken: Taken = { publicCode, label, takenAt, phase, service: attempt.service }
  return touched({ ...journey, step: 'ticket', trail: [], sheet: null, attempt: null, taken }, at)
}

/** A slip that came out, or did not, starts the quiet time anew. */
function phased(journey: Journey, phase: TicketPhase, at: number): Journey {
  if (!journey.taken || journey.taken.phase === phase) return journey
  return touched({ ...journey, taken: { ...journey.taken, phase } }, at)
}

function leaveIfUntouched(journey: Journey, at: number): Journey {
  const quiet = quietTimeOf(journey)
  if (!quiet) return journey
  if (journey.askedAt !== null) {
    return at - journey.askedAt >= (quiet.noticeMs ?? 0) ? freshJourney(at) : journey
  }
  if (at - journey.touchedAt < quiet.untouchedMs) return journey
  return quiet.noticeMs === null ? freshJourney(at) : { ...journey, askedAt: at }
}

function found(journey: Journey, event: Found): Journey {
  switch (event.type) {
    case 'booking':
      return goTo({ ...journey, lookup: null, booking: event.booking, ticked: [] }, 'booking')
    case 'mine':
      return goTo({ ...journey, lookup: null, mine: event.publicCode }, 'mine')
    case 'not-found':
      return { ...journey, lookup: { text: event.text, state: event.state } }
  }
}

const toggled = (list: readonly number[], value: number): readonly number[] =>
  list.includes(value) ? list.filter((each) => each !== value) : [...list, value]
