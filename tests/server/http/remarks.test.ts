import { join } from 'node:path'
import Database from 'better-sqlite3'
import { io } from 'socket.io-client'
import type { BoothSnapshot, CounterSnapshot } from '../../../server/contract/live.ts'
import { type HubProcess, startHub } from '../../_hub.ts'

let hub: HubProcess
let officer: string
beforeEach(async () => {
  hub = await startHub()
  officer = await hub.session('officer', 4)
  await hub.http.post('/api/counters/4/open', { token: officer })
})
afterEach(() => hub?.[Symbol.asyncDispose]())

interface Ticketed {
  readonly ticket: { id: string; publicCode: string; hold: { reason: string } | null }
}
const issue = async () =>
  (await hub.http.post<Ticketed>('/api/tickets', { body: { service: 'DUKC-01', delivery: 'none' } })).body.ticket
const ask = (path: string, body: object) => hub.http.post<Ticketed>(path, { token: officer, body })
const watch = <S>(view: object): Promise<S> =>
  new Promise((resolve) => {
    const socket = io(hub.url, { auth: { token: officer }, transports: ['websocket'] })
    socket.on('connect', () =>
      socket.emit('watch', view, ({ snapshot }: { snapshot: S }) => {
        socket.close()
        resolve(snapshot)
      }),
    )
  })
const counterView = () => watch<CounterSnapshot>({ view: 'counter', counter: 4 })
/** Every payload of the journal. */
const journal = (): string => {
  const database = new Database(join(hub.dataDir, 'antrean.sqlite'), { readonly: true })
  const rows = database.prepare('select payload from event').all() as { payload: string }[]
  database.close()
  return rows.map(({ payload }) => payload).join('\n')
}

test("an officer's own words are read by officers, not by the public, and not in the journal", async () => {
  const { id, publicCode } = await issue()
  await ask('/api/counters/4/call-next', {})
  await ask(`/api/tickets/${id}/hold`, { reason: 'Anaknya sedang sakit' })
  expect((await counterView()).held.map(({ hold }) => hold?.reason)).toEqual(['Anaknya sedang sakit'])
  const { ticket } = (await hub.http.get<Ticketed>(`/api/tickets/${publicCode}`)).body
  expect(ticket.hold?.reason).toBe('Alasan lain')

  await ask('/api/counters/4/break', { reason: 'menjemput anak' })
  expect((await counterView()).counter.pause?.reason).toBe('menjemput anak')
  const door = await watch<BoothSnapshot>({ view: 'booth', booth: 'DUKC' })
  expect(door.counters.find(({ number }) => number === 4)?.pause?.reason).toBe('')
  expect(journal()).toContain('remark:')
  expect(journal()).not.toMatch(/sakit|menjemput/)
})

test('[R5.5] an outcome that the service does not list is words too', async () => {
  const { id } = await issue()
  await ask('/api/counters/4/call-next', {})
  const { status } = await ask(`/api/tickets/${id}/finish`, { outcome: 'Budi harus kembali' })
  expect(status).toBe(200)
  expect(journal()).not.toContain('Budi')
})

test('a ready reason is known by its words in either language', async () => {
  const { id, publicCode } = await issue()
  await ask('/api/counters/4/call-next', {})
  await ask(`/api/tickets/${id}/hold`, { reason: 'Papers missing' })
  const { ticket } = (await hub.http.get<Ticketed>(`/api/tickets/${publicCode}`)).body
  expect(ticket.hold?.reason).toBe('Berkas kurang')
})

test('a note travels with the number, over a transfer and a restart', async () => {
  const { id } = await issue()
  await ask('/api/counters/4/call-next', {})
  expect((await ask(`/api/tickets/${id}/notes`, { text: 'Akta sudah diperiksa' })).status).toBe(201)
  await ask(`/api/tickets/${id}/transfer`, { service: 'DUKC-02' })
  await hub.stop()
  const again = await startHub({ dataDir: hub.dataDir })
  hub = again
  officer = await hub.session('officer', 4)
  await hub.http.post('/api/counters/4/open', { token: officer })
  await ask('/api/counters/4/call-next', {})
  expect((await counterView()).ticket?.notes).toEqual(['Akta sudah diperiksa'])
  const stranger = await hub.session('officer', 20)
  const refused = await hub.http.post(`/api/tickets/${id}/notes`, { token: stranger, body: { text: 'x' } })
  expect(refused.status).toBe(403)
})
