import { createServer } from 'node:net'
import type { DisplaySnapshot } from '../../server/contract/live.ts'
import { openLive } from '../../ui-kit/live.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { openScreen } from '../server/live/_screen.ts'

// Ends a run that hangs; nothing here is judged by the speed of the machine.
jest.setTimeout(240_000)

async function findFreePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return String(port)
}

async function callSomebody(hub: HubProcess, token: string): Promise<string> {
  await hub.http.post('/api/tickets', { body: { service: 'DUKC-01', delivery: 'none' } })
  const { body } = await hub.http.post<{ ticket: { id: string; label: string } }>('/api/counters/5/call-next', {
    token,
  })
  await hub.http.post(`/api/tickets/${body.ticket.id}/finish`, { token })
  return body.ticket.label
}

test('a display over three kills of the hub: every call is on it, none is told twice, and it says how old it is meanwhile', async () => {
  const env = { PORT: await findFreePort(), ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' }
  await using first = await startHub({ env })
  const { dataDir, url } = first
  const token = await first.session('officer', 5)
  await first.http.post('/api/counters/5/open', { token })
  const reloads: string[] = []
  const display = openLive<DisplaySnapshot>(
    { view: 'display', zone: 'A' },
    { url, reload: () => void reloads.push('reload') },
  )
  const told: string[] = []
  display.onChange(({ changes }) => {
    for (const { type, label } of changes) if (type === 'called' && label) told.push(label)
  })
  try {
    await until(() => display.state().link === 'connected')
    const labels = [await callSomebody(first, token)]
    let hub: HubProcess = first
    for (let kill = 0; kill < 3; kill++) {
      labels.push(await callSomebody(hub, token))
      await hub.kill()
      await until(() => display.state().link === 'lost')
      expect(display.state()).toMatchObject({ lostSince: expect.any(Number), snapshot: { calls: expect.any(Array) } })
      hub = await startHub({ dataDir, env })
      // Before the display is back: this call is in its next snapshot.
      labels.push(await callSomebody(hub, token))
      await until(() => display.state().link === 'connected')
      labels.push(await callSomebody(hub, token))
      await until(() => display.state().snapshot?.calls[0]?.label === labels.at(-1))
    }
    expect(display.state().snapshot?.calls.map(({ label }) => label)).toEqual(labels.reverse().slice(0, 10))
    expect(new Set(told).size).toBe(told.length)
    expect(reloads).toEqual([])
    const newcomer = await openScreen(url, { view: 'display', zone: 'A' })
    await newcomer.watch()
    await until(() => display.state().snapshot?.calls.every(({ state }) => state === 'ended') ?? false)
    expect(display.state().snapshot).toEqual((await newcomer.peek()).snapshot)
    newcomer.close()
    await hub.stop()
  } finally {
    display.close()
  }
})
