import type { IssueBody } from '../server/contract/api.ts'
import type { Text } from '../server/contract/site.ts'
import type { TicketPhase } from './ticket-phase.ts'

/** Where one visitor stands on the way through the kiosk. Instants are ms of one steady clock. */

export type Step = 'welcome' | 'guide' | 'agencies' | 'search' | 'services' | 'service' | 'priority' | 'ticket'
export type Mode = 'large' | 'contrast' | 'low'
export type Modes = Readonly<Record<Mode, boolean>>
export type Sheet = 'access' | 'help' | 'shelves'
export type Priority = 'elderly' | 'disability' | 'pregnancy' | 'infant'
export type Locale = 'id' | 'en'

/** Shelves of the directory that are not a category; `*` never begins a category's code. */
export const oftenShelf = '*often'
export const allShelf = '*all'

/** One request for a number. The key makes it happen once, however often it is pressed or sent. */
export interface Attempt {
  readonly key: string
  readonly service: string
  readonly priority: Priority | null
  readonly locale: Locale
  readonly state: 'sending' | 'unanswered' | 'refused'
  readonly refusal: Text | null
}

export interface Taken {
  readonly publicCode: string
  readonly label: string
  readonly service: string
  /** ISO 8601. */
  readonly takenAt: string
  readonly phase: TicketPhase
}

export interface Journey {
  readonly step: Step
  /** The steps behind this one, nearest last. */
  readonly trail: readonly Step[]
  readonly locale: Locale
  readonly modes: Modes
  readonly shelf: string
  readonly query: string
  /** The typing board is out. */
  readonly board: boolean
  readonly booth: string | null
  readonly service: string | null
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
  shelf: oftenShelf,
  query: '',
  board: true,
  booth: null,
  service: null,
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

/** The body of the request for a number: one key never stands for two bodies. */
export function issueBody(
  { service, priority, locale }: Attempt,
  kiosk: string,
): ReturnType<(typeof IssueBody)['parse']> {
  return { service, kiosk, locale, delivery: 'print', ...(priority ? { priority } : {}) }
}
