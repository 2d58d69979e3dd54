import type { Admission } from '../contract/admission.ts'
import type { Delivery } from '../contract/hall.ts'
import { mayIssue } from '../core/may-issue.ts'
import { currentLeg } from '../core/ticket.ts'
import type { VisitorPlan } from './plan-visitors.ts'
import { createRandom, type Random } from './random.ts'
import { after, kioskActor, ticketIn, tryTo, visitor, type World } from './world.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs

/** Somebody with a number, as an officer meets them. */
export interface Visitor {
  readonly random: Random
  readonly hasPhone: boolean
  alsoWants: string | null
  lacksPapers: boolean
  /** Went away without a word. */
  hasLeft: boolean
  /** Heard the call and is on the way to the counter. */
  isComing: boolean
}

export interface Visitors {
  arrive(plan: VisitorPlan): Promise<void>
  /** Who holds this number. One that a real person took in the simulated hall is held by somebody patient. */
  holding(ticket: string): Visitor
  /** What a called visitor does: comes after so long, or null when nobody comes. */
  answer(ticket: string): { walkMs: number } | null
  /** The number was put aside: some come back and say so. */
  wasMissed(ticket: string): void
  wasHeld(ticket: string): void
  /** Stands at the counter that has given them up, and reports. */
  cameTooLate(ticket: string): Promise<void>
  readonly arrived: () => number
}

export function createVisitors(
  world: World,
  isWithoutPaper: (kiosk: string) => boolean,
  onIssued: (ticket: string, told: Admission) => void,
): Visitors {
  const { hall } = world
  const visitors = new Map<string, Visitor>()
  let arrived = 0

  const arrive = async (plan: VisitorPlan) => {
    arrived++
    const ticket = world.ids.ticket()
    const { service, priority, english, kiosk, random } = plan
    const withoutHook: Delivery = isWithoutPaper(kiosk) ? 'screen' : 'none'
    const delivery = hall.printers ? 'print' : withoutHook
    const asking = { service, priority, items: 1, visitor: null }
    const { inForce = false, forecast = null } = hall.terms?.(hall.told, asking, hall.now()) ?? {}
    const told = mayIssue(hall.told, asking, hall.now(), forecast, inForce)
    const made = await tryTo(
      world,
      {
        verb: 'issue',
        ticket,
        publicCode: world.ids.publicCode(),
        ...asking,
        inForce,
        forecast,
        english,
        kiosk,
        delivery,
      },
      kioskActor(kiosk),
    )
    if (!made) return
    const { hasPhone, alsoWants, lacksPapers } = plan
    visitors.set(ticket, { random, hasPhone, alsoWants, lacksPapers, hasLeft: false, isComing: false })
    onIssued(ticket, told)
    if (delivery !== 'none') keepNumber(ticket, 1)
    after(world, plan.patienceMs, () => losePatience(ticket))
    if (hasPhone && random.chance(0.03)) after(world, 10 * minuteMs, () => act(ticket, 'later'))
  }

  /** Without paper the number stands on the screen, and the visitor takes it along on the phone or by heart. */
  const keepNumber = (ticket: string, looks: number) =>
    after(world, 15 * secondMs, async () => {
      const reserved = ticketIn(world, ticket, 'reserved', 'void')
      if (!reserved) return
      if (reserved.delivery === 'screen' || looks > 12) await tryTo(world, { verb: 'deliver', ticket }, visitor)
      else keepNumber(ticket, looks + 1)
    })

  const act = async (ticket: string, action: 'later' | 'here' | 'cancel' | 'on-my-way') => {
    const can = { later: ['waiting'], here: ['held', 'missed'], cancel: ['waiting'], 'on-my-way': ['called'] } as const
    if (ticketIn(world, ticket, ...can[action])) await tryTo(world, { verb: 'visitor', ticket, action }, visitor)
  }

  const losePatience = async (ticket: string) => {
    const one = holding(ticket)
    if (!ticketIn(world, ticket, 'waiting')) return
    if (one.hasPhone) await act(ticket, 'cancel')
    else one.hasLeft = true
  }

  const holding = (ticket: string): Visitor => {
    let known = visitors.get(ticket)
    if (!known) {
      known = {
        random: createRandom(ticket),
        hasPhone: false,
        alsoWants: null,
        lacksPapers: false,
        hasLeft: false,
        isComing: false,
      }
      visitors.set(ticket, known)
    }
    return known
  }

  return {
    arrive,
    holding,
    answer: (id) => {
      const one = holding(id)
      const ticket = hall.told.tickets.get(id)
      const waitedMs = ticket ? hall.now() - (currentLeg(ticket).queuedAt ?? hall.now()) : 0
      const isDeaf = one.random.chance(0.04 + (0.01 * waitedMs) / (15 * minuteMs))
      if (one.hasLeft || isDeaf) return null
      if (one.hasPhone && one.random.chance(0.3)) after(world, 5 * secondMs, () => act(id, 'on-my-way'))
      one.isComing = true
      const isFar = one.random.chance(0.1)
      return { walkMs: one.random.lognormal(isFar ? 2.5 * minuteMs : 45 * secondMs, 0.5) }
    },
    wasMissed: (ticket) => {
      const { random, hasLeft, isComing } = holding(ticket)
      if (!hasLeft && !isComing && random.chance(0.5))
        after(world, random.between(3, 20) * minuteMs, () => act(ticket, 'here'))
    },
    wasHeld: (ticket) => {
      const one = holding(ticket)
      if (!one.random.chance(0.6)) return
      one.lacksPapers = false
      after(world, one.random.between(20, 110) * minuteMs, () => act(ticket, 'here'))
    },
    cameTooLate: (ticket) => act(ticket, 'here'),
    arrived: () => arrived,
  }
}
