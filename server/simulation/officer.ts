import type { Answer } from '../contract/commands.ts'
import type { Actor } from '../contract/hall.ts'
import { standingsOf } from '../core/next.ts'
import { currentLeg } from '../core/ticket.ts'
import type { BreakPlan, OfficerPlan } from './plan-officers.ts'
import type { Visitors } from './visitors.ts'
import { after, ticketIn, tryTo, type World } from './world.ts'

const secondMs = 1_000
const minuteMs = 60 * secondMs
/** How long after closing an officer still serves those who wait. */
const overtimeMs = 45 * minuteMs

export interface Officer {
  readonly plan: OfficerPlan
  begin(): void
  /** Somebody joined a line, or a while has passed: an officer with free hands looks who is next. */
  look(): void
}

/** A virtual officer at one counter, who works as the counter screen lets a person work. */
export function createOfficer(world: World, plan: OfficerPlan, visitors: Visitors): Officer {
  const { hall } = world
  const { counter, random } = plan
  const actor: Actor = { role: 'officer', id: `officer:${counter}`, counter, booth: plan.booth }
  const services = () => (hall.told.counters.has(counter) ? world.catalogue.profileOf(counter).flat() : [])
  let isLooking = false
  let hasGone = false

  const present = () => hall.told.counters.get(counter)
  const isFree = () => {
    const now = present()
    return now?.state === 'open' && now.pending === null && now.ticket === null
  }
  const hasPeople = () =>
    services().some((service) => [...standingsOf(hall.told, service)].some(({ leg }) => leg.state === 'waiting'))
  /** Whether this number is still in this officer's hands, in that state. */
  const mine = (ticket: string, state: 'called' | 'serving') =>
    ticketIn(world, ticket, state) && present()?.ticket === ticket

  const open = () => tryTo(world, { verb: 'open-counter', counter, officer: actor.id }, actor)

  const look = () => {
    if (isLooking || !isFree() || !hasPeople()) return
    lookIn(random.between(3, 15) * secondMs)
  }
  const lookIn = (ms: number) => {
    isLooking = true
    after(world, ms, async () => {
      isLooking = false
      if (!isFree() || hasGone) return
      if (hasPeople()) follow(await tryTo(world, { verb: 'call-next', counter }, actor))
      else if (hall.now() >= plan.closesAt) await goHome()
    })
  }

  const follow = (answer: Answer | null | undefined) => {
    const ticket = answer?.next === undefined ? answer?.ticket : answer.next?.ticket
    if (!ticket) return
    const coming = visitors.answer(ticket.id)
    if (coming) after(world, coming.walkMs, () => serve(ticket.id))
    callAgain(ticket.id)
  }

  /** R5.3: twice more, then the number is put aside. Who is on the way is waited for. */
  const callAgain = (ticket: string) =>
    after(world, random.between(40, 70) * secondMs, async () => {
      const called = mine(ticket, 'called') && hall.told.tickets.get(ticket)
      if (!called) return
      const { calls } = currentLeg(called)
      if (calls < world.catalogue.site.site.rules.callsAtMost) {
        await tryTo(world, { verb: 'recall', ticket }, actor)
        callAgain(ticket)
      } else if (await tryTo(world, { verb: 'miss', ticket }, actor)) {
        visitors.wasMissed(ticket)
        lookIn(random.between(2, 10) * secondMs)
      }
    })

  const serve = async (ticket: string) => {
    visitors.holding(ticket).isComing = false
    if (!mine(ticket, 'called')) return visitors.cameTooLate(ticket)
    const started = await tryTo(world, { verb: 'start', ticket }, actor)
    if (!started?.ticket) return
    const one = visitors.holding(ticket)
    if (one.lacksPapers) {
      after(world, one.random.lognormal(3 * minuteMs, 0.4), () => sendForPapers(ticket))
      return
    }
    const service = world.catalogue.services.get(currentLeg(started.ticket).service)
    const deskMs = one.random.lognormal((service?.minutes ?? 10) * minuteMs, service?.spread ?? 0.6)
    const wanted = one.alsoWants
    one.alsoWants = null
    if (wanted) after(world, deskMs / 2, () => addService(ticket, wanted))
    const isMisplaced = started.ticket.legs.length === 1 && !wanted && one.random.chance(0.03)
    after(world, isMisplaced ? deskMs / 3 : deskMs, () => (isMisplaced ? sendElsewhere(ticket) : finish(ticket)))
  }

  const addService = async (ticket: string, service: string) => {
    if (mine(ticket, 'serving')) await tryTo(world, { verb: 'add-service', ticket, service }, actor)
  }

  const sendForPapers = async (ticket: string) => {
    if (!mine(ticket, 'serving')) return
    const command = { verb: 'hold', ticket, reason: 'Berkas kurang', returnAt: null, keepUntil: null } as const
    if (await tryTo(world, command, actor)) visitors.wasHeld(ticket)
    lookIn(random.between(2, 20) * secondMs)
  }

  /** The wrong desk: on to another booth that is open, where the place in line is kept (R4.4). */
  const sendElsewhere = async (ticket: string) => {
    if (!mine(ticket, 'serving')) return
    const others = [...hall.told.counters.values()].filter(
      ({ state, booth }) => state === 'open' && booth !== plan.booth,
    )
    const other = random.pick(others, ({ booth }) => world.catalogue.booths.get(booth)?.share ?? 0)
    const service = other && world.catalogue.profileOf(other.number)[0]?.[0]
    if (!service) return finish(ticket)
    await tryTo(
      world,
      { verb: 'transfer', ticket, to: { service }, position: 'keep', returnHere: random.chance(0.2), reason: null },
      actor,
    )
    lookIn(random.between(2, 20) * secondMs)
  }

  const finish = async (ticket: string) => {
    if (!mine(ticket, 'serving')) return
    const next = random.chance(0.85)
    const answer = await tryTo(world, { verb: 'finish', ticket, outcome: null, next }, actor)
    if (answer?.next) follow(answer)
    else lookIn(random.between(5, 45) * secondMs)
  }

  const rest = async ({ until, lateMs, reason }: BreakPlan) => {
    if (hasGone || present()?.state !== 'open') return
    await tryTo(world, { verb: 'break-counter', counter, reason, until, force: false }, actor)
    after(world, until + lateMs - hall.now(), async () => {
      if (hasGone) return
      await open()
      lookIn(5 * secondMs)
    })
  }

  const goHome = async () => {
    hasGone = true
    await tryTo(world, { verb: 'close-counter', counter, confirm: true, force: false }, actor)
  }

  return {
    plan,
    look,
    begin: () => {
      world.agenda.plan(plan.opensAt, async () => {
        await open()
        lookIn(random.between(5, 60) * secondMs)
      })
      for (const pause of plan.breaks) if (pause.at > plan.opensAt) world.agenda.plan(pause.at, () => rest(pause))
      world.agenda.plan(plan.closesAt, () => {
        if (isFree() && !isLooking) lookIn(0)
      })
      world.agenda.plan(plan.closesAt + overtimeMs, () => (hasGone ? undefined : goHome()))
    },
  }
}

export const latestEndMs = overtimeMs + 15 * minuteMs
