import type { Actor, Delivery } from '../contract/hall.ts'
import type { Call } from './operation.ts'

interface AtKiosk {
  readonly kiosk?: string | undefined
  readonly delivery?: Delivery | undefined
  readonly override?: string | undefined
}

export interface KioskSpeaker {
  /** The kiosk where it happens and its slip is printed: the one that is named, else the first; null for no kiosk at all. */
  readonly kiosk: string | null
  readonly actor: Actor
}

/**
 * Who speaks where a kiosk may be named. A kiosk needs no credential; in the demo the cookie of whoever else uses this
 * browser does not speak for it. An override is always a person's.
 */
export function speakerAt({ stage, body, actor, doors }: Call<AtKiosk>): KioskSpeaker | { unknown: 'kiosk' } {
  const kiosks = stage.hall.told.catalogue?.kiosks
  if (body.kiosk !== undefined && !kiosks?.has(body.kiosk)) return { unknown: 'kiosk' }
  const [first] = kiosks?.keys() ?? []
  const kiosk = body.kiosk ?? (body.delivery === 'print' ? (first ?? null) : null)
  const isDemoKiosk = doors.demo && body.kiosk !== undefined && body.override === undefined
  if (kiosk === null || !(actor.role === 'visitor' || isDemoKiosk)) return { kiosk, actor }
  return { kiosk, actor: { role: 'kiosk', id: `kiosk:${kiosk}`, kiosk } }
}
