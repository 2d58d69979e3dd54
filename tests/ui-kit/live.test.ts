import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { type Change, type Live, openLive } from '../../ui-kit/live.ts'

interface Snapshot {
  waiting: number
  calls: { id: string }[]
}

const hub = { build: '1.0.0', demo: true, simulation: null }
const view = { view: 'display', zone: 'A' } as const

/** A hub of one view: it answers `watch` as the test says, and can be stopped and started on the same port. */
class Hub {
  http!: HttpServer
  io!: Server
  port = 0
  watched: unknown[] = []
  sockets: Socket[] = []
  answer: () => object = () => ({ version: 1, snapshot: { waiting: 7, calls: [] }, now: 1_000_000, speed: 1, hub })
  beforeAnswer: (socket: Socket) => void = () => undefined

  async start() {
    this.http = createServer()
    this.io = new Server(this.http)
    this.io.on('connection', (socket) => {
      this.sockets.push(socket)
      socket.on('watch', (asked: unknown, done: (answer: object) => void) => {
        this.watched.push(asked)
        this.beforeAnswer(socket)
        done(this.answer())
      })
    })
    await new Promise<void>((resolve) => this.http.listen(this.port, '127.0.0.1', resolve))
    this.port = (this.http.address() as AddressInfo).port
  }

  tell(message: object) {
    this.io.emit('change', { view: 'display', at: 0, changes: [], patch: {}, ...message })
  }

  stop() {
    return this.io.close()
  }
}

const until = async (holds: () => boolean) => {
  const giveUpAt = Date.now() + 8_000
  while (!holds()) {
    if (Date.now() > giveUpAt) throw new Error('it never came to hold')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('openLive', () => {
  let hall: Hub
  let live: Live<Snapshot>
  let reloads = 0
  const open = () => {
    live = openLive<Snapshot>(view, { url: `http://127.0.0.1:${hall.port}`, reload: () => void reloads++ })
    return live
  }

  beforeEach(async () => {
    reloads = 0
    hall = new Hub()
    await hall.start()
  })
  afterEach(async () => {
    live.close()
    await hall.stop()
  })

  it('watches its view and keeps the snapshot, the hub and the hall clock', async () => {
    hall.answer = () => ({ version: 4, snapshot: { waiting: 7, calls: [] }, now: 5_000_000, speed: 60, hub })
    expect(open().state()).toMatchObject({ link: 'connecting', snapshot: null })
    await until(() => live.state().link === 'connected')
    expect(hall.watched).toEqual([view])
    expect(live.state()).toMatchObject({ version: 4, snapshot: { waiting: 7 }, hub, lostSince: null, refusal: null })
    const early = live.hallNow()
    expect(early).toBeGreaterThanOrEqual(5_000_000)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(live.hallNow() - early).toBeGreaterThanOrEqual(49 * 60)
  })

  it('applies numbered changes in order, once, and hands each on', async () => {
    const seen: Change[] = []
    open().onChange((message) => void seen.push(message))
    await until(() => live.state().link === 'connected')
    hall.tell({ version: 2, changes: [{ type: 'issued', label: 'DK-051' }], patch: { set: { waiting: 8 } } })
    hall.tell({ version: 2, patch: { set: { waiting: 99 } } })
    hall.tell({ version: 3, patch: { put: { calls: [{ id: 'a' }] } } })
    await until(() => live.state().version === 3)
    expect(live.state().snapshot).toEqual({ waiting: 8, calls: [{ id: 'a' }] })
    expect(seen.map(({ version }) => version)).toEqual([2, 3])
    expect(hall.watched).toHaveLength(1)
  })

  it('asks again when a number is missing', async () => {
    open()
    await until(() => live.state().link === 'connected')
    hall.answer = () => ({ version: 5, snapshot: { waiting: 3, calls: [] }, now: 2_000_000, speed: 1, hub })
    hall.tell({ version: 4, patch: { set: { waiting: 4 } } })
    await until(() => live.state().version === 5)
    expect(live.state().snapshot?.waiting).toBe(3)
    expect(hall.watched).toHaveLength(2)
  })

  it('keeps a change that overtakes the answer', async () => {
    hall.beforeAnswer = (socket) =>
      void socket.emit('change', { view: 'display', version: 2, at: 0, changes: [], patch: { set: { waiting: 8 } } })
    open()
    await until(() => live.state().version === 2)
    expect(live.state().snapshot?.waiting).toBe(8)
    expect(hall.watched).toHaveLength(1)
  })

  it('keeps the last snapshot and says since when the link is lost, then comes back with a fresh one', async () => {
    open()
    await until(() => live.state().link === 'connected')
    await hall.stop()
    await until(() => live.state().link === 'lost')
    expect(live.state().snapshot?.waiting).toBe(7)
    expect(live.state().lostSince).toBeGreaterThanOrEqual(1_000_000)
    expect(live.state().lostSince).toBeLessThan(1_010_000)
    hall.answer = () => ({ version: 20, snapshot: { waiting: 1, calls: [] }, now: 2_000_000, speed: 1, hub })
    await hall.start()
    await until(() => live.state().link === 'connected')
    expect(live.state()).toMatchObject({ version: 20, snapshot: { waiting: 1 }, lostSince: null })
  })

  it('loads itself again when it is told to, and when the hub comes back renewed', async () => {
    open()
    await until(() => live.state().link === 'connected')
    hall.io.emit('reload')
    await until(() => reloads === 1)
    hall.answer = () => ({ version: 9, snapshot: { waiting: 0, calls: [] }, hub: { ...hub, build: '1.1.0' } })
    hall.tell({ version: 7 })
    await until(() => reloads === 2)
    expect(live.state().version).toBe(1)
  })

  it('watches again, and takes an older number, when another hall comes on stage', async () => {
    hall.answer = () => ({ version: 40, snapshot: { waiting: 7, calls: [] }, now: 1_000_000, speed: 1, hub })
    open()
    await until(() => live.state().version === 40)
    const simulation = { seed: 1, speed: 60 }
    hall.answer = () => ({
      version: 2,
      snapshot: { waiting: 0, calls: [] },
      now: 9_000_000,
      speed: 60,
      hub: { ...hub, simulation },
    })
    hall.io.emit('stage')
    await until(() => live.state().version === 2)
    expect(live.state().hub?.simulation).toEqual(simulation)
    expect(live.hallNow()).toBeGreaterThanOrEqual(9_000_000)
    expect(hall.watched[1]).toEqual({ ...view, build: hub.build })
  })

  it('holds a refusal as a value and asks again', async () => {
    hall.answer = () => ({ error: 'unknown' })
    open()
    await until(() => live.state().refusal !== null)
    expect(live.state()).toMatchObject({ refusal: 'unknown', snapshot: null })
    hall.answer = () => ({ version: 1, snapshot: { waiting: 2, calls: [] }, now: 1_000_000, speed: 1, hub })
    await until(() => live.state().snapshot !== null)
    expect(live.state().refusal).toBeNull()
  })

  it('leaves the hub and comes back to it', async () => {
    open()
    await until(() => live.state().link === 'connected')
    live.close()
    await until(() => hall.io.of('/').sockets.size === 0)
    live.connect()
    await until(() => hall.watched.length === 2)
  })
})
