import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TicketWire, VisitorTicketWire } from '../../server/contract/api.ts'
import type { DevicesAnswer } from '../../server/contract/devices.ts'
import type { PrinterPlan, SitePackage } from '../../server/contract/site.ts'
import { startHub } from '../_hub.ts'
import { until } from '../drivers/printers/_suite.ts'
import { siteWith } from './_bad-printers.ts'

const common = { widthDots: 576, mode: 'text', answers: true, cut: 'partial' } as const
const plans = (mute: number): Readonly<Record<string, PrinterPlan>> => ({
  K1: { kind: 'file', path: '/dev/usb/no-such-printer', ...common },
  K2: { kind: 'network', host: '127.0.0.1', port: mute, ...common },
  K3: { kind: 'usb', vendorId: 'ffff', ...common },
  K4: { kind: 'serial', path: '/dev/tty-no-such', baudRate: 115_200, flow: 'none', ...common },
  K5: { kind: 'file', path: '/dev/usb/lp0', deviceHost: 'PC-NOWHERE', ...common },
})

test('[R5.4, R3.24] a wrong path, a mute printer, no USB, an absent host: a clear state, and calls go on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wrong-printers-'))
  const mute = createServer((socket) => socket.on('error', () => undefined).resume())
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve))
  const address = mute.address()
  const printers = plans(typeof address === 'object' && address ? address.port : 0)
  const site: SitePackage = siteWith([1, 2, 3, 4, 5])
  const file = join(folder, 'site.json')
  const kiosks = site.kiosks.map(({ nextPrinter: _none, ...kiosk }) => ({ ...kiosk, printer: printers[kiosk.code] }))
  writeFileSync(file, JSON.stringify({ ...site, kiosks }))
  await using hub = await startHub({ env: { ANTREAN_SITE: file, ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })

  const issue = async (body: object) =>
    (await hub.http.post<{ ticket: TicketWire }>('/api/tickets', { body: { service: 'DUKC-04', ...body } })).body.ticket
  const given = await Promise.all(Object.keys(printers).map((kiosk) => issue({ kiosk, delivery: 'print' })))
  const officer = await hub.session('officer', 4)
  const first = await issue({ delivery: 'none' })
  await hub.http.post('/api/counters/4/open', { token: officer })
  const called = await hub.http.post<{ ticket: TicketWire }>('/api/counters/4/call-next', { token: officer })
  expect(called.body.ticket.label).toBe(first.label)

  const seen = async (ticket: TicketWire | undefined) =>
    (await hub.http.get<{ ticket: VisitorTicketWire }>(`/api/tickets/${ticket?.publicCode}`)).body.ticket
  await until(async () => (await seen(given[1])).state === 'waiting')
  for (const index of [0, 2, 3, 4]) {
    await until(async () => (await seen(given[index])).delivery === 'screen')
    expect((await seen(given[index])).state).toBe('reserved')
  }
  expect((await seen(given[1])).slip).toBeNull()

  const operator = await hub.session('operator')
  const views = async () =>
    (await hub.http.get<DevicesAnswer>('/api/devices', { token: operator })).body.printers.map(
      ({ kiosk, state, lastError }) => [kiosk, state, lastError?.reason],
    )
  await until(async () => (await views()).every(([, state]) => state !== 'unknown'))
  expect(await views()).toEqual([
    ['K1', 'offline', 'no-device'],
    ['K2', 'silent', undefined],
    ['K3', 'offline', 'no-device'],
    ['K4', 'offline', 'no-device'],
    ['K5', 'offline', 'not-connected'],
  ])
  expect(hub.faults()).toEqual([])
  mute.close()
  rmSync(folder, { recursive: true })
}, 120_000)
