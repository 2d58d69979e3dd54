import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import type { AccuracyAnswer } from '../contract/api.ts'
import type { Outcome } from '../contract/commands.ts'
import type { PrintFate } from '../contract/desk.ts'
import type { Actor, HallTicket, Role } from '../contract/hall.ts'
import type { RefusalName } from '../contract/refusals.ts'
import type { PreviewSlipBody, SlipPreviewAnswer } from '../contract/site-slip.ts'
import type { LiveHall } from '../hall.ts'
import type { Lens } from '../readings/reading.ts'
import type { AnotherDayOffice } from './another-day-port.ts'
import type { BookingOffice } from './booking-port.ts'
import type { DeviceOffice } from './device-port.ts'
import type { RosterOffice } from './roster-port.ts'
import type { Sessions } from './sessions.ts'
import type { SiteOffice } from './site-port.ts'
import type { SoundOffice } from './sound-port.ts'
import type { VoiceOffice } from './voice-port.ts'

/** One hall with everything that answers for it; while a simulation runs it is the simulated one. */
export interface Stage {
  readonly hall: LiveHall
  /** The told hall, now. */
  lens(): Lens
  newTicketCodes(): { ticket: string; publicCode: string }
  now(): number
  /** R7.3: how true what was told has been. */
  accuracy(): Promise<AccuracyAnswer>
  readonly slips: SlipPrinting
  readonly site: SiteOffice
  readonly remarks: RemarkKeeping
  readonly voices: VoiceOffice
  readonly bookings: BookingOffice
  readonly roster: RosterOffice
  readonly anotherDay: AnotherDayOffice
  readonly soundOffice: SoundOffice
  newId(): string
  /** R6.1: who holds a number, as the journal may keep it. */
  visitorMark(visitor: string | undefined): string | null
  readonly answers: AnswerKeeping
  /** Prints the day in figures on the printer of a kiosk. */
  printSummary(job: string, kiosk: string): Promise<PrintFate>
  /** What a kiosk says to who cannot see it. */
  readonly guide: GuideSpeaking
  /** Draws the slip of a template that is not saved; prints nothing. */
  previewSlip(wish: PreviewSlipBody): Promise<SlipPreviewAnswer>
}

/** A sentence as a WAV, and how much of it the hub's voice could say. */
export interface GuideSpeaking {
  speak(language: 'id' | 'en', text: string): Promise<{ wav: Buffer; spoken: 'whole' | 'part' | 'none' }>
}

/** What staff write in their own words: kept beside the journal, for a time. */
export interface RemarkKeeping {
  /** Gives the code by which the journal names it. */
  keepReason(text: string, ticket: string | null, by: string): Promise<string>
  addNote(text: string, ticket: string, by: string): Promise<void>
}

/** R8.2: answers that the journal's receipts do not hold; a key is honoured for eight days, also over a restart. */
export interface AnswerKeeping {
  find(key: string, fingerprint: string): Promise<{ status: number; body: string } | 'other' | null>
  /** `body` as JSON; `at` in epoch ms of real time. */
  keep(key: string, answer: { fingerprint: string; status: number; body: string }, at: number): Promise<void>
}

/** Paper that staff ask for. `job`: the same one is printed once, however often it is asked; `kiosk` names the printer. */
export interface SlipPrinting {
  reprint(job: string, ticket: HallTicket, kiosk: string): Promise<PrintFate>
  missingPapers(job: string, ticket: HallTicket, kiosk: string): Promise<PrintFate>
  roll(job: string, numbers: { service: string; from: number; count: number }, kiosk: string): Promise<PrintFate>
}

export interface Doors {
  stage(): Stage
  readonly sessions: Sessions
  readonly demo: boolean
  /** Where the hall's pages begin; cookies stay below it. */
  readonly path: '/' | '/latihan'
  /** Whose credential a screen shows; the training hall has no devices. */
  readonly devices?: DeviceStanding
}

export type DeviceStanding = Pick<DeviceOffice, 'standing' | 'isKioskLocked'>

/** One request after it was parsed and its sender recognised. */
export interface Call<Body = unknown> {
  readonly doors: Doors
  readonly stage: Stage
  readonly params: Readonly<Record<string, string>>
  /** The part of the address after `?`, checked by the route's `query`; empty where the route names none. */
  readonly query: Readonly<Record<string, string | undefined>>
  readonly body: Body
  readonly actor: Actor
  /** Id of the paired device that sends it. */
  readonly device: string | null
  /** The kiosk that this device is; null for every other. */
  readonly ownKiosk: string | null
  /** It shows the credential of a kiosk that was forgotten. */
  readonly isForgottenKiosk: boolean
  readonly key: string | null
  readonly fingerprint: string
  /** Headers of the answer. */
  readonly headers: Map<string, string>
}

/** Status and JSON body, ready to send. */
export interface Answered {
  readonly status: number
  readonly body: object
}

/** What a route gives: an answer to send, or an outcome of the hall that the one translator turns into one. */
export type Reply =
  | { status?: number; json: object }
  | {
      outcome:
        | Exclude<Outcome, { answer: unknown }>
        | {
            unknown:
              | 'kiosk'
              | 'change'
              | 'plan'
              | 'officer'
              | 'shift'
              | 'device'
              | 'media'
              | 'voice'
              | 'word'
              | 'zone'
              | 'announcement'
          }
    }
  | { mismatch: true }
  | { answered: Answered }
  | { text: string | Buffer; type: string }

export interface Operation {
  readonly id: string
  readonly method: 'get' | 'post' | 'delete'
  /** As OpenAPI writes it: `/api/tickets/{id}/start`. */
  readonly path: string
  readonly summary: string
  /** Who may use it without and with a credential; object-level rights are the hall's. */
  readonly access: 'public' | readonly Role[]
  /** What may stand after `?`: texts, all of them optional. */
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Takes a file as it comes, instead of JSON; what it gives is the body. Asked only once the sender may do this. */
  readonly receive?: (request: IncomingMessage) => Promise<object>
  /** It may hold a whole list or building. */
  readonly largeBody?: true
  /** Absent: the answer is a text, or what `answerType` says. */
  readonly answer?: z.ZodType
  /** Of a file, as `audio/wav`. */
  readonly answerType?: string
  readonly status?: number
  readonly refusals?: readonly RefusalName[]
  readonly demoOnly?: true
  /** Whoever is wrong too often has to wait: 429, for people with a credential too. */
  readonly isSlowedDown?: true
  /** R8.2: what it does, or says of it, is not all in the journal, so that the answer itself is kept with its key. */
  readonly keepsAnswer?: true
  /** What of a body a repeated key is compared by, where that is not all of it. */
  readonly fingerprintOf?: (body: unknown) => unknown
  run(call: Call): Promise<Reply> | Reply
}

/** Types a route's body by its schema; the table of routes forgets the type again. */
export function operation<S extends z.ZodType>(
  definition: Omit<Operation, 'body' | 'run'> & { body: S; run(call: Call<z.infer<S>>): Promise<Reply> | Reply },
): Operation {
  return definition as unknown as Operation
}
