import type { z } from 'zod'
import type { Outcome } from '../contract/commands.ts'
import type { Actor, Role } from '../contract/hall.ts'
import type { RefusalName } from '../contract/refusals.ts'
import type { LiveHall } from '../hall.ts'
import type { Lens } from '../readings/reading.ts'
import type { Sessions } from './sessions.ts'

/** One hall with everything that answers for it; while a simulation runs it is the simulated one. */
export interface Stage {
  readonly hall: LiveHall
  /** The told hall, now. */
  lens(): Lens
  newTicketCodes(): { ticket: string; publicCode: string }
  now(): number
}

export interface Doors {
  stage(): Stage
  readonly sessions: Sessions
  readonly demo: boolean
}

/** One request after it was parsed and its sender recognised. */
export interface Call<Body = unknown> {
  readonly doors: Doors
  readonly stage: Stage
  readonly params: Readonly<Record<string, string>>
  readonly body: Body
  readonly actor: Actor
  readonly device: string | null
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
  | { outcome: Exclude<Outcome, { answer: unknown }> | { unknown: 'kiosk' } }
  | { mismatch: true }
  | { answered: Answered }
  | { text: string; type: string }

export interface Operation {
  readonly id: string
  readonly method: 'get' | 'post' | 'delete'
  /** As OpenAPI writes it: `/api/tickets/{id}/start`. */
  readonly path: string
  readonly summary: string
  /** Who may use it without and with a credential; object-level rights are the hall's. */
  readonly access: 'public' | readonly Role[]
  readonly body?: z.ZodType
  /** Absent: the answer is text. */
  readonly answer?: z.ZodType
  readonly status?: number
  readonly refusals?: readonly RefusalName[]
  readonly demoOnly?: true
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
