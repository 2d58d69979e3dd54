import type { Asking, ServiceEnd } from '../contract/admission.ts'
import type { Catalogue } from '../contract/catalogue.ts'
import type { Command, Outcome } from '../contract/commands.ts'
import type { EstimateSubject, Forecast } from '../contract/estimate.ts'
import type { Actor, HallTicket } from '../contract/hall.ts'
import type { Hall } from '../core/hall.ts'
import { currentLeg } from '../core/ticket.ts'
import type { Told } from '../hall.ts'
import type { Agenda, Pace } from './agenda.ts'
import type { Random } from './random.ts'

/** The hall as virtual people reach it: through the same commands as everybody. */
export interface SimulatedHall extends Pace {
  readonly told: Hall
  execute(command: Command, actor: Actor): Promise<Outcome>
  subscribe(listener: Told): () => void
  /** Where nobody else lets time pass by commands (R8.4). */
  passTime?(): Promise<void>
  /** What a visitor is told at the kiosk, to compare with what happens. */
  forecast?(hall: Hall, subject: EstimateSubject, now: number): Forecast | null
  /** R6.1, R6.2: where hours, cut-off, quotas and the closing promise are in force, as data of the command that issues. */
  terms?(hall: Hall, asking: Asking, now: number): { readonly inForce: boolean; readonly forecast: ServiceEnd | null }
  /** Real or virtual printers: then numbers are issued to be printed. Else they are in hand at once. */
  readonly printers?: { setPaper(kiosk: string, isThere: boolean): Promise<void> }
}

/** What the virtual people of one day share. */
export interface World {
  readonly hall: SimulatedHall
  /** The building as it is now: people may change it during the day. */
  readonly catalogue: Catalogue
  readonly agenda: Agenda
  readonly ids: { ticket(): string; publicCode(): string }
  /** Counts what the hall did not do; virtual people meet a refusal like everybody and go on. */
  readonly refused: Map<string, number>
}

export const visitor: Actor = { role: 'visitor', id: 'visitor' }
export const kioskActor = (kiosk: string): Actor => ({ role: 'kiosk', id: `kiosk:${kiosk}`, kiosk })

/** Executes; null when the hall refused. */
export async function tryTo(world: World, command: Command, actor: Actor) {
  const outcome = await world.hall.execute(command, actor)
  if ('answer' in outcome) return outcome.answer
  const why =
    'refusal' in outcome ? outcome.refusal.refused : 'forbidden' in outcome ? 'forbidden' : `unknown ${outcome.unknown}`
  const name = `${command.verb}: ${why}`
  world.refused.set(name, (world.refused.get(name) ?? 0) + 1)
  return null
}

export const after = (world: World, ms: number, act: () => void | Promise<void>): void =>
  world.agenda.plan(Math.round(world.hall.now() + ms), act)

/** The ticket as it stands, when its current leg is in one of these states. */
export function ticketIn(
  world: World,
  id: string,
  ...states: ReturnType<typeof currentLeg>['state'][]
): HallTicket | null {
  const ticket = world.hall.told.tickets.get(id)
  return ticket && states.includes(currentLeg(ticket).state) ? ticket : null
}

const codeAlphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** Ids in the form of the hub's own, from the seed: a simulated day can be repeated to the letter. */
export function seededIds(random: Random, now: () => number): World['ids'] {
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random.next() * 16).toString(16)).join('')
  return {
    ticket: () => {
      const time = now().toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(12)}`
    },
    publicCode: () =>
      Array.from({ length: 13 }, () => codeAlphabet[Math.floor(random.next() * codeAlphabet.length)]).join(''),
  }
}
