import type { Command, CommandOf, Verb } from '../contract/commands.ts'
import type { Actor, Role } from '../contract/hall.ts'
import { mayChange } from './change-checks.ts'
import type { Hall } from './hall.ts'
import { catalogueOf } from './next.ts'
import { currentLeg } from './ticket.ts'

/** The rows of the trust table (architecture: Trust); what it does not give is denied. */
type Row =
  | 'issue'
  | 'desk'
  | 'note'
  | 'call'
  | 'move'
  | 'counter'
  | 'deliver'
  | 'visitor'
  | 'change'
  | 'system'
  | 'hall'
  | 'reopen'
  | 'help'
  | 'configure'
  | 'hub'

const rowOf: Record<Verb, Row> = {
  issue: 'issue',
  'call-next': 'call',
  'call-ticket': 'call',
  recall: 'call',
  start: 'call',
  finish: 'call',
  hold: 'call',
  resume: 'call',
  miss: 'call',
  'no-show': 'call',
  undo: 'call',
  transfer: 'move',
  requeue: 'move',
  return: 'move',
  cancel: 'move',
  'set-priority': 'move',
  'add-service': 'move',
  'open-counter': 'counter',
  'close-counter': 'counter',
  'break-counter': 'counter',
  deliver: 'deliver',
  offer: 'deliver',
  visitor: 'visitor',
  configure: 'hub',
  'open-day': 'hub',
  'close-day': 'hall',
  'check-in': 'issue',
  'enter-paper': 'desk',
  'walk-in': 'call',
  'change-service': 'change',
  'hand-over': 'move',
  reopen: 'reopen',
  reprint: 'desk',
  note: 'note',
  'pause-building': 'hall',
  'resume-building': 'hall',
  'set-system': 'system',
  'ask-help': 'call',
  'acknowledge-help': 'help',
  'end-help': 'help',
  reconfigure: 'configure',
  'fail-print': 'hub',
  lapse: 'hub',
  'give-up-hold': 'hub',
}

/** What an actor may touch of a row: everything, only what is theirs, or what is in nobody's hands. */
type Reach = 'any' | 'own' | 'idle'

const reach: Record<Exclude<Row, 'hub'>, Partial<Record<Role, Reach>>> = {
  issue: {
    visitor: 'any',
    kiosk: 'any',
    officer: 'own',
    information: 'any',
    'agency-admin': 'own',
    supervisor: 'any',
    manager: 'any',
  },
  call: { officer: 'own' },
  move: { officer: 'own', information: 'idle', 'agency-admin': 'own', supervisor: 'any', manager: 'any' },
  counter: { officer: 'own', 'agency-admin': 'own', supervisor: 'any', manager: 'any' },
  deliver: { visitor: 'any', kiosk: 'any', officer: 'own', information: 'any', supervisor: 'any', manager: 'any' },
  visitor: { visitor: 'any', kiosk: 'any', information: 'any' },
  change: {
    visitor: 'any',
    kiosk: 'any',
    officer: 'own',
    information: 'any',
    'agency-admin': 'own',
    supervisor: 'any',
    manager: 'any',
  },
  note: { officer: 'own', information: 'any', 'agency-admin': 'own', supervisor: 'any', manager: 'any' },
  desk: { officer: 'own', information: 'any', 'agency-admin': 'own', supervisor: 'any', manager: 'any' },
  system: { 'agency-admin': 'own', supervisor: 'any', manager: 'any' },
  hall: { supervisor: 'any', manager: 'any' },
  reopen: { supervisor: 'any', manager: 'any' },
  help: { officer: 'own', information: 'any', supervisor: 'any', manager: 'any' },
  configure: { 'agency-admin': 'own', manager: 'any' },
}

/** Object-level authorisation of every command, in the deciding hall, so that nothing changes between the check and the act. */
export function isAllowed(hall: Hall, command: Command, actor: Actor): boolean {
  if (actor.role === 'hub') return true
  // R6.3: only staff issue against a refusal.
  if ('override' in command && command.override && (actor.role === 'visitor' || actor.role === 'kiosk')) return false
  const row = rowOf[command.verb]
  if (row === 'hub') return false
  const allowed = reach[row][actor.role]
  if (!allowed) return false
  if (allowed === 'any') return true
  if (allowed === 'idle') return !isInHand(hall, command)
  return isOwn(hall, command, actor)
}

function isInHand(hall: Hall, command: Command): boolean {
  const ticket = 'ticket' in command ? hall.tickets.get(command.ticket) : undefined
  const state = ticket && currentLeg(ticket).state
  return state === 'called' || state === 'serving'
}

function isOwn(hall: Hall, command: Command, actor: Actor): boolean {
  if (command.verb === 'reconfigure') return mayChange(catalogueOf(hall).site, command.changes, actor)
  if (command.verb === 'check-in')
    return isOwnBooth(hall, catalogueOf(hall).services.get(command.booking.service)?.booth, actor)
  if (command.verb === 'issue' || command.verb === 'enter-paper')
    return isOwnBooth(hall, catalogueOf(hall).services.get(command.service)?.booth, actor)
  // Whom one may hand over is asked below, not the counter that takes over.
  if (command.verb !== 'hand-over' && 'counter' in command && typeof command.counter === 'number')
    return isOwnCounter(hall, command.counter, actor)
  if (command.verb === 'set-system') return isOwnSystem(hall, command.system, actor)
  if (command.verb === 'acknowledge-help' || command.verb === 'end-help') return isOwnHelp(hall, command, actor)
  if (!('ticket' in command)) return false
  const ticket = hall.tickets.get(command.ticket)
  if (!ticket) return true
  const leg = currentLeg(ticket)
  if (actor.role !== 'officer') return isOwnBooth(hall, leg.booth, actor)
  // R5.6: what was done last at the own counter, wherever it has sent the visitor.
  if (command.verb === 'undo' && hall.undoables.get(actor.counter ?? -1)?.tickets.has(command.ticket)) return true
  if (leg.state === 'called' || leg.state === 'serving') return leg.counter === actor.counter
  if (leg.booth === actor.booth) return true
  return (
    actor.counter !== undefined &&
    hall.counters.has(actor.counter) &&
    catalogueOf(hall).tierOf(actor.counter, leg.service) !== null
  )
}

function isOwnCounter(hall: Hall, number: number, actor: Actor): boolean {
  if (!hall.counters.has(number)) return true
  if (actor.role === 'officer') return number === actor.counter
  return isOwnBooth(hall, hall.counters.get(number)?.booth, actor)
}

/** A central system that several agencies share is nobody's own. */
function isOwnSystem(hall: Hall, system: string, actor: Actor): boolean {
  const catalogue = catalogueOf(hall)
  if (!catalogue.centralSystems.has(system)) return true
  const services = catalogue.servicesOfSystem(system)
  return services.length > 0 && services.every(({ booth }) => isOwnBooth(hall, booth, actor))
}

/** Officers answer a colleague of their booth, never their own call; and end what they asked for or answered. */
function isOwnHelp(hall: Hall, command: CommandOf<'acknowledge-help' | 'end-help'>, actor: Actor): boolean {
  const call = hall.helps.get(command.help)
  if (!call) return true
  if (call.counter === actor.counter) return command.verb === 'end-help'
  return isOwnBooth(hall, hall.counters.get(call.counter)?.booth, actor)
}

function isOwnBooth(hall: Hall, code: string | undefined, actor: Actor): boolean {
  const booth = code === undefined ? undefined : catalogueOf(hall).booths.get(code)
  if (!booth) return true
  if (actor.agency !== undefined) return booth.agency === actor.agency
  return booth.code === actor.booth
}
