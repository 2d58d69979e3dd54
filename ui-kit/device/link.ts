import { io } from 'socket.io-client'
import type {
  DeviceKind,
  DeviceOrder,
  DeviceRefusal,
  DeviceReport,
  DeviceSelf,
  HubFacts,
} from '../../server/contract/devices.ts'
import { connectionOptions, hubAddress } from '../connection.ts'
import { isTraining } from '../hall-base.ts'
import { watchFaults } from './faults.ts'

export type ScreenKind = Exclude<DeviceKind, 'host'>

/** Unknown until the hub has said; an unpaired screen is what its address says. */
export type DeviceState =
  | { readonly standing: 'unknown' | 'unpaired' | 'forgotten' }
  | {
      readonly standing: 'paired'
      readonly self: DeviceSelf
      readonly timeZone: string
      readonly isDemo: boolean
      /** Real time by the hub, in ms ahead of this screen's clock. */
      readonly aheadMs: number
    }

export interface DeviceLink {
  state(): DeviceState
  /** Called after every change of the state. Gives the function that ends it. */
  subscribe(listener: () => void): () => void
  /** Staff want to see which device this is. */
  onIdentify(listener: () => void): () => void
  close(): void
}

/** The door for devices (server/contract/devices.ts), written here so that no screen carries the schemas beside it. */
const door = '/device'
const reportEveryMs = 30_000

/** What the hub knows of this machine, over the connection that its views use too. */
export function openDeviceLink(screen: ScreenKind, url = hubAddress, reload = () => location.reload()): DeviceLink {
  const listeners = new Set<() => void>()
  const identifyListeners = new Set<() => void>()
  let state: DeviceState = { standing: 'unknown' }
  /** That of the hub when this page was loaded, and so the page's own. */
  let build: string | null = null
  const become = (next: DeviceState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const socket = io(`${url}${door}`, { ...connectionOptions, auth: { screen } })
  const report = (error?: string) => {
    if (build === null || !socket.connected) return
    const said: DeviceReport = { version: build, uptimeMs: Math.round(performance.now()), ...(error && { error }) }
    socket.emit('report', said)
  }
  socket.on('self', (self: DeviceSelf, hub: HubFacts) => {
    const isFirst = build === null
    build ??= hub.build
    become({ standing: 'paired', self, timeZone: hub.timeZone, isDemo: hub.isDemo, aheadMs: hub.now - Date.now() })
    if (isFirst) report()
  })
  socket.on('order', (order: DeviceOrder) => {
    if (order === 'reload') return reload()
    for (const listener of identifyListeners) listener()
  })
  socket.on('forgotten', () => become({ standing: 'forgotten' }))
  socket.on('connect', () => report())
  socket.on('connect_error', ({ message }) => {
    const refusals: readonly string[] = ['unpaired', 'forgotten'] satisfies readonly DeviceRefusal[]
    // Anything else is the network's, and is tried again.
    if (refusals.includes(message)) become({ standing: message as DeviceRefusal })
  })
  const heartbeat = setInterval(report, reportEveryMs)
  const unwatch = watchFaults(report)

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onIdentify: (listener) => {
      identifyListeners.add(listener)
      return () => void identifyListeners.delete(listener)
    },
    close: () => {
      clearInterval(heartbeat)
      unwatch()
      socket.disconnect()
    },
  }
}

/** In the training hall there are no devices. */
export const isDevicePlace = !isTraining
