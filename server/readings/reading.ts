import type { EstimateWire } from '../contract/api.ts'
import type { EstimateSubject, Forecast } from '../contract/estimate.ts'
import type { Refusal } from '../contract/refusals.ts'
import type { Hall } from '../core/hall.ts'
import { instantWriter } from './instants.ts'

/** What a reading needs beside the told hall. All of it is asked anew at each reading; nothing is kept. */
export interface Lens {
  readonly hall: Hall
  readonly now: number
  readonly forecast: (hall: Hall, subject: EstimateSubject, now: number) => Forecast | null
  /** R6.1 for one service: null, or the first reason why no number may be issued now. */
  readonly admission: (service: string, now: number) => Refusal | null
  readonly publicUrl: string
}

const stepMs = 5 * 60_000

/** R7.1: P10–P90, rounded outward to 5 minutes; null is "belum dapat diperkirakan". */
export function readEstimate(
  { hall, now, forecast }: Lens,
  subject: EstimateSubject,
  timeZone: string,
): EstimateWire | null {
  const guess = forecast(hall, subject, now)
  if (!guess) return null
  const write = instantWriter(timeZone)
  return {
    from: write(Math.floor((now + guess.p10) / stepMs) * stepMs),
    to: write(Math.ceil((now + guess.p90) / stepMs) * stepMs),
    minutes: [Math.floor(guess.p10 / stepMs) * 5, Math.max(5, Math.ceil(guess.p90 / stepMs) * 5)],
  }
}
