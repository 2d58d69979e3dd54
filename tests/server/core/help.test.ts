import type { Command } from '../../../server/contract/commands.ts'
import type { Actor } from '../../../server/contract/hall.ts'
import { building } from './_building.ts'
import { minutes, officerAt, openDay, supervisor } from './_day.ts'

const site = building({ profiles: { 1: [['A1']], 2: [['A1']], 3: [['B1']] } })
const ask = (help: string, kind: 'supervisor' | 'emergency', counter = 1): Command => ({
  verb: 'ask-help',
  help,
  counter,
  kind,
})
const answer = (help: string): Command => ({ verb: 'acknowledge-help', help })
const end = (help: string): Command => ({ verb: 'end-help', help })
const information: Actor = { role: 'information', id: 'information' }

describe('[R5.13] a counter calls for help', () => {
  test('one open call a counter and kind: asking again is the same call', () => {
    const day = openDay(site)
    const before = day.journal.length
    day.act(ask('h1', 'supervisor'), officerAt(1))
    day.act(ask('h2', 'supervisor'), officerAt(1))
    day.act(ask('h3', 'emergency'), officerAt(1))
    expect(day.journal.slice(before).map(({ type }) => type)).toEqual(['help-asked', 'help-asked'])
    expect([...day.hall.helps.keys()]).toEqual(['h1', 'h3'])
    day.act(end('h1'), officerAt(1))
    day.act(ask('h4', 'supervisor'), officerAt(1))
    expect(day.hall.helps.get('h4')?.endedAt).toBeNull()
  })

  test('it says nothing of a ticket, and an undo at the counter stays possible', () => {
    const day = openDay(site)
    const id = day.issue('A1')
    day.callNext(1)
    day.does('start', id, officerAt(1))
    day.act(ask('h1', 'emergency'), officerAt(1))
    expect(day.journal.at(-1)).not.toHaveProperty('counters')
    day.does('undo', id, officerAt(1))
    expect(day.state(id)).toBe('called')
  })

  test('only the own counter asks', () => {
    const day = openDay(site)
    expect(day.refused(ask('h1', 'supervisor', 2), officerAt(1))).toBe('forbidden')
    expect(day.refused(ask('h1', 'supervisor', 1), supervisor)).toBe('forbidden')
    expect(day.refused(ask('h1', 'supervisor', 99), officerAt(99))).toBe('unknown counter')
  })

  test('an emergency ends only after two different people have answered', () => {
    const day = openDay(site)
    day.act(ask('h1', 'emergency'), officerAt(1))
    expect(day.refused(end('h1'), officerAt(1))).toBe('help-needs-two')
    day.act(answer('h1'), supervisor)
    const once = day.journal.length
    day.act(answer('h1'), supervisor)
    expect(day.journal.length).toBe(once)
    expect(day.refused(end('h1'), supervisor)).toBe('help-needs-two')
    day.wait(minutes)
    day.act(answer('h1'), officerAt(2))
    expect(day.refused(end('h1'), information)).toBe('forbidden')
    day.act(end('h1'), officerAt(2))
    expect(day.hall.helps.get('h1')).toEqual({
      id: 'h1',
      counter: 1,
      kind: 'emergency',
      at: day.clock.at - minutes,
      acknowledged: [
        { by: 'supervisor', at: day.clock.at - minutes },
        { by: 'officer-2', at: day.clock.at },
      ],
      endedAt: day.clock.at,
    })
    expect(day.refused(end('h1'), supervisor)).toBe('help-ended')
    expect(day.refused(answer('h1'), information)).toBe('help-ended')
  })

  test('a call for the supervisor is ended by the counter, or by whoever answered', () => {
    const day = openDay(site)
    day.act(ask('h1', 'supervisor'), officerAt(1))
    expect(day.refused(end('h1'), supervisor)).toBe('forbidden')
    day.act(answer('h1'), supervisor)
    day.act(end('h1'), supervisor)
    day.act(ask('h2', 'supervisor'), officerAt(1))
    day.act(end('h2'), officerAt(1))
    expect([...day.hall.helps.values()].every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  test('colleagues of the booth and the information desk answer; other booths and the counter itself do not', () => {
    const day = openDay(site)
    day.act(ask('h1', 'emergency'), officerAt(1))
    expect(day.refused(answer('h1'), officerAt(1))).toBe('forbidden')
    expect(day.refused(answer('h1'), officerAt(3, 'B'))).toBe('forbidden')
    expect(day.refused(answer('h1'), { role: 'agency-admin', id: 'head', agency: 'A' })).toBe('forbidden')
    day.act(answer('h1'), officerAt(2))
    day.act(answer('h1'), information)
    expect(day.refused(answer('absent'), supervisor)).toBe('unknown help')
  })

  test('the roll-over ends them all; closing the day by hand does not', () => {
    const day = openDay(site)
    day.act(ask('h1', 'emergency'), officerAt(1))
    day.act({ verb: 'close-day', confirm: true }, supervisor)
    expect(day.hall.helps.size).toBe(1)
    day.act({ verb: 'open-day', day: '2026-07-15' })
    expect(day.hall.helps.size).toBe(0)
    expect(day.journal.slice(-2).map(({ type }) => type)).toEqual(['help-ended', 'day-opened'])
  })
})
