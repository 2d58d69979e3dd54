import { createHash } from 'node:crypto'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import type { z } from 'zod'
import {
  type DeviceHost,
  deviceHostPath,
  HostedPrintSchema,
  HostedStatusSchema,
  HostHelloSchema,
  type HostRefusal,
  type HostToHub,
  type HubToHost,
  hostPieceBytes,
  type LentDevices,
  PieceAnswerSchema,
  PlayAnswerSchema,
  PrintAnswerSchema,
  type SpeakerStates,
  SpeakerStatesSchema,
} from '../contract/device-host.ts'
import { type Device, type DeviceOrder, type DeviceReport, DeviceReportSchema } from '../contract/devices.ts'

/** Of the paired devices, what the door must know and what it tells. */
export interface HostRegistry {
  deviceOf(token: string): Pick<Device, 'id' | 'kind' | 'place' | 'isLocked'> | null
  /** A connection has begun; the answer ends it. */
  connected(id: string): () => void
  report(id: string, report: DeviceReport): void
  onChange(listener: (id: string) => void): () => void
  onOrder(listener: (id: string, order: DeviceOrder) => void): () => void
}

export interface HostDoorPorts {
  readonly httpServer: HttpServer
  readonly isAllowed: (request: IncomingMessage) => boolean
  readonly log: { warn(data: object, sentence: string): void }
}

interface HostData {
  device: string
  code: string
  token: string
  journal: string
  speakers: SpeakerStates
  /** Those who wait for an answer, to be told that none will come. */
  asking: Set<() => void>
}
type HostSocket = Socket<HostToHub, HubToHost, DefaultEventsMap, HostData>

const nothing: LentDevices = { printers: [], speakers: [] }

/** Socket.IO's door for PCs that lend their printers and sound cards. */
export function openHostDoor({ httpServer, isAllowed, log }: HostDoorPorts) {
  const io = new Server<HostToHub, HubToHost, DefaultEventsMap, HostData>(httpServer, {
    path: deviceHostPath,
    // A host that lost its line is noticed in 5 s, as a screen is.
    pingInterval: 2000,
    pingTimeout: 3000,
    perMessageDeflate: false,
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (request, answer) => answer(null, isAllowed(request)),
  })
  const present = new Map<string, HostSocket>()
  const expecting = new Set<() => void>()
  let registry: HostRegistry | null = null
  let leaveRegistry = () => {}
  let lentOf = (_code: string): LentDevices => nothing

  const admit = (socket: HostSocket): HostRefusal | null => {
    const hello = HostHelloSchema.safeParse(socket.handshake.auth).data
    if (!hello || !registry) return 'bad-hello'
    const { token, journal } = hello
    const device = registry.deviceOf(token)
    if (device?.kind !== 'host') return 'forgotten'
    socket.data = { device: device.id, code: device.place, token, journal, speakers: [], asking: new Set() }
    return null
  }
  /** A locked host lends nothing. */
  const lendTo = (socket: HostSocket) => {
    const { token, code } = socket.data
    const isLocked = registry?.deviceOf(token)?.isLocked ?? true
    socket.emit('lend', isLocked ? nothing : lentOf(code))
  }
  io.use((socket, next) => {
    const refusal = admit(socket)
    next(refusal === null ? undefined : new Error(refusal))
  })

  io.on('connection', (socket) => {
    const { data } = socket
    // What is left of an earlier connection whose end was not noticed yet.
    present.get(data.code)?.disconnect(true)
    present.set(data.code, socket)
    const gone = registry?.connected(data.device)
    socket.on('report', (report) => {
      const parsed = DeviceReportSchema.safeParse(report).data
      if (parsed) registry?.report(data.device, parsed)
    })
    socket.on('speakers', (states) => {
      data.speakers = SpeakerStatesSchema.safeParse(states).data ?? []
    })
    socket.on('disconnect', () => {
      if (present.get(data.code) === socket) present.delete(data.code)
      for (const giveUp of [...data.asking]) giveUp()
      gone?.()
    })
    lendTo(socket)
    for (const arrived of [...expecting]) arrived()
  })

  /** Null when the host is away, goes before it answers, or answers what nobody understands: then it is sent away. */
  function ask<Answer>(
    code: string,
    schema: z.ZodType<Answer>,
    emit: (socket: HostSocket, answer: (answer: unknown) => void) => void,
  ): Promise<Answer | null> {
    const socket = present.get(code)
    if (!socket) return Promise.resolve(null)
    const { asking } = socket.data
    return new Promise((resolve) => {
      const giveUp = () => {
        asking.delete(giveUp)
        resolve(null)
      }
      asking.add(giveUp)
      emit(socket, (answer) => {
        const parsed = schema.safeParse(answer)
        asking.delete(giveUp)
        resolve(parsed.success ? parsed.data : sendAway(code))
      })
    })
  }

  function sendAway(code: string): null {
    log.warn({ host: code }, 'a device host answered what this hub does not understand; it may be of another version')
    present.get(code)?.disconnect(true)
    return null
  }

  async function put(code: string, bytes: Uint8Array): Promise<string | null> {
    const id = createHash('sha256').update(bytes).digest('hex')
    const size = bytes.length
    for (let from = 0, isFirst = true; isFirst || from < size; isFirst = false) {
      const piece = { id, size, from, bytes: bytes.subarray(from, from + hostPieceBytes) }
      const answer = await ask(code, PieceAnswerSchema, (socket, tell) => socket.emit('piece', piece, tell))
      if (!answer) return null
      if (answer.have < Math.min(size, from + 1)) return sendAway(code)
      from = answer.have
    }
    return id
  }

  const at = (code: string): DeviceHost => ({
    journal: () => present.get(code)?.data.journal ?? null,
    arrival: (signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (!signal.aborted && !present.has(code)) return
          expecting.delete(look)
          signal.removeEventListener('abort', look)
          resolve()
        }
        expecting.add(look)
        signal.addEventListener('abort', look)
        look()
      }),
    put: (bytes) => put(code, bytes),
    print: async (order) => {
      const answer = await ask(code, PrintAnswerSchema, (socket, tell) => socket.emit('print', order, tell))
      return answer && 'outcome' in answer ? answer : null
    },
    withdraw: (printer, job) => void present.get(code)?.emit('withdraw', { printer, job }),
    outcomeOf: (job) => ask(code, HostedPrintSchema, (socket, tell) => socket.emit('outcome', job, tell)),
    status: (printer) => ask(code, HostedStatusSchema, (socket, tell) => socket.emit('status', { printer }, tell)),
    speakerFault: (device) => present.get(code)?.data.speakers.find((state) => state.device === device)?.fault,
    play: (sound) => ask(code, PlayAnswerSchema, (socket, tell) => socket.emit('play', sound, tell)),
    stop: (id) => void present.get(code)?.emit('stop', { id }),
  })
  const socketOf = (device: string) => [...present.values()].find(({ data }) => data.device === device)

  return {
    /** The host of this code, there or not. */
    at,
    /**
     * Lets the paired hosts in, to lend what the building wants of each. Who is forgotten or has another place is cut off,
     * comes again and hears why.
     */
    serve: (next: HostRegistry, wanted: (code: string) => LentDevices): void => {
      registry = next
      lentOf = wanted
      const stops = [
        next.onChange((id) => {
          const socket = socketOf(id)
          if (!socket) return
          if (next.deviceOf(socket.data.token)?.place === socket.data.code) lendTo(socket)
          else socket.disconnect(true)
        }),
        next.onOrder((id, order) => void socketOf(id)?.emit('order', order)),
      ]
      leaveRegistry = () => {
        for (const stop of stops) stop()
      }
    },
    /** The building has changed: every host is told what it lends now. */
    lendAnew: (): void => {
      for (const socket of present.values()) lendTo(socket)
    },
    [Symbol.asyncDispose]: async (): Promise<void> => {
      leaveRegistry()
      for (const socket of [...present.values()]) socket.disconnect(true)
      // Not awaited, as at the screens' door.
      void io.close()
    },
  }
}
