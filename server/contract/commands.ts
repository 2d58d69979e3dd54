import type { ServiceEnd } from './admission.ts'
import type { Booking } from './booking.ts'
import type { Actor, AnotherDay, CallReason, Delivery, HallCounter, HallTicket, HelpCall } from './hall.ts'
import type { Refusal } from './refusals.ts'
import type { SitePackage } from './site.ts'
import type { SiteChange } from './site-change.ts'

export type VisitorAction = 'cancel' | 'here' | 'on-my-way' | 'later'

/** Everything that can be asked of the hall. Ids and codes are made outside the rules and come in as data. */
export type Command =
  | { verb: 'configure'; site: SitePackage }
  | { verb: 'open-day'; day: string }
  | { verb: 'close-day'; confirm?: boolean }
  | {
      verb: 'issue'
      ticket: string
      publicCode: string
      service: string
      priority: boolean
      english: boolean
      kiosk: string | null
      delivery: Delivery
      items?: number
      visitor?: string | null
      /** A planned journey instead of one leg; `service` is its first. */
      journey?: string
      /** R6.1 as data: whether it is in force, and how long service would last from now (R6.2). */
      inForce?: boolean
      forecast?: ServiceEnd | null
      /** R6.3: staff issue all the same, and say why. */
      override?: string | null
    }
  | {
      verb: 'check-in'
      ticket: string
      publicCode: string
      booking: Booking
      kiosk: string | null
      delivery: Delivery
      inForce?: boolean
    }
  | {
      verb: 'enter-paper'
      ticket: string
      publicCode: string
      service: string
      /** What the paper says; unique in its series today. */
      number: number
      priority: boolean
      takenAt: number
    }
  | {
      verb: 'walk-in'
      counter: number
      ticket: string
      publicCode: string
      service: string
      priority: boolean
      english: boolean
      items?: number
      inForce?: boolean
      forecast?: ServiceEnd | null
      override?: string | null
    }
  | { verb: 'change-service'; ticket: string; service: string; inForce?: boolean }
  | { verb: 'hand-over'; ticket: string; counter: number }
  | { verb: 'reopen'; ticket: string; reason: string }
  | { verb: 'reprint'; ticket: string }
  /** Whether this actor may write a note on the ticket; the words themselves are kept beside the journal. */
  | { verb: 'note'; ticket: string }
  | { verb: 'pause-building'; reason: string; until: number | null }
  | { verb: 'resume-building' }
  | { verb: 'set-system'; system: string; down: boolean }
  | { verb: 'ask-help'; help: string; counter: number; kind: HelpCall['kind'] }
  | { verb: 'acknowledge-help'; help: string }
  | { verb: 'end-help'; help: string }
  | {
      verb: 'reconfigure'
      changes: readonly SiteChange[]
      /** The building that the changes were checked against (`Hall.siteVersion`). */
      siteVersion: number
      /** People who wait are told of and left as they are. */
      confirm: boolean
      /** A code, never anybody's own words; the role of the author where there is none. */
      note: string | null
      /** Journal number of the change that this one takes back. */
      undoes?: number
    }
  | { verb: 'deliver'; ticket: string }
  | { verb: 'fail-print'; ticket: string }
  | { verb: 'offer'; ticket: string }
  | { verb: 'lapse'; ticket: string }
  | { verb: 'visitor'; ticket: string; action: VisitorAction; anotherDay?: AnotherDay }
  | {
      verb: 'open-counter'
      counter: number
      officer: string | null
      /** The officer who is recorded there is no longer signed in. */
      holderIsGone?: boolean
    }
  | { verb: 'close-counter'; counter: number; confirm: boolean; force: boolean }
  | { verb: 'break-counter'; counter: number; reason: string; until: number | null; force: boolean }
  | { verb: 'call-next'; counter: number }
  | { verb: 'call-ticket'; counter: number; ticket: string; reason: string }
  | { verb: 'recall'; ticket: string }
  | { verb: 'start'; ticket: string }
  | {
      verb: 'finish'
      ticket: string
      outcome: string | null
      next: boolean
      /** Expected waits (ms) by service, by which the next of the free legs is chosen (§3). */
      waits?: Readonly<Record<string, number>>
    }
  | {
      verb: 'hold'
      ticket: string
      reason: string
      returnAt: number | null
      keepUntil: number | null
      /** Which of the service's requirements are missing, by position. */
      missing?: readonly number[]
    }
  | { verb: 'resume'; ticket: string; counter: number | null }
  | { verb: 'return'; ticket: string; reason?: string }
  | { verb: 'give-up-hold'; ticket: string }
  | { verb: 'requeue'; ticket: string }
  | { verb: 'miss'; ticket: string }
  | { verb: 'no-show'; ticket: string }
  | { verb: 'cancel'; ticket: string; reason: string | null; anotherDay?: AnotherDay }
  | {
      verb: 'transfer'
      ticket: string
      to: { service: string } | { booth: string } | { counter: number }
      position: 'keep' | 'end' | 'front'
      returnHere: boolean
      reason: string | null
    }
  | { verb: 'add-service'; ticket: string; service: string }
  | { verb: 'set-priority'; ticket: string; priority: boolean; reason: string | null }
  | { verb: 'undo'; ticket: string }

export type Verb = Command['verb']
export type CommandOf<V extends Verb> = Extract<Command, { verb: V }>

/** What a command gave: the ticket or counter as it stands after it. */
export interface Answer {
  readonly ticket?: HallTicket
  readonly counter?: HallCounter
  readonly reason?: CallReason
  /** `finish` with `next`: the call that followed, or null when nobody was callable. */
  readonly next?: { ticket: HallTicket; reason: CallReason } | null
}

/** `unknown` is a subject that does not exist (404), `forbidden` one that is not the actor's (403). */
export type Outcome =
  | { answer: Answer }
  | { refusal: Refusal }
  | { unknown: 'ticket' | 'counter' | 'service' | 'booth' | 'booking' | 'journey' | 'system' | 'help' }
  | { forbidden: true }

export interface Request {
  readonly command: Command
  readonly actor: Actor
  readonly device: string | null
  /** Given by the caller; the hub gives one where it is missing (R8.2). */
  readonly key: string | null
  /** Hash of what was asked: the same key with another body is a mistake of the caller. */
  readonly fingerprint: string
}
