import { networkInterfaces } from 'node:os'
import { startHub } from '../../_hub.ts'

const outside = Object.values(networkInterfaces())
  .flatMap((list) => list ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

const issue = { service: 'DUKC-01', delivery: 'none' }

test('this computer itself is never limited', async () => {
  await using hub = await startHub()
  const answers = await Promise.all(Array.from({ length: 300 }, () => hub.http.post('/api/tickets', { body: issue })))
  expect(answers.every(({ status }) => status === 201)).toBe(true)
})

// A machine without a network has no other address to come from.
const withNetwork = outside ? test : test.failing
withNetwork('a stranger on the network is told 429 and when to come back; somebody signed in is not', async () => {
  await using hub = await startHub({ env: { HOST: '0.0.0.0' } })
  const from = (headers: Record<string, string> = {}) =>
    fetch(`http://${outside}:${hub.port}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(issue),
    })
  const answers: Response[] = []
  for (let turn = 0; turn < 125; turn++) answers.push(await from())
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(5)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused[0]?.json()).toMatchObject({ error: { name: 'too-often' } })
  const token = await hub.session('manager')
  expect((await from({ authorization: `Bearer ${token}` })).status).toBe(201)
  expect((await from({ authorization: 'Bearer nobody' })).status).toBe(429)
})

withNetwork(
  'a machine on the network may ask to be paired ten times a minute, and once it is paired is not limited',
  async () => {
    await using hub = await startHub({ env: { HOST: '0.0.0.0' } })
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`http://${outside}:${hub.port}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
    const first = (await (await post('/api/device-pairings', {})).json()) as { code: string; secret: string }
    for (let turn = 1; turn < 10; turn++) expect((await post('/api/device-pairings', {})).status).toBe(201)
    expect((await post('/api/device-pairings', {})).status).toBe(429)
    const body = { code: first.code, name: 'Kios 1', kind: 'kiosk', place: 'K1' }
    const token = await hub.session('operator')
    expect((await post('/api/devices', body, { authorization: `Bearer ${token}` })).status).toBe(201)
    const claimed = await post('/api/device-pairings/claim', { secret: first.secret })
    const cookie = String(claimed.headers.get('set-cookie')).split(';')[0] ?? ''
    expect((await post('/api/device-pairings', {}, { cookie })).status).toBe(201)
    expect((await post('/api/device-pairings', {}, { cookie: cookie.replace(/=.*/, '=nobody') })).status).toBe(429)
  },
)
