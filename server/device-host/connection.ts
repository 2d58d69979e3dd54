import { io, type Socket } from 'socket.io-client'
import {
  deviceHostPath,
  type HostHello,
  type HostRefusal,
  type HostToHub,
  type HubToHost,
  hostRefusals,
} from '../contract/device-host.ts'
import type { DeviceReport } from '../contract/devices.ts'
import type { LentPrinters } from './lent-printers.ts'
import type { LentSpeakers } from './lent-speakers.ts'
import type { Pieces } from './pieces.ts'

export interface ConnectionPorts {
  readonly hub: string
  readonly hello: HostHello
  readonly pieces: Pieces
  readonly printers: LentPrinters
  readonly speakers: LentSpeakers
  readonly report: () => DeviceReport
  readonly onConnected: (isConnected: boolean) => void
  readonly onIdentify: () => void
  /** The hub does not let it in; it is asked again by and by. */
  readonly onRefusal: (refusal: HostRefusal) => void
  readonly waits?: ConnectionWaits
}

/** ms of real time. */
export interface ConnectionWaits {
  /** How soon a lost hub is looked for, and how seldom at last. */
  readonly lost: { first: number; most: number }
  /** How soon a hub is asked again that sent this host away. */
  readonly refused: number
}
const usualWaits: ConnectionWaits = { lost: { first: 500, most: 3_000 }, refused: 5_000 }

export interface Connection extends Disposable {
  readonly tell: Pick<Socket<HubToHost, HostToHub>, 'emit'>
}

const reportMs = 30_000
const isRefusal = (text: string): text is HostRefusal => hostRefusals.some((refusal) => refusal === text)

/** Keeps a connection to the hub for as long as it is open: it comes back by itself, for ever, and quietly. */
export function openConnection(ports: ConnectionPorts): Connection {
  const { hub, hello, pieces, printers, speakers, onConnected, onIdentify, onRefusal, waits = usualWaits } = ports
  const socket: Socket<HubToHost, HostToHub> = io(hub, {
    path: deviceHostPath,
    transports: ['websocket'],
    forceNew: true,
    auth: hello,
    reconnectionDelay: waits.lost.first,
    reconnectionDelayMax: waits.lost.most,
  })
  let again: NodeJS.Timeout | undefined
  const connectIn = (ms: number) => {
    clearTimeout(again)
    again = setTimeout(() => socket.connect(), ms)
  }
  const report = () => {
    // Nothing is kept for later: a report is of now.
    if (socket.connected) socket.emit('report', ports.report())
  }
  const reporting = setInterval(report, reportMs)

  socket.on('connect', () => {
    onConnected(true)
    report()
  })
  socket.on('disconnect', (reason) => {
    onConnected(false)
    speakers.dropWaiting()
    // Socket.IO itself does not come back from this one.
    if (reason === 'io server disconnect') connectIn(waits.lost.first)
  })
  socket.on('connect_error', ({ message }) => {
    // A hub that cannot be reached is tried again by Socket.IO; one that said no is not.
    if (socket.active) return
    connectIn(waits.refused)
    if (isRefusal(message)) onRefusal(message)
  })
  socket.on('lend', (devices) => {
    printers.lend(devices.printers)
    speakers.lend(devices.speakers)
  })
  socket.on('piece', (piece, answer) => answer({ have: pieces.take(piece) }))
  socket.on('print', (order, answer) => void printers.print(order).then(answer))
  socket.on('withdraw', printers.withdraw)
  socket.on('outcome', (job, answer) => void printers.outcome(job).then(answer))
  socket.on('status', (printer, answer) => void printers.status(printer).then(answer))
  socket.on('play', (sound, answer) => void speakers.play(sound).then(answer))
  socket.on('stop', ({ id }) => speakers.stop(id))
  socket.on('order', (order) => {
    if (order === 'reload') return void Promise.all([printers.reload(), speakers.reload()])
    onIdentify()
    speakers.identify()
  })
  return {
    tell: { emit: (...said) => (socket.connected ? socket.emit(...said) : socket) },
    [Symbol.dispose]: () => {
      clearInterval(reporting)
      clearTimeout(again)
      socket.disconnect()
    },
  }
}
