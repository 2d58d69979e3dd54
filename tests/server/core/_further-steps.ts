import type { Command, CommandOf } from '../../../server/contract/commands.ts'
import type { Actor, HallTicket } from '../../../server/contract/hall.ts'
import { entryOf, type SiteChange } from '../../../server/contract/site-change.ts'
import type { Hall } from '../../../server/core/hall.ts'
import { catalogueOf } from '../../../server/core/next.ts'
import { currentLeg } from '../../../server/core/ticket.ts'
import { hub, minutes, officerOf, supervisor } from './_day.ts'
import type { Chance } from './_random-day.ts'

interface Scene {
  readonly hall: Hall
  readonly chance: Chance
  readonly at: number
  readonly newCodes: () => { ticket: string; publicCode: string }
  readonly number: number
  readonly service: string
  readonly inHand: HallTicket | undefined
  readonly inState: (...states: string[]) => HallTicket | undefined
}

/** Each step that the smaller days leave out: a command that somebody in the hall might give now. */
const steps = {
  checkIn: ({ hall, chance, at, newCodes, service }: Scene) => {
    const [known] = [...hall.checkedIn.keys()]
    const codes = newCodes()
    const booking = {
      code: known && chance.is(0.1) ? known : `b-${codes.ticket}`,
      service,
      slotAt: at + (chance.below(105) - 30) * minutes,
      day: hall.day ?? '',
      priority: chance.is(0.3),
      english: false,
      items: 1 + chance.below(2),
    }
    const delivery = chance.is(0.7) ? ('none' as const) : ('print' as const)
    return asked({ verb: 'check-in', ...codes, booking, kiosk: null, delivery }, hub)
  },
  enterPaper: ({ hall, chance, at, newCodes, service }: Scene) => {
    const last = hall.series.get(catalogueOf(hall).prefixOf(service)) ?? 0
    const paper = { service, number: Math.max(1, last + chance.below(4) - 1), priority: chance.is(0.3) }
    return asked({ verb: 'enter-paper', ...newCodes(), ...paper, takenAt: at - chance.below(40) * minutes }, supervisor)
  },
  walkIn: ({ hall, chance, newCodes, number, service }: Scene) =>
    asked(
      { verb: 'walk-in', ...newCodes(), counter: number, service, priority: chance.is(0.3), english: false },
      officerOf(hall, number),
    ),
  transferBooth: ({ hall, chance, number, inHand, inState }: Scene) => {
    const ticket = inHand ?? inState('waiting', 'held')
    const booth = chance.of([...catalogueOf(hall).booths.keys()]) as string
    const how = { position: chance.is(0.5) ? 'keep' : 'end', returnHere: chance.is(0.3), reason: null } as const
    return onTicket(ticket, (id) => ({ verb: 'transfer', ticket: id, to: { booth }, ...how }), officerOf(hall, number))
  },
  changeService: ({ service, inState }: Scene) =>
    onTicket(inState('waiting', 'reserved'), (ticket) => ({ verb: 'change-service', ticket, service }), phone),
  handOver: ({ hall, chance, number, inHand }: Scene) =>
    onTicket(
      inHand,
      (ticket) => ({ verb: 'hand-over', ticket, counter: chance.of([...hall.counters.keys()]) as number }),
      chance.is(0.8) ? officerOf(hall, number) : supervisor,
    ),
  reopen: ({ chance, hall }: Scene) =>
    onTicket(
      chance.of([...hall.tickets.values()].filter(({ legs }) => legs.some(({ state }) => state === 'done'))),
      (ticket) => ({ verb: 'reopen', ticket, reason: 'x' }),
      supervisor,
    ),
  reprint: ({ chance, hall }: Scene) =>
    onTicket(chance.of([...hall.tickets.values()]), (ticket) => ({ verb: 'reprint', ticket }), supervisor),
  pause: ({ hall, chance, at }: Scene) =>
    asked(
      hall.pause || chance.is(0.8)
        ? { verb: 'resume-building' }
        : { verb: 'pause-building', reason: 'x', until: chance.is(0.5) ? at + 10 * minutes : null },
      supervisor,
    ),
  system: ({ hall, chance }: Scene) => {
    const system = chance.of([...catalogueOf(hall).centralSystems.keys()])
    return system === undefined ? null : asked({ verb: 'set-system', system, down: chance.is(0.2) }, supervisor)
  },
  help: ({ hall, chance, number, newCodes }: Scene) => {
    const [help] = [...hall.helps.values()].filter(({ endedAt }) => endedAt === null)
    if (help && chance.is(0.7))
      return asked({ verb: chance.is(0.5) ? 'acknowledge-help' : 'end-help', help: help.id }, supervisor)
    const kind = chance.is(0.5) ? ('supervisor' as const) : ('emergency' as const)
    return asked({ verb: 'ask-help', help: newCodes().ticket, counter: number, kind }, officerOf(hall, number))
  },
  reconfigure: ({ hall, chance, number, service }: Scene) => {
    const change = changeOf(hall, chance, number, service)
    const before = entryOf(catalogueOf(hall).site, change)
    const { siteVersion } = hall
    const rest = { siteVersion, confirm: chance.is(0.8), note: null }
    return asked({ verb: 'reconfigure', changes: [{ ...change, before }], ...rest }, manager)
  },
}

/** What a manager might change while the hall is at work: a counter that comes, goes, moves or serves others, a service, a rule. */
function changeOf(hall: Hall, chance: Chance, number: number, service: string): Omit<SiteChange, 'before'> {
  const { site, counters, services, booths } = catalogueOf(hall)
  const plan = counters.get(number)
  const kind = chance.weighed({ newCounter: 1, counterGoes: 1, counterMoves: 1, profile: 3, service: 2, rules: 1 })
  const counter = { kind: 'counters', code: String(number) } as const
  switch (kind) {
    case 'newCounter':
      return { kind: 'counters', code: '9', after: { number: 9, booth: [...booths.keys()][0], profile: [[service]] } }
    case 'counterGoes':
      return { ...counter, after: counters.size > 1 ? null : plan }
    case 'counterMoves':
      return { ...counter, after: { ...plan, booth: chance.of([...booths.keys()]) } }
    case 'profile':
      return {
        ...counter,
        after: { ...plan, profile: [[service], [...services.keys()].filter((one) => one !== service)] },
      }
    case 'service':
      return { kind: 'services', code: service, after: { ...services.get(service), minutes: 1 + chance.below(9) } }
    case 'rules':
      return { kind: 'site', code: 'rules', after: { ...site.site.rules, aheadOfTurn: chance.below(4) } }
  }
}

const manager: Actor = { role: 'manager', id: 'manager' }
export type FurtherStep = keyof typeof steps

const phone: Actor = { role: 'visitor', id: 'phone' }
const asked = (command: Command, actor: Actor) => ({ command, actor })
const onTicket = (ticket: HallTicket | undefined, command: (id: string) => Command, actor: Actor) =>
  ticket ? asked(command(ticket.id), actor) : null

export const furtherStepOf = (kind: FurtherStep, scene: Scene): { command: Command; actor: Actor } | null =>
  steps[kind](scene)

/** Where the building has journeys, some numbers are taken for one of them, and some for several applications. */
export function journeyOf(hall: Hall, chance: Chance): Pick<CommandOf<'issue'>, 'journey' | 'items' | 'visitor'> {
  const { journeys } = catalogueOf(hall)
  if (journeys.size === 0) return {}
  const journey = chance.is(0.25) ? chance.of([...journeys.keys()]) : undefined
  return { ...(journey === undefined ? {} : { journey }), ...(chance.is(0.1) ? { items: 2 + chance.below(3) } : {}) }
}

/** A finish with the outcome that the service asks for, and with waits where other legs follow. */
export function finishing(hall: Hall, chance: Chance, ticket: string): Command {
  const { services } = catalogueOf(hall)
  const one = hall.tickets.get(ticket) as HallTicket
  const outcome = services.get(currentLeg(one).service)?.outcomes?.[0]?.code ?? null
  const next = chance.is(0.5)
  if (!one.legs.some(({ state }) => state === 'planned')) return { verb: 'finish', ticket, outcome, next }
  const waits = Object.fromEntries([...services.keys()].map((code, index) => [code, ((index * 7) % 5) * minutes]))
  return { verb: 'finish', ticket, outcome, next, waits }
}
