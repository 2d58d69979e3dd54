import type { Actor, Delivery } from '../contract/hall.ts'
import { problem } from './answers.ts'
import type { Answered, Call } from './operation.ts'

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
 * Who speaks where a kiosk may be named. A paired kiosk is what its credential says, whatever is named, and issues nothing
 * while it is locked or once it was forgotten. In the demo a kiosk needs no credential, and the cookie of whoever else
 * uses this browser does not speak for it. An override is always a person's.
 */
export function speakerAt({
  stage,
  body,
  actor,
  doors,
  ownKiosk,
  isForgottenKiosk,
}: Call<AtKiosk>): KioskSpeaker | { outcome: { unknown: 'kiosk' } | { forbidden: true } } | { answered: Answered } {
  const kiosks = stage.hall.told.catalogue?.kiosks
  if (body.kiosk !== undefined && !kiosks?.has(body.kiosk)) return { outcome: { unknown: 'kiosk' } }
  const isPerson = actor.role !== 'visitor'
  const isOwn = ownKiosk !== null && body.override === undefined && (!isPerson || body.kiosk === ownKiosk)
  // A number in line at once is for staff: at a kiosk the visitor has it on paper or screen first.
  if (isOwn && body.delivery === 'none') return { outcome: { forbidden: true } }
  const [first] = kiosks?.keys() ?? []
  const named = body.kiosk ?? (body.delivery === 'print' ? (first ?? null) : null)
  const kiosk = isOwn ? ownKiosk : named
  const isDemoKiosk = doors.demo && ownKiosk === null && body.kiosk !== undefined && body.override === undefined
  if (kiosk === null || !(!isPerson || isOwn || isDemoKiosk)) return { kiosk, actor }
  if (isForgottenKiosk || !(isOwn || doors.demo)) return { outcome: { forbidden: true } }
  if (doors.devices?.isKioskLocked(kiosk)) return { answered: problem(403, 'kiosk-locked') }
  return { kiosk, actor: { role: 'kiosk', id: `kiosk:${kiosk}`, kiosk } }
}
