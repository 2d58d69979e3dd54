import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLinePrinter } from '../../../drivers/printers/line-printer.ts'
import { connectTcp } from '../../../drivers/printers/tcp-line.ts'
import type { Speaker } from '../../../drivers/speakers/speaker.ts'
import type { LentDevices, LentPlan } from '../../../server/contract/device-host.ts'
import type { Device, DeviceOrder, DeviceReport } from '../../../server/contract/devices.ts'
import { PrinterSchema } from '../../../server/contract/site-printer.ts'
import { openConnection } from '../../../server/device-host/connection.ts'
import { openJournal } from '../../../server/device-host/journal.ts'
import { createLentPrinters } from '../../../server/device-host/lent-printers.ts'
import { createLentSpeakers } from '../../../server/device-host/lent-speakers.ts'
import { createPieces } from '../../../server/device-host/pieces.ts'
import { openHostDoor } from '../../../server/live/host-door.ts'
import { until } from '../../_until.ts'
import { openLoopback } from '../../drivers/printers/_loopback.ts'
import { patientLimits } from '../../drivers/printers/_suite.ts'

export const code = 'PC-KIOS-1'
export const token = 'the credential of PC-KIOS-1'

/** A cable between host and hub that can be cut: everything goes through it. */
export async function openCable(portOf: () => number) {
  const ends = new Set<Socket>()
  let isIn = true
  const server: Server = createServer((near) => {
    if (!isIn) return void near.destroy()
    const far = connect(portOf(), '127.0.0.1')
    near.pipe(far)
    far.pipe(near)
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        ends.delete(end)
        near.destroy()
        far.destroy()
      })
    }
  })
  const cut = () => {
    for (const end of ends) end.resetAndDestroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Pulled for a moment. */
    cut,
    pull: () => {
      isIn = false
      cut()
    },
    plugIn: () => {
      isIn = true
    },
    close: () => {
      cut()
      server.close()
    },
  }
}

/** The door of a hub that knows one device host, which it wants to lend all this. */
export async function openHubDoor(lent: LentDevices) {
  const httpServer = createHttpServer()
  const door = openHostDoor({ httpServer, isAllowed: () => true, log: { warn: () => undefined } })
  const device: Known = { id: 'device-1', kind: 'host', place: code, isLocked: false }
  const reports: DeviceReport[] = []
  const listeners = { change: (_id: string) => {}, order: (_id: string, _order: DeviceOrder) => {} }
  const registry = { device, isForgotten: false }
  door.serve(
    {
      deviceOf: (shown) => (shown === token && !registry.isForgotten ? registry.device : null),
      connected: () => () => undefined,
      report: (_id, report) => void reports.push(report),
      onChange: (listener) => {
        listeners.change = listener
        return () => undefined
      },
      onOrder: (listener) => {
        listeners.order = listener
        return () => undefined
      },
    },
    (asked) => (asked === code ? lent : { printers: [], speakers: [] }),
  )
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  return {
    port: (httpServer.address() as AddressInfo).port,
    door,
    registry,
    listeners,
    reports,
    isThere: () => until(() => door.at(code).journal() !== null),
    async [Symbol.asyncDispose]() {
      await door[Symbol.asyncDispose]()
      httpServer.close()
    },
  }
}
type Known = Pick<Device, 'id' | 'kind' | 'place' | 'isLocked'>

export const networkPlan = (port: number) =>
  PrinterSchema.parse({ kind: 'network', host: '127.0.0.1', port }) as LentPlan

/** The hub's door and a device host at either end of a real connection, with a fake printer on TCP behind the host. */
export async function openRig({ speaker }: { speaker?: (onState: () => void) => Speaker } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-device-host-'))
  const loopback = await openLoopback()
  const hub = await openHubDoor({
    printers: [{ printer: 'K1', plan: networkPlan(loopback.port) }],
    speakers: speaker ? [{ device: 'default' }] : [],
  })
  const cable = await openCable(() => hub.port)

  const troubles: string[] = []
  const refusals: string[] = []
  const openHost = async () => {
    const journal = await openJournal(join(folder, 'jobs.jsonl'), Date.now)
    const pieces = createPieces()
    const printers = createLentPrinters({
      journal,
      pieces,
      open: (name) =>
        openLinePrinter({
          name,
          now: Date.now,
          connect: connectTcp({ host: '127.0.0.1', port: loopback.port }),
          keepsAnswers: false,
          limits: patientLimits,
        }),
      now: Date.now,
      onTrouble: (trouble) => void troubles.push(trouble),
    })
    const identified: true[] = []
    const speakers = createLentSpeakers({
      pieces,
      open: (_device, onState) => (speaker ?? noSpeaker)(onState),
      onStates: (states) => connection?.tell.emit('speakers', states),
      onTrouble: (trouble) => void troubles.push(trouble),
    })
    let connection: ReturnType<typeof openConnection> | undefined
    connection = openConnection({
      hub: cable.url,
      hello: { token, journal: journal.id },
      pieces,
      printers,
      speakers,
      report: () => ({ version: '1.2.3', uptimeMs: 5 }),
      onConnected: () => undefined,
      onIdentify: () => void identified.push(true),
      onRefusal: (refusal) => void refusals.push(refusal),
      waits: { lost: { first: 10, most: 40 }, refused: 10 },
    })
    return {
      journal,
      identified,
      /** As if it were killed: what is under way goes on by itself, and nobody hears of it. */
      vanish: () => connection?.[Symbol.dispose](),
      close: async () => {
        connection?.[Symbol.dispose]()
        await printers[Symbol.asyncDispose]()
        await speakers[Symbol.asyncDispose]()
        await journal[Symbol.asyncDispose]()
      },
    }
  }
  let host = await openHost()
  await hub.isThere()
  return {
    ...hub,
    cable,
    folder,
    device: loopback.device,
    goOffline: loopback.goOffline,
    comeBack: loopback.comeBack,
    troubles,
    refusals,
    host: () => host,
    /** The host ends and begins again on the same folder, or on one that has lost its journal. */
    restart: async (journal: 'kept' | 'lost' = 'kept') => {
      await host.close()
      if (journal === 'lost') rmSync(join(folder, 'jobs.jsonl'))
      host = await openHost()
      await hub.isThere()
    },
    async [Symbol.asyncDispose]() {
      await host.close()
      cable.close()
      await hub[Symbol.asyncDispose]()
      await loopback[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type HostRig = Awaited<ReturnType<typeof openRig>>

const noSpeaker = (): Speaker => {
  throw new Error('this host lends no speaker')
}
