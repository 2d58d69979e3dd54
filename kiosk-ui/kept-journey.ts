import { keptAs } from '../ui-kit/hall-base.ts'
import { freshJourney, type Journey, resumed } from './journey-state.ts'

/** The journey outlives a reload of the page, with the key of its number; it ends with the browser's window. */
const place = keptAs('antrean-kiosk-journey-1')

export function keepJourney(journey: Journey): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(journey))
  } catch {
    // A browser without room or permission for it: a reload then begins anew.
  }
}

export function forgetJourney(): void {
  try {
    sessionStorage.removeItem(place)
  } catch {
    // Nothing was kept then.
  }
}

export function recallJourney(at: number): Journey {
  try {
    const kept = sessionStorage.getItem(place)
    if (kept) return resumed({ ...freshJourney(at), ...(JSON.parse(kept) as Journey) }, at)
  } catch {
    // Nothing readable was kept.
  }
  return freshJourney(at)
}
