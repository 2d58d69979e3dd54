import { setTimeout as delay } from 'node:timers/promises'
import { type HubProcess, startHub } from '../_hub.ts'
import { type Actor, createLedger, createOfficer, createVisitor } from './_crowd.ts'
import { expectWholeSeries, readJournal, ticketsOf } from './_journal.ts'

const counters = [1, 2, 3, 4, 5, 6, 9, 10, 11]
const services = ['PTSP-01', 'DUKC-01', 'DUKC-02', 'BPJK-01']
const env = { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' }

export interface KillReport {
  readonly issued: number
  readonly called: number
  readonly answered: number
  /** From the start of the process to the answer of a call-next, ms. */
  readonly restartMs: readonly number[]
}

/**
 * Kills a hub again and again while visitors take numbers and officers call them. After each restart whoever waits for an
 * answer asks again with the same key. Expects that no acknowledged command is lost and none is done twice.
 */
export async function killWhileBusy(kills: number, workMs: () => number): Promise<KillReport> {
  const ledger = createLedger()
  const restartMs: number[] = []
  await using first = await startHub({ env })
  const { dataDir } = first
  let hub: HubProcess = first
  const officers = new Map<number, string>()
  for (const counter of counters) {
    const token = await hub.session('officer', counter)
    officers.set(counter, token)
    await hub.http.post(`/api/counters/${counter}/open`, { token })
  }
  const actors: Actor[] = [
    ...Array.from({ length: 12 }, () => createVisitor(ledger, services)),
    ...[...officers].map(([counter, token]) => createOfficer(ledger, counter, token)),
  ]
  // Called once at each restart, by an officer with nobody in hand: what is measured there.
  const probe = { counter: 7, token: await hub.session('officer', 7) }
  await hub.http.post(`/api/counters/${probe.counter}/open`, { token: probe.token })

  for (let kill = 0; kill < kills; kill++) {
    let isOver = false
    const working = actors.map((actor) => actor.work(hub, () => isOver))
    await delay(workMs())
    await hub.kill()
    isOver = true
    await Promise.all(working)

    const startedAt = performance.now()
    hub = await startHub({ dataDir, env })
    const call = await hub.http.post(`/api/counters/${probe.counter}/call-next`, { token: probe.token })
    restartMs.push(Math.round(performance.now() - startedAt))
    expect(call.body).toMatchObject({ refusal: { name: 'line-empty' } })
    await expectRemembered(hub, [...ledger.answered.values()].slice(-200))
  }
  for (const actor of actors) await actor.settle(hub)
  await expectRemembered(hub, [...ledger.answered.values()])
  expect(hub.faults()).toEqual([])
  await hub.stop()

  const rows = readJournal(dataDir)
  const issued = ticketsOf(rows, 'issued')
  const called = ticketsOf(rows, 'called')
  const done = (kind: string) =>
    [...ledger.answered.values()].filter(({ sent, status }) => sent.kind === kind && status < 300)
  expectWholeSeries(issued)
  expect(idsIn(done('issue')).sort()).toEqual(issued.map(({ id }) => id).sort())
  expect(idsIn(done('call')).sort()).toEqual(called.map(({ id }) => id).sort())
  expect(new Set(called.map(({ id }) => id)).size).toBe(called.length)
  return { issued: issued.length, called: called.length, answered: ledger.answered.size, restartMs }
}

const idsIn = (answers: readonly { text: string }[]): string[] =>
  answers.map(({ text }) => (JSON.parse(text) as { ticket: { id: string } }).ticket.id)

/** [R8.2] The same keys give the same answers. */
async function expectRemembered(
  hub: HubProcess,
  answers: readonly {
    sent: { path: string; body: object; key: string; token?: string }
    status: number
    text: string
  }[],
) {
  for (let from = 0; from < answers.length; from += 50) {
    const some = answers.slice(from, from + 50)
    const again = await Promise.all(
      some.map(({ sent }) => hub.http.post(sent.path, { body: sent.body, key: sent.key, token: sent.token })),
    )
    expect(again.map(({ status, text }) => ({ status, text }))).toEqual(
      some.map(({ status, text }) => ({ status, text })),
    )
  }
}
