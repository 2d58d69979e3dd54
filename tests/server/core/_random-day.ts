import type { Command } from '../../../server/contract/commands.ts'
import type { Actor, HallTicket } from '../../../server/contract/hall.ts'
import { type SitePackage, SitePackageSchema } from '../../../server/contract/site.ts'
import { overdue } from '../../../server/core/day.ts'
import type { Hall } from '../../../server/core/hall.ts'
import { currentLeg } from '../../../server/core/ticket.ts'
import { building } from './_building.ts'
import { hub, minutes, officerOf, ruledHall, seconds, supervisor } from './_day.ts'
import { finishing, furtherStepOf, journeyOf } from './_further-steps.ts'

/** Seeded chance, the same on every machine (mulberry32). */
export function chanceOf(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: (limit: number) => Math.floor(next() * limit),
    is: (share: number) => next() < share,
    /** One of the entries; of an empty list, undefined. */
    of: <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)],
    /** One of the entries, each as likely as its weight. */
    weighed: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const entries = Object.entries(weights) as [T, number][]
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [name, weight] of entries) {
        left -= weight
        if (left < 0) return name
      }
      return entries[0]?.[0] as T
    },
  }
}
export type Chance = ReturnType<typeof chanceOf>

const serviceCodes = ['A1', 'A2', 'A3', 'B1', 'B2'] as const

/** One to five counters, each with its own services in one tier or two, and other figures of the rules. */
export function randomBuilding(chance: Chance): SitePackage {
  const codes = serviceCodes.slice(0, 1 + chance.below(serviceCodes.length))
  const profile = () => {
    const held = codes.filter(() => chance.is(0.6))
    if (held.length === 0) held.push(chance.of(codes) as (typeof codes)[number])
    const cut = chance.is(0.5) ? held.length : 1 + chance.below(held.length)
    return [held.slice(0, cut), held.slice(cut)].filter((tier) => tier.length > 0)
  }
  const count = 1 + chance.below(5)
  return building({
    profiles: Object.fromEntries(Array.from({ length: count }, (_, index) => [index + 1, profile()])),
    series: codes.includes('A2') && chance.is(0.5) ? { A2: 'X' } : {},
    rules: {
      aheadOfTurn: chance.below(4),
      tierMinutes: chance.of([0, 5, 15]) as number,
      returnAfter: chance.below(5),
      legCreditMinutes: chance.of([0, 0, 10]) as number,
    },
  })
}

const words = (text: string) => ({ id: text, en: text })

/**
 * The same with everything that a site may set: journeys with and without an order, bookings, outcomes, requirements,
 * central systems, and service that begins and calls that are made by themselves.
 */
export function randomFullBuilding(chance: Chance): SitePackage {
  const plain = randomBuilding(chance)
  const codes = plain.services.map(({ code }) => code)
  const [first, second] = codes
  const services = codes.length > 1 ? [...codes].sort(() => chance.next() - 0.5) : [...codes, ...codes]
  return SitePackageSchema.parse({
    ...plain,
    site: {
      ...plain.site,
      rules: {
        ...plain.site.rules,
        autoStartSeconds: chance.of([0, 0, 30]),
        autoCallSeconds: chance.of([0, 0, 60]),
      },
    },
    centralSystems: ['SIAK', 'OSS'].map((code) => ({ code, name: code })),
    booths: plain.booths.map((booth) => ({ ...booth, centralSystems: chance.is(0.5) ? ['SIAK'] : [] })),
    services: plain.services.map((service) => ({
      ...service,
      requirements: [words('KTP'), words('KK')],
      booking: { slotMinutes: 30, capacity: 20 },
      ...(chance.is(0.3) ? { centralSystems: ['OSS'] } : {}),
      ...(chance.is(0.3)
        ? { outcomes: [{ code: 'OK', name: words('Selesai') }], outcomeRequired: chance.is(0.7) }
        : {}),
    })),
    journeys: [
      { code: 'INORDER', name: words('Urut'), services },
      { code: 'FREE', name: words('Bebas'), services, after: second ? { [second]: [first] } : {} },
    ],
  })
}

/** How often each step comes; a closed kind of day leaves some out. */
export const usualSteps = {
  issue: 30,
  callNext: 30,
  finish: 22,
  start: 12,
  requeue: 2,
  hold: 5,
  resume: 2,
  return: 6,
  miss: 5,
  noShow: 1,
  callTicket: 3,
  recall: 2,
  transfer: 5,
  addService: 2,
  setPriority: 1,
  cancel: 2,
  visitor: 4,
  deliver: 8,
  failPrint: 1,
  undo: 4,
  openCounter: 4,
  closeCounter: 2,
  breakCounter: 2,
  time: 3,
  nonsense: 5,
  checkIn: 0,
  enterPaper: 0,
  walkIn: 0,
  transferBooth: 0,
  changeService: 0,
  handOver: 0,
  reopen: 0,
  reprint: 0,
  pause: 0,
  system: 0,
  help: 0,
  reconfigure: 0,
  newDay: 0,
}
/** Everything that happens in a hall with every rule of the book at work. */
export const fullSteps: typeof usualSteps = {
  ...usualSteps,
  time: 8,
  openCounter: 8,
  start: 18,
  undo: 8,
  checkIn: 6,
  enterPaper: 2,
  walkIn: 2,
  transferBooth: 2,
  changeService: 3,
  handOver: 5,
  reopen: 4,
  reprint: 1,
  pause: 4,
  system: 3,
  help: 1,
}
export type Steps = typeof usualSteps
export type Step = keyof Steps

export interface RandomDayOptions {
  readonly steps?: Steps
  readonly chance?: Chance
  readonly site?: SitePackage
  /** Of what kind the building is, where none is given. */
  readonly buildingOf?: (chance: Chance) => SitePackage
  /** Counters that are open from the beginning; the others open late, by their step. */
  readonly openAtFirst?: number
  /** Called once with the hall of the day, before its first command. */
  readonly begin?: (rules: ReturnType<typeof ruledHall>) => void
  /** Called after each command. */
  readonly after?: (hall: Hall) => void
}

/** Days on which counters open late and none closes: R4.9 holds of them without a further word. */
export const lateDays = { steps: { ...usualSteps, closeCounter: 0, breakCounter: 0, nonsense: 0 }, openAtFirst: 1 }

/** Everything at work, with counters that open late. The building stays as it is: R4.9 is for the counters that there are. */
export const fullDays = { steps: fullSteps, buildingOf: randomFullBuilding, openAtFirst: 1 }

/** Many days of everything, in a building that is changed meanwhile. */
export const manyDays = { ...fullDays, steps: { ...fullSteps, reconfigure: 2, newDay: 0.5 } }

/** A day of so many steps, each a command that somebody in the hall might give now, or nonsense. The seed is the day. */
export function randomDay(seed: number, length: number, options: RandomDayOptions = {}) {
  const chance = options.chance ?? chanceOf(seed)
  const site = options.site ?? (options.buildingOf ?? randomBuilding)(chance)
  const rules = ruledHall()
  const { hall, clock } = rules
  let issued = 0
  options.begin?.(rules)

  const ask = (command: Command, actor: Actor) => {
    const decision = rules.ask(command, actor)
    options.after?.(hall)
    return decision
  }
  const newCodes = () => {
    issued += 1
    return { ticket: `t${issued}`, publicCode: `code-${issued}` }
  }
  ask({ verb: 'configure', site }, hub)
  ask({ verb: 'open-day', day: '2026-07-14' }, hub)
  for (const { number } of site.counters.slice(0, options.openAtFirst ?? site.counters.length)) {
    ask({ verb: 'open-counter', counter: number, officer: `officer-${number}` }, hub)
  }
  for (let step = 0; step < length; step++) {
    clock.at += Math.round(chance.is(0.02) ? -30 * seconds * chance.next() : 50 * seconds * chance.next() ** 2)
    const kind = chance.weighed(options.steps ?? usualSteps)
    if (kind === 'newDay') nextDay(rules, ask)
    else if (kind === 'time') for (const { command } of overdue(hall, clock.at)) ask(command, hub)
    else {
      const one = stepOf(kind, hall, chance, clock.at, newCodes)
      if (one) ask(one.command, one.actor)
    }
  }
  return { ...rules, site, seed, ask, newCodes }
}

/** The day is closed, by hand or at its end, and the next one opened in the morning. */
function nextDay({ hall, clock }: ReturnType<typeof ruledHall>, ask: (command: Command, actor: Actor) => unknown) {
  const day = new Date(Date.parse(`${hall.day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  ask({ verb: 'close-day', confirm: true }, supervisor)
  ask({ verb: 'close-day' }, hub)
  clock.at = Date.parse(`${day}T08:00:00+08:00`)
  ask({ verb: 'open-day', day }, hub)
  for (const { number } of hall.counters.values())
    ask({ verb: 'open-counter', counter: number, officer: `officer-${number}` }, hub)
}

type Asking = { command: Command; actor: Actor }

function stepOf(
  kind: Step,
  hall: Hall,
  chance: Chance,
  at: number,
  newCodes: () => { ticket: string; publicCode: string },
): Asking | null {
  const services = [...(hall.catalogue?.services.keys() ?? [])]
  const counters = [...hall.counters.values()]
  const counter = chance.of(counters)
  if (!counter) return null
  const { number } = counter
  const officer = officerOf(hall, number)
  const service = chance.of(services) as string
  const inHand = counter.ticket ? hall.tickets.get(counter.ticket) : undefined
  const inState = (...states: string[]): HallTicket | undefined =>
    chance.of([...hall.tickets.values()].filter((one) => states.includes(currentLeg(one).state)))
  const by = (command: Command | null, actor: Actor = officer): Asking | null => command && { command, actor }
  const on = (ticket: HallTicket | undefined, command: (id: string) => Command, actor: Actor = officer) =>
    ticket ? by(command(ticket.id), actor) : null

  switch (kind) {
    case 'issue': {
      const delivery = chance.of(['none', 'none', 'none', 'print', 'screen'] as const) ?? 'none'
      return by(
        {
          verb: 'issue',
          ...newCodes(),
          service,
          priority: chance.is(0.3),
          english: false,
          kiosk: null,
          delivery,
          ...journeyOf(hall, chance),
        },
        hub,
      )
    }
    case 'callNext':
      return by({ verb: 'call-next', counter: number })
    case 'finish':
      return on(inHand, (ticket) => finishing(hall, chance, ticket))
    case 'start':
      return on(inHand, (ticket) => ({ verb: 'start', ticket }))
    case 'requeue':
      return on(inHand, (ticket) => ({ verb: 'requeue', ticket }))
    case 'recall':
      return on(inHand, (ticket) => ({ verb: 'recall', ticket }))
    case 'miss':
      return on(inHand, (ticket) => ({ verb: 'miss', ticket }))
    case 'hold': {
      const times = {
        returnAt: chance.is(0.4) ? at + chance.below(10) * minutes : null,
        keepUntil: chance.is(0.3) ? at + chance.below(15) * minutes : null,
      }
      const missing = hall.catalogue?.site.journeys.length ? { missing: [chance.below(3)] } : {}
      return on(inHand ?? inState('waiting'), (ticket) => ({ verb: 'hold', ticket, reason: 'x', ...times, ...missing }))
    }
    case 'resume':
      return on(inState('held'), (ticket) => ({ verb: 'resume', ticket, counter: chance.is(0.5) ? number : null }))
    case 'return':
      return on(inState('held', 'missed', 'no-show'), (ticket) => ({ verb: 'return', ticket, reason: 'x' }), supervisor)
    case 'noShow':
      return on(inState('missed'), (ticket) => ({ verb: 'no-show', ticket }))
    case 'callTicket':
      return on(inState('waiting', 'missed'), (ticket) => ({
        verb: 'call-ticket',
        counter: number,
        ticket,
        reason: 'x',
      }))
    case 'transfer': {
      const to = chance.is(0.6) ? { service } : { counter: number }
      const position = chance.of(['keep', 'end', 'front'] as const) ?? 'keep'
      const returnHere = chance.is(0.3)
      return on(
        inHand ?? inState('waiting', 'held', 'missed'),
        (ticket) => ({ verb: 'transfer', ticket, to, position, returnHere, reason: 'x' }),
        chance.is(0.5) ? officer : supervisor,
      )
    }
    case 'addService':
      return on(inHand ?? inState('waiting'), (ticket) => ({ verb: 'add-service', ticket, service }), supervisor)
    case 'setPriority':
      return on(
        inState('waiting', 'reserved', 'held'),
        (ticket) => ({ verb: 'set-priority', ticket, priority: chance.is(0.5), reason: null }),
        supervisor,
      )
    case 'cancel':
      return on(
        chance.of([...hall.tickets.values()]),
        (ticket) => ({ verb: 'cancel', ticket, reason: null }),
        supervisor,
      )
    case 'visitor': {
      const action = chance.of(['cancel', 'here', 'here', 'later', 'on-my-way'] as const) ?? 'here'
      return on(chance.of([...hall.tickets.values()]), (ticket) => ({ verb: 'visitor', ticket, action }), {
        role: 'visitor',
        id: 'phone',
      })
    }
    case 'deliver':
      return on(inState('reserved', 'void'), (ticket) => ({ verb: 'deliver', ticket }), hub)
    case 'failPrint':
      return on(inState('reserved'), (ticket) => ({ verb: chance.is(0.5) ? 'fail-print' : 'lapse', ticket }), hub)
    case 'undo':
      return on(chance.of([...hall.undoables.values()].flatMap((one) => [...one.tickets.values()])), (ticket) => ({
        verb: 'undo',
        ticket,
      }))
    case 'openCounter':
      return chance.is(0.8)
        ? by({ verb: 'open-counter', counter: number, officer: officer.id })
        : by(
            {
              verb: 'open-counter',
              counter: number,
              officer: chance.is(0.5) ? null : `officer-${1 + chance.below(6)}`,
            },
            supervisor,
          )
    case 'closeCounter':
      return by(
        { verb: 'close-counter', counter: number, confirm: chance.is(0.7), force: chance.is(0.5) },
        chance.is(0.5) ? officer : supervisor,
      )
    case 'breakCounter':
      return by(
        { verb: 'break-counter', counter: number, reason: 'x', until: null, force: chance.is(0.5) },
        chance.is(0.5) ? officer : supervisor,
      )
    case 'time':
    case 'newDay':
      return null
    case 'nonsense':
      return by(
        nonsense(hall, chance, number, service),
        chance.of([hub, officer, supervisor, { role: 'kiosk', id: 'K1' }]),
      )
    default:
      return furtherStepOf(kind, { hall, chance, at, newCodes, number, service, inHand, inState })
  }
}

const plainVerbs = [
  'deliver',
  'fail-print',
  'offer',
  'lapse',
  'recall',
  'start',
  'return',
  'give-up-hold',
  'requeue',
  'miss',
  'no-show',
  'undo',
] as const

/** Any command on any ticket. */
function nonsense(hall: Hall, chance: Chance, counter: number, service: string): Command {
  const ticket = chance.is(0.05) ? 'nobody' : (chance.of([...hall.tickets.keys()]) ?? 'nobody')
  const plain: Command = { verb: chance.of(plainVerbs) ?? 'start', ticket }
  const others: readonly Command[] = [
    { verb: 'resume', ticket, counter: chance.is(0.5) ? counter : 99 },
    { verb: 'call-ticket', ticket, counter, reason: chance.is(0.9) ? 'x' : '' },
    { verb: 'finish', ticket, outcome: null, next: true },
    {
      verb: 'transfer',
      ticket,
      to: { service: chance.is(0.9) ? service : 'ZZ' },
      position: 'front',
      returnHere: true,
      reason: null,
    },
    { verb: 'add-service', ticket, service },
    { verb: 'call-next', counter: 99 },
  ]
  return chance.is(0.6) ? plain : (chance.of(others) ?? plain)
}
