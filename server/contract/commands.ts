import type { Actor, CallReason, Delivery, HallCounter, HallTicket } from './hall.ts'
import type { Refusal } from './refusals.ts'
import type { SitePackage } from './site.ts'

export type VisitorAction = 'cancel' | 'here' | 'on-my-way' | 'later'

/** Everything that can be asked of the hall. Ids and codes are made outside the rules and come in as data. */
export type Command =
  | { verb: 'configure'; site: SitePackage }
  | { verb: 'open-day'; day: string }
  | { verb: 'close-day' }
  | {
      verb: 'issue'
      ticket: string
      publicCode: string
      service: string
      priority: boolean
      english: boolean
      kiosk: string | null
      delivery: Delivery
      /** R6.1 as data: the first reason that holds, or null. */
      refusal: Refusal | null
    }
  | { verb: 'deliver'; ticket: string }
  | { verb: 'fail-print'; ticket: string }
  | { verb: 'offer'; ticket: string }
  | { verb: 'lapse'; ticket: string }
  | { verb: 'visitor'; ticket: string; action: VisitorAction }
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
  | { verb: 'finish'; ticket: string; outcome: string | null; next: boolean }
  | { verb: 'hold'; ticket: string; reason: string; returnAt: number | null; keepUntil: number | null }
  | { verb: 'resume'; ticket: string; counter: number | null }
  | { verb: 'return'; ticket: string; reason?: string }
  | { verb: 'give-up-hold'; ticket: string }
  | { verb: 'requeue'; ticket: string }
  | { verb: 'miss'; ticket: string }
  | { verb: 'no-show'; ticket: string }
  | { verb: 'cancel'; ticket: string; reason: string | null }
  | {
      verb: 'transfer'
      ticket: string
      to: { service: string } | { counter: number }
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
  | { unknown: 'ticket' | 'counter' | 'service' }
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
