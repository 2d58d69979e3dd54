import { execFileSync } from 'node:child_process'
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { DevicesAnswer } from '../../server/contract/devices.ts'
import type { SitePackage } from '../../server/contract/site.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { type LoopbackPrinter, openLoopback } from '../drivers/printers/_loopback.ts'
import { type DeviceHostProcess, startDeviceHost } from './_device-host.ts'

const host = { name: 'PC kios 1', kind: 'host', place: 'PC-KIOS-1' } as const

/** The demo building, whose first kiosk's printer and second kiosk's device file are at another PC. */
function writeSite(file: string, port: number, path: string): void {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const printers: Record<string, object> = {
    K1: { kind: 'network', host: '127.0.0.1', port, deviceHost: host.place },
    K2: { kind: 'file', path, mode: 'text', deviceHost: host.place },
  }
  const kiosks = site.kiosks.map((kiosk) => ({ ...kiosk, printer: printers[kiosk.code] }))
  writeFileSync(file, JSON.stringify({ ...site, kiosks }))
}

describe('a hub and a device host, each in a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-hosted-'))
  const fifo = join(folder, 'lp0')
  const env: Record<string, string> = {
    ANTREAN_SITE: join(folder, 'site.json'),
    ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00',
  }
  let reader: number
  let printer: LoopbackPrinter
  let hub: HubProcess
  let pc: DeviceHostProcess
  let operator: string

  const issue = async (kiosk: string) => {
    const body = { kiosk, service: 'DUKC-01', delivery: 'print' }
    const { status, body: answer } = await hub.http.post<{ ticket: { id: string; label: string } }>('/api/tickets', {
      body,
    })
    expect(status).toBe(201)
    return answer.ticket
  }
  /** How the slip ended, as the hub has it on its disk. */
  const jobOf = (ticket: string) => {
    const sqlite = new Database(join(hub.dataDir, 'antrean.sqlite'), { readonly: true })
    try {
      return sqlite.prepare('select state, printer, reason from print_job where id = ?').get(ticket) as
        | { state: string; printer: string; reason: string | null }
        | undefined
    } finally {
      sqlite.close()
    }
  }
  const endOf = async (ticket: string) => {
    await until(() => ['printed', 'refused', 'unknown'].includes(jobOf(ticket)?.state ?? ''))
    return jobOf(ticket)
  }
  const devices = async () => (await hub.http.get<DevicesAnswer>('/api/devices', { token: operator })).body
  const approve = async () => {
    await until(() => pc.codes().length > 0)
    const body = { ...host, code: pc.codes().at(-1) }
    return hub.http.post<{ device: { id: string } }>('/api/devices', { token: operator, body })
  }
  const restartHub = async () => {
    hub = await startHub({ env: { ...env, PORT: `${hub.port}` }, dataDir: join(folder, 'hub') })
    operator = await hub.session('operator')
  }

  beforeAll(async () => {
    printer = await openLoopback()
    execFileSync('mkfifo', [fifo])
    reader = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK)
    writeSite(env.ANTREAN_SITE ?? '', printer.port, fifo)
    hub = await startHub({ env, dataDir: join(folder, 'hub') })
    operator = await hub.session('operator')
    pc = startDeviceHost(hub.url, join(folder, 'pc'))
    expect((await approve()).status).toBe(201)
    await pc.saysConnected()
  })
  afterAll(async () => {
    await pc[Symbol.asyncDispose]()
    await hub[Symbol.asyncDispose]()
    await printer[Symbol.asyncDispose]()
    closeSync(reader)
    rmSync(folder, { recursive: true, force: true })
  })

  test('it is paired by its code, lends its printers, and is seen in the console', async () => {
    expect(await endOf((await issue('K1')).id)).toEqual({ state: 'printed', printer: 'K1', reason: null })
    const atFile = await issue('K2')
    expect(await endOf(atFile.id)).toMatchObject({ state: 'unknown', printer: 'K2', reason: 'silent' })
    const paper = Buffer.alloc(65_536)
    expect(paper.toString('latin1', 0, readSync(reader, paper))).toContain(atFile.label.replace('-', ' '))
    expect(printer.device.slips()).toHaveLength(1)

    expect(statSync(join(folder, 'pc', 'credential.json')).mode & 0o777).toBe(0o600)
    await until(async () => (await devices()).devices[0]?.version !== null)
    const { devices: paired, printers } = await devices()
    expect(paired).toMatchObject([{ ...host, isConnected: true, isCurrent: true, lastError: null }])
    expect(printers.find(({ kiosk }) => kiosk === 'K1')?.at).toContain(host.place)
  })

  test('the host is killed in the middle of a slip: nobody knows, so it counts as out, and no second one comes', async () => {
    const before = printer.device.slips().length
    printer.device.fault = { kind: 'stall', after: 2_000 }
    const { id } = await issue('K1')
    await until(() => printer.device.slips().length > before)
    await pc.kill()
    printer.device.fault = { kind: 'none' }
    pc = startDeviceHost(hub.url, join(folder, 'pc'))
    expect(await endOf(id)).toMatchObject({ state: 'unknown', printer: 'K1' })
    expect(await endOf((await issue('K1')).id)).toMatchObject({ state: 'printed' })
    expect(printer.device.slips()).toHaveLength(before + 2)
  })

  test('the hub is killed in the middle of a slip: the next one hears from the host how it ended', async () => {
    const before = printer.device.slips().length
    printer.device.fault = { kind: 'slow', pauseMs: 700 }
    const { id } = await issue('K1')
    await until(() => printer.device.slips().length > before)
    await hub.kill()
    printer.device.fault = { kind: 'none' }
    await restartHub()
    expect(await endOf(id)).toEqual({ state: 'printed', printer: 'K1', reason: null })
    expect(printer.device.slips()).toHaveLength(before + 1)
  })

  test('forgotten, it is cut off, says so, and asks to be paired again', async () => {
    await pc.saysConnected(2)
    const [device] = (await devices()).devices
    const forgotten = await hub.http.send('DELETE', `/api/devices/${device?.id}`, { token: operator })
    expect(forgotten.status).toBe(200)
    await until(() => pc.codes().length > 0)
    expect(pc.output()).toContain('Perangkat ini sudah dilepas')
    // What is taken meanwhile is offered on the screen: no byte of it left the hub.
    expect(await endOf((await issue('K1')).id)).toMatchObject({ state: 'refused', reason: 'not-connected' })
  })
})
