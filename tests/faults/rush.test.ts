import { startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { createLedger, createVisitor } from './_crowd.ts'
import { expectWholeSeries, payloadOf, readJournal, ticketsOf } from './_journal.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

const env = { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' }
const total = 5000

test('[R2.1, R2.2, R8.3] 5,000 numbers by 50 visitors at once, the hub killed in the middle: no gap, no double, none lost', async () => {
  await using first = await startHub({ env })
  const services = (await first.http.get<{ services: { code: string }[] }>('/api/services')).body.services.map(
    ({ code }) => code,
  )
  const ledger = createLedger()
  const visitors = Array.from({ length: 50 }, (_, index) =>
    createVisitor(ledger, [services[index % 7] ?? '', services[(index * 3) % 40] ?? '']),
  )
  const isHalf = () => ledger.answered.size >= total / 2
  const rushing = visitors.map((visitor) => visitor.work(first, () => false))
  await until(isHalf)
  await first.kill()
  await Promise.all(rushing)

  await using hub = await startHub({ dataDir: first.dataDir, env })
  await Promise.all(visitors.map((visitor) => visitor.work(hub, () => ledger.answered.size > total - visitors.length)))
  expect(hub.faults()).toEqual([])
  await hub.stop()

  const issued = ticketsOf(readJournal(first.dataDir), 'issued')
  expect(issued.length).toBeGreaterThanOrEqual(total)
  expectWholeSeries(issued)
  const known = new Set(issued.map(({ id, label, publicCode }) => `${id} ${label} ${publicCode}`))
  const acknowledged = [...ledger.answered.values()].map(
    ({ text }) => (JSON.parse(text) as { ticket: { id: string; label: string; publicCode: string } }).ticket,
  )
  expect(acknowledged.filter(({ id, label, publicCode }) => !known.has(`${id} ${label} ${publicCode}`))).toEqual([])
  // Whoever asked again after the kill got the number of the first time: as many numbers as keys.
  expect(issued.length).toBe(ledger.answered.size)
})

test('[R5.1, R4.0, R4.3] 20 counters call at once over 500 waiting: each ticket once, in the order of the rules', async () => {
  await using hub = await startHub({ env })
  const { services } = (await hub.http.get<{ services: { code: string; booth: { code: string } }[] }>('/api/services'))
    .body
  const counters = Array.from({ length: 20 }, (_, index) => index + 1)
  const tokens = await Promise.all(counters.map((counter) => hub.session('officer', counter)))
  const opened = await Promise.all(
    counters.map((counter, index) =>
      hub.http.post<{ counter: { booth: string } }>(`/api/counters/${counter}/open`, { token: tokens[index] }),
    ),
  )
  const boothOf = new Map(counters.map((counter, index) => [counter, opened[index]?.body.counter.booth ?? '']))
  const served = services.filter(({ booth }) => [...boothOf.values()].includes(booth.code))
  await Promise.all(
    Array.from({ length: 500 }, (_, index) => {
      const body = {
        service: served[(index * 7) % served.length]?.code,
        delivery: 'none',
        ...(index % 4 === 0 ? { priority: 'elderly' } : {}),
      }
      return hub.http.post('/api/tickets', { body })
    }),
  )

  const callUntilEmpty = async (counter: number, token: string | undefined) => {
    for (;;) {
      const { status, body } = await hub.http.post<{ ticket: { id: string }; refusal: { name: string } }>(
        `/api/counters/${counter}/call-next`,
        { token },
      )
      if (status === 409) return expect(body.refusal.name).toBe('line-empty')
      expect((await hub.http.post(`/api/tickets/${body.ticket.id}/finish`, { token })).status).toBe(200)
    }
  }
  await Promise.all(counters.map((counter, index) => callUntilEmpty(counter, tokens[index])))
  expect(hub.faults()).toEqual([])
  await hub.stop()

  const rows = readJournal(hub.dataDir)
  const lanes = new Map<string, { priority: string[]; regular: string[] }>()
  for (const { id, priority, legs } of ticketsOf(rows, 'issued')) {
    const booth = legs[0]?.booth ?? ''
    const lane = lanes.get(booth) ?? { priority: [], regular: [] }
    lanes.set(booth, lane)
    lane[priority ? 'priority' : 'regular'].push(id)
  }
  const calls = rows
    .filter(({ type }) => type === 'called')
    .map((row) => ({ id: payloadOf(row).tickets?.[0]?.id, counter: payloadOf(row).counters?.[0]?.number ?? 0 }))
  expect(calls).toHaveLength(500)
  const run = new Map<number, number>()
  for (const { id, counter } of calls) {
    const lane = lanes.get(boothOf.get(counter) ?? '') ?? { priority: [], regular: [] }
    const made = run.get(counter) ?? 0
    const isRegular = lane.regular.length > 0 && (lane.priority.length === 0 || made === 2)
    const expected = isRegular ? lane.regular.shift() : lane.priority.shift()
    // [R4.3] A regular call ends the run; a priority call counts only while a regular visitor could have been called.
    if (isRegular) run.set(counter, 0)
    else if (lane.regular.length > 0) run.set(counter, made + 1)
    expect(id).toBe(expected)
  }
})
