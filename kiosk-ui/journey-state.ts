import type { BookingWire } from '../server/contract/booking-wire.ts'
import type { RefusalFacts } from '../ui-kit/refusal-words.ts'
import type { TicketPhase } from './ticket-phase.ts'

/** Where one visitor stands on the way through the kiosk. Instants are ms of one steady clock. */

export type Step =
  | 'welcome'
  | 'guide'
  | 'agencies'
  | 'search'
  | 'services'
  | 'service'
  | 'errand'
  | 'priority'
  | 'code'
  | 'booking'
  | 'other-day'
  | 'booked'
  | 'mine'
  | 'ticket'
export type Mode = 'large' | 'contrast' | 'low'
export type Modes = Readonly<Record<Mode, boolean>>
export type Sheet = 'access' | 'help' | 'shelves' | 'uncertain'
export type Priority = 'elderly' | 'disability' | 'pregnancy' | 'infant'
export type Locale = 'id' | 'en'

/** Shelves of the directory that are not a category; `*` never begins a category's code. */
export const oftenShelf = '*often'
export const allShelf = '*all'
/** Errands that lead over several booths. */
export const errandShelf = '*errands'

/** One request for a number. The key makes it happen once, however often it is pressed or sent. */
export interface Attempt {
  readonly key: string
  readonly service: string
  /** The errand that the service begins, by its code. */
  readonly errand: string | null
  /** The booking that is checked in, by its code. */
  readonly booking: string | null
  readonly priority: Priority | null
  readonly locale: Locale
  readonly state: 'sending' | 'unanswered' | 'refused'
  readonly refusal: RefusalFacts | null
}

export interface Taken {
  readonly publicCode: string
  readonly label: string
  readonly service: string
  /** ISO 8601. */
  readonly takenAt: string
  readonly phase: TicketPhase
}

/** What was scanned or typed, while nobody knows yet what it is, or when it is nothing that is known here. */
export interface Lookup {
  readonly text: string
  readonly state: 'looking' | 'unknown' | 'unanswered'
}

export interface Journey {
  readonly step: Step
  /** The steps behind this one, nearest last. */
  readonly trail: readonly Step[]
  readonly locale: Locale
  readonly modes: Modes
  /** The voice guide is on: pages are read out, and the tactile pad leads through them. */
  readonly spoken: boolean
  readonly shelf: string
  readonly query: string
  /** The typing board is out. */
  readonly board: boolean
  readonly booth: string | null
  readonly service: string | null
  readonly errand: string | null
  readonly lookup: Lookup | null
  /** The booking that is shown, or has just been made. */
  readonly booking: BookingWire | null
  /** The public code of the number that is shown again. */
  readonly mine: string | null
  /** Positions of the requirements that the visitor has ticked off. */
  readonly ticked: readonly number[]
  readonly sheet: Sheet | null
  readonly attempt: Attempt | null
  readonly taken: Taken | null
  readonly touchedAt: number
  /** Since when the kiosk asks whether anybody is there. */
  readonly askedAt: number | null
}

/** Everything as it is for the next visitor. */
export const freshJourney = (at: number): Journey => ({
  step: 'welcome',
  trail: [],
  locale: 'id',
  modes: { large: false, contrast: false, low: false },
  spoken: false,
  shelf: oftenShelf,
  query: '',
  board: true,
  booth: null,
  service: null,
  errand: null,
  lookup: null,
  booking: null,
  mine: null,
  ticked: [],
  sheet: null,
  attempt: null,
  taken: null,
  touchedAt: at,
  askedAt: null,
})

/** A journey read back after the page was loaded again: the visitor is taken to be there. */
export const resumed = (journey: Journey, at: number): Journey => ({
  ...journey,
  touchedAt: at,
  askedAt: null,
  attempt: journey.attempt?.state === 'sending' ? { ...journey.attempt, state: 'unanswered' } : journey.attempt,
})

/** The request for a number: one key never stands for two of them. */
export function requestOf(attempt: Attempt, kiosk: string): { path: string; body: object } {
  const { service, errand, booking, priority, locale } = attempt
  if (booking !== null) return { path: `/api/bookings/${booking}/check-in`, body: { kiosk, delivery: 'print' } }
  const more = { ...(priority ? { priority } : {}), ...(errand ? { journey: errand } : {}) }
  return { path: '/api/tickets', body: { service, kiosk, locale, delivery: 'print', ...more } }
}
