import { keypadNamed, usualPad } from '../server/contract/keypad.ts'
import type { KioskSnapshot } from '../server/contract/live.ts'

const unnamed = { id: '', en: '' }

/** What a kiosk shows of the building before the hub has told it: the first page stands and can be touched at once. */
export const unknownBuilding: KioskSnapshot = {
  site: { name: unnamed, place: unnamed, short: '', timeZone: 'UTC', zoneAbbreviation: '', hours: {} },
  standstill: { pause: null, closed: false, systems: [] },
  kiosk: { code: '', name: unnamed, floor: 0, at: { x: 0, y: 0 }, pad: keypadNamed([], usualPad, 'kiosk')?.keys ?? {} },
  floors: [],
  journeys: [],
  takesBookings: false,
  categories: [],
  booths: [],
  services: [],
  publicUrl: '',
}
