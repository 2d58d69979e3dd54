import type { Actor } from '../contract/hall.ts'
import type { Officer, OfficerBody, Shift, ShiftBody } from '../contract/roster.ts'
import type { Text } from '../contract/site.ts'

export interface RosterMistake {
  /** The field of the body. */
  readonly path: string
  readonly message: Text
}

export type Kept<Done> =
  | Done
  | { readonly mistakes: readonly RosterMistake[] }
  | { readonly forbidden: true }
  | { readonly unknown: 'officer' | 'shift' }

/**
 * The office of the roster: who works here, and who is to be at which counter. The manager changes all, an agency's
 * administrator what is the agency's. Dates as 2026-07-14.
 */
export interface RosterOffice {
  /** By name: all, or those of the actor's agency. */
  officers(actor: Actor): readonly Officer[]
  /** Without an id a new one; with a key the same one, however often it is asked (R8.2). */
  putOfficer(
    id: string | null,
    body: OfficerBody,
    actor: Actor,
    key?: string | null,
  ): Promise<Kept<{ officer: Officer }>>
  /** Takes the name and the shifts away, also from the file. */
  forgetOfficer(id: string, actor: Actor): Promise<Kept<{ forgotten: string }>>
  /** Worked on some day from the one to the other: all, or those at the counters of the actor's agency. */
  shiftsBetween(from: string, to: string, actor: Actor): readonly Shift[]
  /** Those of a date, of people who are active. */
  shiftsOn(date: string): readonly Shift[]
  putShift(body: ShiftBody, actor: Actor): Promise<Kept<{ shift: Shift }>>
  removeShift(id: string, actor: Actor): Promise<Kept<{ shift: Shift }>>
  /** Whether anybody has a shift at the counter. */
  isRostered(counter: number): boolean
}
