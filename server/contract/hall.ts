import type { RefusalName } from './refusals.ts'
import type { SitePackage, Text } from './site.ts'
import type { SiteChange } from './site-change.ts'

/**
 * What the rules speak of and the journal keeps. Instants are epoch milliseconds of the hall's clock.
 * No field here may hold personal data: the journal is for ever (R4.11, architecture: Durability).
 */

export const legStates = [
  'planned',
  'reserved',
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'done',
  'transferred',
  'cancelled',
  'no-show',
  'expired',
  'void',
] as const
export type LegState = (typeof legStates)[number]

export type Delivery = 'print' | 'screen' | 'none'

export interface Leg {
  readonly service: string
  readonly booth: string
  readonly state: LegState
  /** R4.0: when the visitor asked for this leg; never changes. Null while planned. */
  readonly queuedAt: number | null
  /** R4.0: where it stands in its line. */
  readonly placeAt: number
  readonly placeSeq: number
  readonly calls: number
  readonly calledAt: number | null
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** The counter that calls or serves it, or did last. */
  readonly counter: number | null
  readonly hold?: {
    reason: string
    counter: number | null
    at: number
    returnAt: number | null
    keepUntil: number | null
    /** Papers that the visitor has still to bring, as the requirements named them then. */
    missing?: readonly Text[]
  }
  /** R4.6: it came back from a hold; cleared by the next call. */
  readonly returned?: { counter: number | null; at: number }
  /** R4.4: the journal number of the transfer that put it to the front. */
  readonly front?: number
  /** R4.7, R5.12: callable again when the service's tally of calls has reached this. */
  readonly pausedUntil?: number
  /** R5.7: only this counter calls it, while that counter is open. */
  readonly only?: number
  /** R5.7: when this leg ends, the leg at this index comes back to its sender. */
  readonly returnTo?: number
  /** Of a planned leg: indices of the legs that must have ended before it may begin; absent = all before it. */
  readonly after?: readonly number[]
  readonly flag?: 'not-started' | 'forgotten'
  readonly outcome?: string
  readonly onMyWayAt?: number
}

export interface HallTicket {
  readonly id: string
  /** R2.1, with hyphen: `D-023`. R2.3: never changes. */
  readonly label: string
  readonly prefix: string
  readonly number: number
  /** R2.4: unguessable; links and QR codes carry it. */
  readonly publicCode: string
  readonly day: string
  readonly priority: boolean
  readonly english: boolean
  readonly kiosk: string | null
  readonly takenAt: number
  readonly delivery: Delivery
  /** R3.24: while reserved, when the offer lapses. */
  readonly reservedUntil: number | null
  readonly legs: readonly Leg[]
  /** R5.12: "later" is given once. */
  readonly deferred?: true
  /** Applications on this number, when more than one: counted in estimates and quotas. */
  readonly items?: number
  /** R4.8: the booking it came from, and its slot. */
  readonly booking?: { readonly code: string; readonly slotAt: number }
  /** A pre-printed or hand-written number, entered while kiosks failed. */
  readonly paper?: true
  /** It was cancelled for a reservation on another day. */
  readonly anotherDay?: AnotherDay
  /** R6.1: who holds it, where that is known: an opaque mark of the day, never a name or an identity number. */
  readonly visitor?: string
}

/** The booking that a number was exchanged for; `slotAt` in epoch ms. */
export interface AnotherDay {
  readonly code: string
  readonly slotAt: number
}

/** How many applications a number stands for. */
export const itemsOf = ({ items }: HallTicket): number => items ?? 1

/** The whole building stands still (ceremony, fire drill, power); every place is kept. */
export interface BuildingPause {
  readonly reason: string
  readonly since: number
  readonly until: number | null
}

/** A central system out of order. `until` is null while it lasts. */
export interface Outage {
  readonly system: string
  readonly since: number
  readonly until: number | null
}

/** A counter asks for the supervisor, or in silence for help. */
export interface HelpCall {
  readonly id: string
  readonly counter: number
  readonly kind: 'supervisor' | 'emergency'
  readonly at: number
  /** Who has acknowledged it, by pseudonym: an emergency needs two. */
  readonly acknowledged: readonly { readonly by: string; readonly at: number }[]
  readonly endedAt: number | null
}

export type CounterState = 'open' | 'break' | 'closed'

export interface HallCounter {
  readonly number: number
  readonly booth: string
  readonly state: CounterState
  readonly officer: string | null
  /** The ticket that is called or served here. */
  readonly ticket: string | null
  /** R4.3: calls ahead of turn made in a row; belongs to the counter for the day. */
  readonly run: number
  readonly pause: { reason: string; until: number | null } | null
  /** R5.9: takes effect after the present visitor. */
  readonly pending: { state: 'break' | 'closed'; reason: string; until: number | null } | null
  readonly served: number
  /** Sum of the service times of those served, without flagged ones; ms. */
  readonly servedMs: number
}

/** R4.10: the rule that chose a call and whom it overtook. */
export interface CallReason {
  readonly rule: 'R4.0' | 'R4.1' | 'R4.3' | 'R4.4' | 'R4.5' | 'R4.6' | 'R5.11'
  readonly name:
    | 'place'
    | 'second-tier'
    | 'priority-turn'
    | 'run-ended'
    | 'front-transfer'
    | 'by-number'
    | 'held-return'
    | 'walk-in'
  /** Ticket ids. */
  readonly overtook: readonly string[]
}

export interface CallRecord {
  readonly seq: number
  readonly at: number
  readonly ticket: string
  readonly counter: number
  /** 1 for the first call, 2 and 3 for recalls. */
  readonly call: number
  readonly reason: CallReason | null
}

export const roles = [
  'visitor',
  'kiosk',
  'officer',
  'information',
  'agency-admin',
  'supervisor',
  'manager',
  'auditor',
  'operator',
  'hub',
] as const
export type Role = (typeof roles)[number]

/** Who acts. `id` is a pseudonym: never a name. */
export interface Actor {
  readonly role: Role
  readonly id: string
  readonly counter?: number
  readonly booth?: string
  readonly agency?: string
  readonly kiosk?: string
}

export type EventType =
  | 'configured'
  | 'reconfigured'
  | 'day-opened'
  | 'day-closed'
  | 'issued'
  | 'delivered'
  | 'print-failed'
  | 'offered'
  | 'lapsed'
  | 'called'
  | 'recalled'
  | 'started'
  | 'finished'
  | 'held'
  | 'resumed'
  | 'returned'
  | 'requeued'
  | 'missed'
  | 'no-show'
  | 'transferred'
  | 'cancelled'
  | 'leg-added'
  | 'priority-set'
  | 'deferred'
  | 'on-my-way'
  | 'undone'
  | 'counter-opened'
  | 'counter-closed'
  | 'counter-break'
  | 'service-changed'
  | 'handed-over'
  | 'reopened'
  | 'reprinted'
  | 'building-paused'
  | 'building-resumed'
  | 'system-down'
  | 'system-up'
  | 'help-asked'
  | 'help-acknowledged'
  | 'help-ended'

/** What the rules return: the facts, and every ticket and counter it changed as it now stands. */
export interface EventDraft {
  readonly type: EventType
  readonly tickets?: readonly HallTicket[]
  readonly counters?: readonly HallCounter[]
  readonly call?: CallReason
  readonly day?: string
  readonly site?: SitePackage
  /** `reconfigured`: what was before and what is now, entry by entry. */
  readonly changes?: readonly SiteChange[]
  /** `building-paused`, `building-resumed`. */
  readonly pause?: BuildingPause | null
  /** `system-down`, `system-up`; and `day-opened`: those that are still out of order. */
  readonly outages?: readonly Outage[]
  readonly help?: HelpCall
  /** R6.3: the refusal that staff overrode; `note` says why. */
  readonly overrode?: RefusalName
  /** Undo: the journal number of the first event taken back. */
  readonly undid?: number
  readonly note?: string
}

export interface HallEvent extends EventDraft {
  /** Gap-free from 1. */
  readonly seq: number
  readonly id: string
  readonly at: number
  /** The command this event is a result of; a composite command has several events. */
  readonly command: string
  readonly actor: string
  readonly device: string | null
}
