import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { z } from 'zod'
import type { Actor } from '../contract/hall.ts'
import type { HubToScreen, HubView, ScreenToHub, View, Watched } from '../contract/live.ts'
import { type MediaReport, MediaReportSchema } from '../contract/site-media.ts'
import type { LiveHall } from '../hall.ts'
import { touchOf } from '../readings/changes.ts'
import { readCounterView, type SpokenState } from '../readings/counter.ts'
import { boothsShown, readBooth, readDisplay } from '../readings/displays.ts'
import { findByCode, readHallView, readKiosk, readTicketView } from '../readings/overview.ts'
import type { Lens } from '../readings/reading.ts'
import { type DeviceDoorPorts, isForgotten, openDeviceDoor } from './devices.ts'
import { createRooms, isRoomName, type Rooms, roomName } from './rooms.ts'
import { createSoundDoor } from './sound.ts'

/** The hall on stage, as the screens need it. */
export interface LiveStage {
  readonly hall: LiveHall
  lens(): Lens
  readonly clock: { now(): number; readonly speed: number }
  readonly spoken: SpokenState
}

export interface LivePorts {
  readonly httpServer: HttpServer
  /** Whether a connection may be made at all: pages of other sites may not. */
  readonly isAllowed: (request: IncomingMessage) => boolean
  readonly actorOf: (handshake: { token: string | undefined; cookie: string | undefined }) => Actor | null
  readonly hub: () => HubView
  /** Where Socket.IO answers; `/socket.io` by default. */
  readonly path?: string
  readonly onConnection?: () => void
  /** A display of a zone tells what became of an item of its playlist. */
  readonly onMedia?: (zone: string, report: MediaReport) => void
  readonly log: { error(data: object, sentence: string): void }
}

const gatherMs = { soon: 250, later: 1000 }
const refreshMs = 15_000
const text = z.string().min(1).max(80)
const Watch = z.discriminatedUnion('view', [
  z.object({ view: z.literal('display'), zone: text }),
  z.object({ view: z.literal('booth'), booth: text }),
  z.object({ view: z.literal('counter'), counter: z.int() }),
  z.object({ view: z.literal('kiosk'), kiosk: text }),
  z.object({ view: z.literal('hall') }),
  z.object({ view: z.literal('ticket'), publicCode: text }),
])
const Extras = z.object({ sound: z.boolean().optional(), build: z.string().max(80).optional() })

/** The trust table for views; what is not named here is open to everybody in the demo. */
function maySee(view: View, actor: Actor | null, hall: LiveHall): boolean {
  if (view.view === 'hall') return actor !== null && ['supervisor', 'manager', 'auditor'].includes(actor.role)
  if (view.view !== 'counter') return true
  if (!actor) return false
  if (actor.role === 'officer') return actor.counter === view.counter
  const booth = hall.told.counters.get(view.counter)?.booth
  if (actor.role === 'agency-admin')
    return booth !== undefined && hall.told.catalogue?.booths.get(booth)?.agency === actor.agency
  return ['supervisor', 'manager', 'auditor'].includes(actor.role)
}

/** Socket.IO's door: snapshots and numbered changes. It never commands anything. */
export function openLive({ httpServer, isAllowed, actorOf, hub, path, onConnection, onMedia, log }: LivePorts) {
  const io = new Server<ScreenToHub, HubToScreen>(httpServer, {
    // On a hall's network a dead hub is noticed in 5 s, not in the usual 45.
    pingInterval: 2000,
    pingTimeout: 3000,
    perMessageDeflate: false,
    serveClient: false,
    ...(path === undefined ? {} : { path }),
    maxHttpBufferSize: 64 * 1024,
    allowRequest: (request, answer) => answer(null, isAllowed(request)),
  })
  const sound = createSoundDoor(io)
  let stage: LiveStage | null = null
  let leaveHall = () => {}
  let devices: DeviceDoorPorts | null = null
  let closeDevices = () => {}

  const read = (view: View): object | null => {
    if (!stage) return null
    const lens = stage.lens()
    switch (view.view) {
      case 'display':
        return readDisplay(lens, view.zone)
      case 'booth':
        return readBooth(lens, view.booth)
      case 'counter':
        return readCounterView(lens, view.counter, stage.spoken)
      case 'kiosk':
        return readKiosk(lens, view.kiosk)
      case 'hall':
        return readHallView(lens)
      case 'ticket': {
        const ticket = findByCode(lens.hall, view.publicCode)
        return ticket ? readTicketView(lens, ticket) : null
      }
    }
  }
  const boothsOf = (view: View): ReadonlySet<string> | null => {
    const catalogue = stage?.hall.told.catalogue
    if (!catalogue) return null
    if (view.view === 'display') return new Set(boothsShown(catalogue, view.zone).map(({ code }) => code))
    if (view.view === 'booth') return new Set([view.booth])
    if (view.view === 'counter' && catalogue.counters.has(view.counter)) {
      const services = catalogue.profileOf(view.counter).flat()
      return new Set([
        catalogue.boothOfCounter(view.counter).code,
        ...services.map((code) => catalogue.boothOfService(code).code),
      ])
    }
    if (view.view === 'ticket' && stage) {
      const ticket = findByCode(stage.hall.told, view.publicCode)
      return new Set(ticket?.legs.map((leg) => leg.booth))
    }
    return null
  }
  const rooms: Rooms = createRooms({
    read,
    boothsOf,
    ticketOf: (view) =>
      view.view === 'ticket' && stage ? (findByCode(stage.hall.told, view.publicCode)?.id ?? null) : null,
    emit: (room, change) => void io.to(room).emit('change', { ...change, at: stage?.clock.now() ?? 0 }),
    gatherMs,
  })

  const watch = (socket: Socket<ScreenToHub, HubToScreen>, asked: unknown): Watched => {
    const parsed = Watch.safeParse(asked)
    if (!parsed.success || !stage) return { error: 'bad-view' }
    const view: View = parsed.data
    const extras = Extras.safeParse(asked).data
    const { token } = socket.handshake.auth as { token?: unknown }
    const actor = actorOf({
      token: typeof token === 'string' ? token : undefined,
      cookie: socket.handshake.headers.cookie,
    })
    socket.data.person = actor?.id
    // A forgotten screen shows nothing, least of all a number of a minute ago.
    if (devices && isForgotten(devices.standing(socket.handshake.headers.cookie), view.view))
      return { error: 'forbidden' }
    if (!maySee(view, actor, stage.hall)) return { error: 'forbidden' }
    if (extras?.build !== undefined && extras.build !== hub().build) socket.emit('reload')
    const entered = rooms.enter(view)
    if (!entered) return { error: 'unknown' }
    if (socket.rooms.has(entered.name)) rooms.leave(entered.name)
    void socket.join(entered.name)
    if (extras?.sound && view.view === 'display') sound.enter(socket, view.zone)
    const snapshot = entered.snapshot as never
    return { version: entered.version, snapshot, now: stage.clock.now(), speed: stage.clock.speed, hub: hub() }
  }

  const leaveRooms = (socket: Socket) => {
    for (const name of socket.rooms) {
      if (!isRoomName(name)) continue
      rooms.leave(name)
      void socket.leave(name)
    }
  }

  const zoneWatchedBy = (socket: Socket): string | null => {
    const views = [...socket.rooms].filter(isRoomName).map((name) => JSON.parse(name) as View)
    return views.find((view) => view.view === 'display')?.zone ?? null
  }

  io.on('connection', (socket) => {
    onConnection?.()
    sound.follow(socket)
    socket.on('watch', (asked, answer) => {
      if (typeof answer !== 'function') return
      try {
        answer(watch(socket, asked))
      } catch (error) {
        log.error({ err: error }, 'a view could not be read')
        answer({ error: 'bad-view' })
      }
    })
    socket.on('media', (told) => {
      const report = MediaReportSchema.safeParse(told)
      const zone = zoneWatchedBy(socket)
      if (report.success && zone !== null) onMedia?.(zone, report.data)
    })
    socket.on('disconnecting', () => leaveRooms(socket))
  })

  const refresh = setInterval(() => rooms.refresh(), refreshMs)
  return {
    /** Puts a hall on all screens; they watch everything again. */
    show: (next: LiveStage): void => {
      leaveHall()
      rooms.clear()
      stage = next
      leaveHall = next.hall.subscribe((events, hall) => {
        for (const event of events) rooms.touch(touchOf(event, hall))
      })
      for (const socket of io.sockets.sockets.values()) leaveRooms(socket)
      io.emit('stage')
    },
    /** Somebody's session has ended: their screens watch again, with the rights they have left. */
    expel: (person: string): void => {
      for (const socket of io.sockets.sockets.values()) {
        if (socket.data.person !== person) continue
        leaveRooms(socket)
        socket.emit('stage')
      }
    },
    /** Lets the paired screens in; the training hall has none. */
    serveDevices: (ports: DeviceDoorPorts): void => {
      devices = ports
      closeDevices = openDeviceDoor(io, ports, (cookie) => {
        for (const socket of io.sockets.sockets.values()) {
          if (socket.handshake.headers.cookie !== cookie) continue
          leaveRooms(socket)
          socket.emit('stage')
        }
      })
    },
    listeners: sound.listeners,
    isAtCounter: (counter: number): boolean => io.sockets.adapter.rooms.has(roomName({ view: 'counter', counter })),
    announce: sound.announce,
    /** What is announced in a zone stands on its displays. */
    touchDisplay: (zone: string): void => rooms.refreshView({ view: 'display', zone }),
    /** A counter's screen shows how its call was spoken. */
    touchCounter: (counter: number): void => rooms.refreshView({ view: 'counter', counter }),
    /** The roster has changed. */
    touchHall: (): void => rooms.refreshView({ view: 'hall' }),
    connections: (): number => io.engine.clientsCount,
    [Symbol.asyncDispose]: async (): Promise<void> => {
      clearInterval(refresh)
      closeDevices()
      leaveHall()
      rooms.close()
      // Not awaited: it would wait for every screen at this door, and those of the hall beside it are closed after it.
      void io.close()
    },
  }
}
export type Live = ReturnType<typeof openLive>
