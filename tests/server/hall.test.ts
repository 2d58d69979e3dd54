import type Database from 'better-sqlite3'
import type { Command, Outcome } from '../../server/contract/commands.ts'
import type { HallEvent } from '../../server/contract/hall.ts'
import { aheadOf } from '../../server/core/ahead.ts'
import { openLiveHall } from './_live-hall.ts'
import { officerAt } from './core/_day.ts'
import { textOf } from './core/_invariants.ts'

const refused = (outcome: Outcome): string | null => ('refusal' in outcome ? outcome.refusal.refused : null)
const labelOf = (outcome: Outcome): string | undefined =>
  'answer' in outcome ? outcome.answer.ticket?.label : undefined

/** Makes the file refuse every event of one type, as a disk does that has no room for it, until the trigger is dropped. */
const breakDisk = (connection: Database.Database, type: string) =>
  connection.exec(
    `create trigger full before insert on event when new.type = '${type}' begin select raise(abort, 'disk full'); end`,
  )
const mendDisk = (connection: Database.Database) => connection.exec('drop trigger full')

/** Asks until the hall has read its journal again; a client does the same. */
async function answerOf(live: { outcome(command: Command): Promise<Outcome> }, command: Command): Promise<Outcome> {
  for (;;) {
    const outcome = await live.outcome(command)
    if (refused(outcome) !== 'hall-unavailable') return outcome
    await new Promise(setImmediate)
  }
}

const countEvents = (connection: Database.Database): number =>
  (connection.prepare('select count(*) n from event').get() as { n: number }).n

describe('[R8.3] first durable, then true, then told', () => {
  test('what a listener hears is in the file at that moment, in order, and the told hall has it', async () => {
    await using live = await openLiveHall()
    const connection = live.connect()
    const inFile = connection.prepare('select type, payload from event where seq = ?')
    const heard: number[] = []
    live.hall.subscribe((events, hall) => {
      for (const event of events) {
        heard.push(event.seq)
        expect(inFile.get(event.seq)).toMatchObject({ type: event.type })
        expect(hall.lastSeq).toBe(events.at(-1)?.seq)
      }
    })
    const before = live.hall.told.lastSeq
    await live.openCounter(1)
    await Promise.all(Array.from({ length: 200 }, () => live.issue()))
    await live.outcome({ verb: 'call-next', counter: 1 }, { actor: officerAt(1) })
    expect(heard).toEqual(Array.from({ length: 202 }, (_, index) => before + 1 + index))
    connection.close()
  })

  test('until then nobody sees it, neither in the hall that is told nor in the file', async () => {
    await using live = await openLiveHall()
    const connection = live.connect()
    const before = { events: countEvents(connection), seq: live.hall.told.lastSeq }
    const issued = live.issue()
    expect([live.hall.told.lastSeq, live.hall.told.tickets.size, countEvents(connection)]).toEqual([
      before.seq,
      0,
      before.events,
    ])
    await issued
    expect([live.hall.told.lastSeq, live.hall.told.tickets.size, countEvents(connection)]).toEqual([
      before.seq + 1,
      1,
      before.events + 1,
    ])
    connection.close()
  })

  test('the commands of one moment share a flush', async () => {
    const batches: number[] = []
    await using live = await openLiveHall((journal) => ({
      ...journal,
      append: (entries) => {
        batches.push(entries.length)
        return journal.append(entries)
      },
    }))
    batches.length = 0
    const labels = await Promise.all(Array.from({ length: 100 }, async () => (await live.issue()).label))
    expect([batches.reduce((sum, size) => sum + size, 0), batches.length]).toEqual([100, 1])
    expect(new Set(labels).size).toBe(100)
  })

  test('a listener that fails hurts nobody', async () => {
    await using live = await openLiveHall()
    const heard: HallEvent[] = []
    live.hall.subscribe(() => {
      throw new Error('a screen')
    })
    const stop = live.hall.subscribe((events) => void heard.push(...events))
    await live.issue()
    stop()
    await live.issue()
    expect(heard.map(({ type }) => type)).toEqual(['issued'])
    expect(live.errors).toEqual(['a listener of the hall failed', 'a listener of the hall failed'])
  })

  test('a refusal too waits for the flush of everything decided before it', async () => {
    await using live = await openLiveHall()
    const connection = live.connect()
    const before = countEvents(connection)
    const order: string[] = []
    await Promise.all([
      live.outcome(live.issuing()).then(() => order.push('issued')),
      live.outcome({ verb: 'call-next', counter: 1 }).then((outcome) => {
        order.push(refused(outcome) ?? '')
        expect(countEvents(connection)).toBe(before + 1)
      }),
    ])
    expect(order).toEqual(['issued', 'counter-closed'])
    connection.close()
  })
})

describe('[R8.2] keys', () => {
  test('the same key at the same time happens once and gives both the same answer', async () => {
    await using live = await openLiveHall()
    const command = live.issuing()
    const asking = { key: 'k1', fingerprint: 'f' }
    const given = await Promise.all([1, 2, 3].map(() => live.outcome(command, asking)))
    expect(given.map(labelOf)).toEqual(['A-001', 'A-001', 'A-001'])
    expect(given[1]).toEqual(given[0])
    expect(await live.outcome(command, asking)).toEqual(given[0])
    expect((await live.issue()).label).toBe('A-002')
  })

  test('the same key with another body is a mismatch, and nothing happens', async () => {
    await using live = await openLiveHall()
    const first = live.request(live.issuing(), { key: 'k1', fingerprint: 'one' })
    expect(await live.request(live.issuing(), { key: 'k1', fingerprint: 'two' })).toEqual({ mismatch: true })
    await first
    expect(await live.request(live.issuing(), { key: 'k1', fingerprint: 'two' })).toEqual({ mismatch: true })
    expect(live.hall.told.tickets.size).toBe(1)
  })

  test('a refusal is kept like an answer, and both outlive a restart', async () => {
    await using live = await openLiveHall()
    const call = { verb: 'call-next', counter: 1 } as const
    const calling = { key: 'k1', fingerprint: 'call' }
    const issuing = live.issuing()
    expect(refused(await live.outcome(call, calling))).toBe('counter-closed')
    const given = await live.outcome(issuing, { key: 'k2', fingerprint: 'issue' })
    await live.openCounter(1)
    await live.reopen()
    expect(refused(await live.outcome(call, calling))).toBe('counter-closed')
    expect(await live.outcome(issuing, { key: 'k2', fingerprint: 'issue' })).toEqual(given)
    expect(await live.request(issuing, { key: 'k2', fingerprint: 'other' })).toEqual({ mismatch: true })
    expect(live.hall.told.tickets.size).toBe(1)
    expect(labelOf(await live.outcome(call))).toBe('A-001')
  })

  test('keys of this week outlive the change of the day', async () => {
    await using live = await openLiveHall()
    const command = live.issuing()
    const asking = { key: 'k1', fingerprint: 'f' }
    await live.outcome(command, asking)
    live.clock.at += 86_400_000
    await live.hall.passTime()
    expect(live.hall.told.tickets.size).toBe(0)
    expect(labelOf(await live.outcome(command, asking))).toBe('A-001')
    expect(live.hall.told.tickets.size).toBe(0)
  })
})

describe('[R8.3] a failed flush', () => {
  test('refuses everything since, rebuilds the hall from the journal, and nothing of it has happened', async () => {
    await using live = await openLiveHall()
    const connection = live.connect()
    await live.openCounter(1)
    const first = await live.issue()
    const before = { text: textOf(live.hall.told), events: countEvents(connection) }
    const heard: HallEvent[] = []
    live.hall.subscribe((events) => void heard.push(...events))

    breakDisk(connection, 'issued')
    const call = { verb: 'call-next', counter: 1 } as const
    const given = await Promise.all([
      live.outcome(call),
      live.outcome(live.issuing(), { key: 'k1', fingerprint: 'f' }),
      live.outcome(call),
      live.outcome({ verb: 'start', ticket: first.id }),
    ])
    expect(given.map(refused)).toEqual(Array.from({ length: 4 }, () => 'hall-unavailable'))
    expect(heard).toEqual([])
    expect([textOf(live.hall.told), countEvents(connection)]).toEqual([before.text, before.events])
    expect(live.errors).toHaveLength(1)

    mendDisk(connection)
    expect(labelOf(await answerOf(live, call))).toBe(first.label)
    expect(labelOf(await live.outcome(live.issuing(), { key: 'k1', fingerprint: 'f' }))).toBe('A-002')
    expect(await live.store.journal.verify()).toEqual({ events: before.events + 2, brokenAt: null })
    connection.close()
  })

  test('what was asked while it failed is refused too, and what was told before stays', async () => {
    await using live = await openLiveHall()
    const connection = live.connect()
    const told = await live.issue()
    breakDisk(connection, 'issued')
    const failing = live.outcome(live.issuing())
    await Promise.resolve()
    const queued = [live.outcome(live.issuing()), live.outcome({ verb: 'visitor', ticket: told.id, action: 'cancel' })]
    expect((await Promise.all([failing, ...queued])).map(refused)).toEqual(
      Array.from({ length: 3 }, () => 'hall-unavailable'),
    )
    mendDisk(connection)
    expect([...live.hall.told.tickets.keys()]).toEqual([told.id])
    expect(labelOf(await answerOf(live, live.issuing()))).toBe('A-002')
    connection.close()
  })

  test('at midnight the day is opened as soon as it can be written, before any other command', async () => {
    await using live = await openLiveHall()
    const connection = live.connect()
    await live.issue()
    breakDisk(connection, 'day-opened')
    live.clock.at = Date.parse('2026-07-15T00:00:01+08:00')
    expect(refused(await live.outcome(live.issuing()))).toBe('hall-unavailable')
    mendDisk(connection)
    expect(await answerOf(live, live.issuing())).toMatchObject({
      answer: { ticket: { label: 'A-001', day: '2026-07-15' } },
    })
    connection.close()
  })
})

describe('[R8.3] restart', () => {
  test('the hall read from the file equals the hall that was left, and goes on from there', async () => {
    await using live = await openLiveHall()
    await live.openCounter(1)
    await live.openCounter(2)
    const tickets = await Promise.all(Array.from({ length: 12 }, () => live.issue()))
    for (const counter of [1, 2]) await live.outcome({ verb: 'call-next', counter }, { actor: officerAt(counter) })
    live.clock.at += 5000
    await live.outcome({ verb: 'miss', ticket: tickets[0]?.id as string }, { actor: officerAt(1) })
    await live.outcome({ verb: 'visitor', ticket: tickets[0]?.id as string, action: 'here' })
    await live.outcome({
      verb: 'hold',
      ticket: tickets[1]?.id as string,
      reason: 'x',
      returnAt: live.clock.at + 60_000,
      keepUntil: null,
    })
    const left = textOf(live.hall.told)
    const ahead = aheadOf(live.hall.told, live.hall.told.tickets.get('t5') as (typeof tickets)[number])
    await live.reopen()
    expect(textOf(live.hall.told)).toBe(left)
    expect(aheadOf(live.hall.told, live.hall.told.tickets.get('t5') as (typeof tickets)[number])).toBe(ahead)
    expect(labelOf(await live.outcome({ verb: 'call-next', counter: 1 }))).toBe('A-003')
    expect((await live.issue()).label).toBe('A-013')
  })

  test('a folder of an older version is opened: what its building does not say yet is as by default', async () => {
    await using live = await openLiveHall()
    await live.issue()
    const connection = live.connect()
    const row = connection.prepare("select seq, payload from event where type = 'configured'").get() as {
      seq: number
      payload: string
    }
    const { site, ...rest } = JSON.parse(row.payload)
    const { aheadOfTurn, undoSeconds } = site.site.rules
    const old = { ...site, exceptions: undefined, site: { ...site.site, rules: { aheadOfTurn, undoSeconds } } }
    const payload = JSON.stringify({ ...rest, site: old })
    connection.prepare('update event set payload = ? where seq = ?').run(payload, row.seq)
    connection.close()
    await live.reopen()
    expect(live.hall.told.catalogue?.site).toEqual(site)
    expect(refused(await live.outcome({ ...live.issuing(), inForce: true } as Command))).toBeNull()
  })

  test('[R8.4] what fell due during the stop comes first, in order, before anybody asks', async () => {
    await using live = await openLiveHall()
    await live.openCounter(1)
    const [late, early] = [await live.issue(), await live.issue()]
    const hold = (ticket: string, minutes: number) =>
      live.outcome({ verb: 'hold', ticket, reason: 'x', returnAt: live.clock.at + minutes * 60_000, keepUntil: null })
    await hold(late.id, 9)
    await hold(early.id, 3)
    await live.reopen()
    live.clock.at += 3_600_000
    const heard: string[] = []
    live.hall.subscribe(
      (events) => void heard.push(...events.map(({ type, tickets }) => `${type} ${tickets?.[0]?.label}`)),
    )
    await live.hall.passTime()
    expect(heard).toEqual(['returned A-002', 'returned A-001'])
  })
})

describe('[R2.2] the change of the day', () => {
  test('is two events, and the series begin again at midnight of the site', async () => {
    await using live = await openLiveHall()
    live.clock.at = Date.parse('2026-07-14T23:59:59.999+08:00')
    expect((await live.issue()).label).toBe('A-001')
    const heard: string[] = []
    live.hall.subscribe((events) => void heard.push(...events.map(({ type }) => type)))
    live.clock.at += 1
    expect(await live.issue()).toMatchObject({ label: 'A-001', day: '2026-07-15' })
    expect(heard).toEqual(['day-closed', 'day-opened', 'issued'])
    expect([...live.hall.told.past.values()].map(({ label, legs }) => [label, legs[0]?.state])).toEqual([
      ['A-001', 'expired'],
    ])
    const left = textOf(live.hall.told)
    await live.reopen()
    expect(textOf(live.hall.told)).toBe(left)
  })

  test('[R2.5] 07.59 and 08.01 WITA count on, also through a restart between them', async () => {
    await using live = await openLiveHall()
    live.clock.at = Date.parse('2026-07-14T07:59:00+08:00')
    const early = await live.issue()
    await live.reopen()
    live.clock.at = Date.parse('2026-07-14T08:01:00+08:00')
    await live.hall.passTime()
    expect([early.label, (await live.issue()).label]).toEqual(['A-001', 'A-002'])
  })

  test('a clock that nobody trusts opens no day, and the hall goes on', async () => {
    await using live = await openLiveHall()
    await live.issue()
    live.clock.at += 86_400_000
    await live.hall.passTime(false)
    expect(await live.issue()).toMatchObject({ label: 'A-002', day: '2026-07-14' })
    await live.hall.passTime(true)
    expect(await live.issue()).toMatchObject({ label: 'A-001', day: '2026-07-15' })
  })
})
