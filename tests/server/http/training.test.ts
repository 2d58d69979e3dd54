import { io } from 'socket.io-client'
import type { HallWire } from '../../../server/contract/api.ts'
import type { DisplaySnapshot } from '../../../server/contract/live.ts'
import { type HubProcess, startHub } from '../../_hub.ts'

let hub: HubProcess
beforeAll(async () => {
  hub = await startHub()
})
afterAll(() => hub?.[Symbol.asyncDispose]())

interface Signed {
  readonly token: string
}
const signIn = async (base: string, role: string, counter?: number) => {
  const answer = await hub.http.post<Signed>(`${base}/api/demo/session`, { body: { role, counter } })
  expect(answer.status).toBe(200)
  return { token: answer.body.token, cookie: String(answer.headers['set-cookie']) }
}
const waitingIn = async (base: string): Promise<number> => {
  const { token } = await signIn(base, 'supervisor')
  const { booths } = (await hub.http.get<HallWire>(`${base}/api/hall`, { token })).body
  return booths.reduce((sum, { waiting }) => sum + waiting, 0)
}
const displayOf = (path: string): Promise<DisplaySnapshot> =>
  new Promise((resolve, reject) => {
    const socket = io(hub.url, { path, transports: ['websocket'] })
    socket.once('connect_error', reject)
    socket.on('connect', () => {
      socket.emit('watch', { view: 'display', zone: 'A' }, ({ snapshot }: { snapshot: DisplaySnapshot }) => {
        socket.close()
        resolve(snapshot)
      })
    })
  })

test('in the training hall an officer calls visitors who are nobody, and the real hall knows nothing of it', async () => {
  const real = await signIn('', 'officer', 4)
  const trained = await signIn('/latihan', 'officer', 4)
  expect(trained.cookie).toContain('Path=/latihan;')
  expect(real.cookie).toContain('Path=/;')
  const ask = (path: string, body: object = {}) => hub.http.post(`/latihan${path}`, { token: trained.token, body })

  const brought = await ask('/api/training/visitors', { booth: 'DUKC', count: 3 })
  expect(brought.body).toEqual({ labels: ['D-001', 'D-002', 'D-003'] })
  expect((await ask('/api/counters/4/open')).status).toBe(200)
  expect((await ask('/api/counters/4/call-next')).status).toBe(200)

  expect(await waitingIn('/latihan')).toBe(2)
  expect(await waitingIn('')).toBe(0)
  expect((await displayOf('/latihan/socket.io')).calls).toHaveLength(1)
  expect((await displayOf('/socket.io')).calls).toHaveLength(0)
  // The officer of the real counter is still signed in, and the trainee is a stranger there.
  expect((await hub.http.post('/api/counters/4/open', { token: real.token, body: {} })).status).toBe(200)
  expect((await hub.http.post('/api/counters/4/open', { token: trained.token, body: {} })).status).toBe(401)
})

test('every page of the training hall is there, and slips carry its address', async () => {
  for (const page of ['/kiosk', '/counter', '/display', '/supervisor', '/visit'])
    expect((await hub.http.get(`/latihan${page}`)).status).toBe(200)
  const kiosk = await new Promise<{ publicUrl: string }>((resolve) => {
    const socket = io(hub.url, { path: '/latihan/socket.io', transports: ['websocket'] })
    socket.on('connect', () =>
      socket.emit('watch', { view: 'kiosk', kiosk: 'K1' }, ({ snapshot }: { snapshot: { publicUrl: string } }) => {
        socket.close()
        resolve(snapshot)
      }),
    )
  })
  expect(kiosk.publicUrl).toBe(`${hub.url}/latihan`)
})

test('a new beginning empties the hall and asks everybody to sign in again', async () => {
  const { token } = await signIn('/latihan', 'officer', 5)
  await hub.http.post('/latihan/api/training/visitors', { token, body: { booth: 'DUKC', count: 2 } })
  expect((await hub.http.post('/latihan/api/training/reset', { token, body: {} })).status).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect((await hub.http.post('/latihan/api/counters/5/open', { token, body: {} })).status).toBe(401)
  expect(await waitingIn('/latihan')).toBe(0)
  expect(hub.faults()).toEqual([])
})
