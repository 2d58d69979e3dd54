import type { Admission, Asking, ServiceEnd } from '../contract/admission.ts'
import type { EstimateWire } from '../contract/api.ts'
import { type EstimateSubject, type Forecast, rangeStepMs, shownRange } from '../contract/estimate.ts'
import type { DisplaySnapshot } from '../contract/live.ts'
import { publicReason } from '../contract/reasons.ts'
import type { Shift } from '../contract/roster.ts'
import type { Hall } from '../core/hall.ts'
import { instantWriter } from './instants.ts'

/** What a reading needs beside the told hall. All of it is asked anew at each reading; nothing is kept. */
export interface Lens {
  readonly hall: Hall
  readonly now: number
  readonly forecast: (hall: Hall, subject: EstimateSubject, now: number) => Forecast | null
  /** R6.1, R6.2: whether somebody would be given a number now; the same answer as the hall's own. */
  readonly admission: (asking: Asking) => Admission
  /** What the hall's own answer needs to know, as data of the command that issues. */
  readonly terms: (asking: Asking) => { readonly inForce: boolean; readonly forecast: ServiceEnd | null }
  /** Calendar and quotas are in force (R6.1); in the demo they are not. */
  readonly inForce: () => boolean
  readonly publicUrl: string
  readonly remarks: RemarkReading
  /** Of a slip that did not simply come out where it was asked for: where it does, and whether it may not be whole. */
  readonly slipNews?: (ticket: string) => { readonly kiosk: string | null; readonly isUnsure: boolean } | null
  /** The shifts of a date. */
  readonly shiftsOn: (date: string) => readonly Shift[]
  /** What somebody has announced in a zone and its displays show; absent = nothing ever is. */
  readonly announced?: (zone: string) => DisplaySnapshot['announcement']
}

/** What officers wrote in their own words, beside the journal. */
export interface RemarkReading {
  /** The words behind a recorded reason; null when it is a ready one, or forgotten. */
  wordsOf(recorded: string): string | null
  notesOf(ticket: string): readonly { readonly at: number; readonly text: string }[]
}

/** A recorded reason for staff: ready words, or what was written. */
export const staffReason = ({ remarks }: Pick<Lens, 'remarks'>, recorded: string): string =>
  remarks.wordsOf(recorded) ?? publicReason(recorded).id

/** R7.1: P10–P90, rounded outward to 5 minutes; null is "belum dapat diperkirakan". */
export function readEstimate(
  { hall, now, forecast }: Pick<Lens, 'hall' | 'now' | 'forecast'>,
  subject: EstimateSubject,
  timeZone: string,
): EstimateWire | null {
  const guess = forecast(hall, subject, now)
  if (!guess) return null
  const write = instantWriter(timeZone)
  const { from, to } = shownRange(guess, now)
  return {
    from: write(from),
    to: write(to),
    minutes: [Math.floor(guess.p10 / rangeStepMs) * 5, Math.max(5, Math.ceil(guess.p90 / rangeStepMs) * 5)],
  }
}
