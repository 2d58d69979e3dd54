import type { Answer, Command, CommandOf, Verb } from '../../../server/contract/commands.ts'
import type { Actor, CallReason, HallEvent, HallTicket, LegState } from '../../../server/contract/hall.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { decide } from '../../../server/core/decide.ts'
import type { Decision } from '../../../server/core/decision.ts'
import { emptyHall, evolve, type Hall } from '../../../server/core/hall.ts'
import { currentLeg } from '../../../server/core/ticket.ts'

export const morning = Date.parse('2026-07-14T08:00:00+08:00')
export const seconds = 1000
export const minutes = 60_000

export const hub: Actor = { role: 'hub', id: 'hub' }
export const officerAt = (counter: number, booth = 'A'): Actor => ({
  role: 'officer',
  id: `officer-${counter}`,
  counter,
  booth,
})
export const supervisor: Actor = { role: 'supervisor', id: 'supervisor' }

/** What was asked of the rules, when and by whom: enough to ask it all again. */
export interface Asked {
  readonly command: Command
  readonly actor: Actor
  readonly at: number
}

/**
 * The rules alone over one hall: each command is decided and its events folded at once, as the hub does, with its
 * journal kept. `clock.at` is the moment of the next command.
 */
export function ruledHall(hall: Hall = emptyHall()) {
  const journal: HallEvent[] = []
  const asked: Asked[] = []
  const clock = { at: morning }
  const watches: ((event: HallEvent) => void)[] = []

  const ask = (command: Command, actor: Actor = hub): Decision => {
    const { at } = clock
    asked.push({ command, actor, at })
    const decision = decide(hall, command, { at, seq: hall.lastSeq + 1, actor })
    const events = 'events' in decision ? decision.events : []
    const written = { at, command: `c${hall.lastSeq + 1}`, actor: actor.id, device: null }
    for (const draft of events) {
      const event: HallEvent = { ...draft, ...written, seq: hall.lastSeq + 1, id: `e${hall.lastSeq + 1}` }
      for (const watch of watches) watch(event)
      journal.push(event)
      evolve(hall, event)
    }
    return decision
  }
  return { hall, journal, asked, clock, ask, /** Each event, just before it is folded. */ watches }
}

type Line = { priority?: boolean; delivery?: CommandOf<'issue'>['delivery']; by?: Actor }

/** An open day of a building, with the moves of a test as words. Whatever is refused throws, but for `refused`. */
export function openDay(site: SitePackage, { open = true }: { open?: boolean } = {}) {
  const rules = ruledHall()
  const { hall, clock, ask } = rules
  let issued = 0

  const act = (command: Command, actor: Actor = hub): Answer => {
    const decision = ask(command, actor)
    if ('answer' in decision) return decision.answer
    throw new Error(`${command.verb}: ${JSON.stringify(decision)}`)
  }
  const ticket = (id: string): HallTicket => hall.tickets.get(id) as HallTicket
  const byNumber = (answer: Answer) => answer.ticket?.id ?? ''
  const day = {
    ...rules,
    act,
    ticket,
    leg: (id: string) => currentLeg(ticket(id)),
    state: (id: string): LegState => currentLeg(ticket(id)).state,
    counter: (number: number) => {
      const counter = hall.counters.get(number)
      if (!counter) throw new Error(`no counter ${number}`)
      return counter
    },
    /** The name of the refusal; fails when the command is answered. Nothing may have changed. */
    refused: (command: Command, actor: Actor = hub): string => {
      const before = hall.lastSeq
      const decision = ask(command, actor)
      expect(hall.lastSeq).toBe(before)
      if ('refusal' in decision) return decision.refusal.refused
      if ('forbidden' in decision) return 'forbidden'
      if ('unknown' in decision) return `unknown ${decision.unknown}`
      throw new Error(`${command.verb} was answered: ${JSON.stringify(decision)}`)
    },
    wait: (ms: number) => {
      clock.at += ms
    },
    issue: (service: string, { priority = false, delivery = 'none', by = hub }: Line = {}): string => {
      issued += 1
      const id = `t${issued}`
      const codes = { ticket: id, publicCode: `code-${issued}` }
      act({ verb: 'issue', ...codes, service, priority, english: false, kiosk: null, delivery }, by)
      return id
    },
    open: (...numbers: number[]) => {
      for (const counter of numbers) act({ verb: 'open-counter', counter, officer: `officer-${counter}` })
    },
    close: (counter: number) => act({ verb: 'close-counter', counter, confirm: true, force: false }),
    callNext: (counter: number): string => byNumber(act({ verb: 'call-next', counter }, officerOf(hall, counter))),
    /** Calls and finishes until nobody is left for this counter; the ids in the order of the calls. */
    callAll: (counter: number): string[] => {
      const called: string[] = []
      for (;;) {
        const answer = ask({ verb: 'call-next', counter })
        if (!('answer' in answer)) return called
        called.push(byNumber(answer.answer))
        act({ verb: 'finish', ticket: byNumber(answer.answer), outcome: null, next: false })
      }
    },
    call: (counter: number, id: string) =>
      act({ verb: 'call-ticket', counter, ticket: id, reason: 'x' }, officerOf(hall, counter)),
    does: (verb: PlainVerb, id: string, actor: Actor = hub) => act({ verb, ticket: id }, actor),
    finish: (id: string, next = false, actor: Actor = hub) =>
      act({ verb: 'finish', ticket: id, outcome: null, next }, actor),
    hold: (id: string, times: { returnAt?: number; keepUntil?: number } = {}, actor: Actor = hub) =>
      act(
        { verb: 'hold', ticket: id, reason: 'x', returnAt: times.returnAt ?? null, keepUntil: times.keepUntil ?? null },
        actor,
      ),
    transfer: (
      id: string,
      to: CommandOf<'transfer'>['to'],
      how: Partial<CommandOf<'transfer'>> = {},
      actor: Actor = hub,
    ) => act({ verb: 'transfer', ticket: id, to, position: 'keep', returnHere: false, reason: null, ...how }, actor),
    visitor: (id: string, action: CommandOf<'visitor'>['action']) => act({ verb: 'visitor', ticket: id, action }),
    /** The reason of the last call of a ticket. */
    why: (id: string): CallReason | null => hall.calls.findLast((call) => call.ticket === id)?.reason ?? null,
  }
  act({ verb: 'configure', site })
  act({ verb: 'open-day', day: '2026-07-14' })
  if (open) day.open(...site.counters.map(({ number }) => number))
  return day
}

/** Commands for which a ticket is enough. */
export type PlainVerb = { [V in Verb]: { verb: V; ticket: string } extends CommandOf<V> ? V : never }[Verb]

/** The officer of a counter of this hall, as the door would sign them in. */
export const officerOf = (hall: Hall, counter: number): Actor =>
  officerAt(counter, hall.counters.get(counter)?.booth ?? 'A')
