import { readFileSync } from 'node:fs'
import type { Command } from '../../../server/contract/commands.ts'
import type { Actor } from '../../../server/contract/hall.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { decide } from '../../../server/core/decide.ts'
import { emptyHall, evolve, type Hall } from '../../../server/core/hall.ts'
import { readSitePackage } from '../../../server/site/validate.ts'

export const morning = Date.parse('2026-07-14T08:00:00+08:00')
export const minuteMs = 60_000

export function readPaser(): SitePackage {
  const reading = readSitePackage(readFileSync('sites/paser.json', 'utf8'))
  if ('mistakes' in reading) throw new Error(JSON.stringify(reading.mistakes[0]))
  return reading.site
}

const hub: Actor = { role: 'hub', id: 'hub' }

/** The rules alone, without a journal: every command is decided and folded at once. */
export function ruledHall(site: SitePackage) {
  const hall: Hall = emptyHall()
  let count = 0
  const act = (command: Command, at: number) => {
    const decision = decide(hall, command, { at, seq: hall.lastSeq + 1, actor: hub })
    if (!('events' in decision)) throw new Error(`${command.verb}: ${JSON.stringify(decision)}`)
    for (const draft of decision.events) {
      evolve(hall, {
        ...draft,
        seq: hall.lastSeq + 1,
        id: `e${hall.lastSeq}`,
        at,
        command: `c${hall.lastSeq}`,
        actor: 'hub',
        device: null,
      })
    }
    return decision.answer
  }
  act({ verb: 'configure', site }, morning)
  act({ verb: 'open-day', day: '2026-07-14' }, morning)
  const issue = (service: string, at: number, priority = false): string => {
    const ticket = `ticket-${++count}`
    act(
      {
        verb: 'issue',
        ticket,
        publicCode: `code-${count}`,
        service,
        priority,
        english: false,
        kiosk: null,
        delivery: 'none',
      },
      at,
    )
    return ticket
  }
  const open = (counter: number, at = morning) =>
    act({ verb: 'open-counter', counter, officer: `officer-${counter}` }, at)
  const callNext = (counter: number, at: number): string => {
    const { ticket } = act({ verb: 'call-next', counter }, at)
    if (!ticket) throw new Error('nobody called')
    return ticket.id
  }
  return { hall, act, issue, open, callNext }
}
