import type { Namespace, Server, Socket } from 'socket.io'
import { z } from 'zod'
import {
  type DeviceKind,
  type DeviceOrder,
  type DeviceRefusal,
  type DeviceReport,
  DeviceReportSchema,
  type DeviceSelf,
  type DeviceToHub,
  deviceDoor,
  deviceKinds,
  type HubFacts,
  type HubToDevice,
} from '../contract/devices.ts'

type Standing =
  | { readonly state: 'paired'; readonly device: Pick<DeviceSelf, 'id' | 'kind'> }
  | { readonly state: 'forgotten'; readonly kind: DeviceKind | null }
  | { readonly state: 'none' }

/** What the door of the paired screens asks of their registry, and tells it. */
export interface DeviceDoorPorts {
  /** Whose credential is among these cookies. */
  standing(cookie: string | undefined): Standing
  self(id: string): DeviceSelf | null
  /** A connection has begun; the answer ends it. */
  connected(id: string): () => void
  report(id: string, report: DeviceReport): void
  onChange(listener: (id: string) => void): () => void
  onOrder(listener: (id: string, order: DeviceOrder) => void): () => void
  hub(): Omit<HubFacts, 'now'>
}

interface Known {
  device: string
  leave: () => void
}
type DeviceSocket = Socket<DeviceToHub, HubToDevice, Record<string, never>, Known>

const Screen = z.object({ screen: z.enum(deviceKinds) })

/**
 * The door of the paired screens, beside the one for views and over the same connection: who they are, what staff order
 * them, and how they are. A screen of another kind in the same browser is no paired one.
 */
export function openDeviceDoor(io: Server, ports: DeviceDoorPorts, onForgotten: (cookie: string) => void): () => void {
  const door = io.of(deviceDoor) as unknown as Namespace<DeviceToHub, HubToDevice, Record<string, never>, Known>
  const socketsOf = (id: string): DeviceSocket[] => [...door.sockets.values()].filter(({ data }) => data.device === id)

  const tellSelf = (socket: DeviceSocket): void => {
    const self = ports.self(socket.data.device)
    if (self) socket.emit('self', self, { ...ports.hub(), now: Date.now() })
  }
  door.use((socket, next) => {
    const screen = Screen.safeParse(socket.handshake.auth).data?.screen
    const standing = ports.standing(socket.handshake.headers.cookie)
    if (isForgotten(standing, screen)) return next(refusal('forgotten'))
    if (standing.state !== 'paired' || standing.device.kind !== screen) return next(refusal('unpaired'))
    socket.data.device = standing.device.id
    next()
  })
  door.on('connection', (socket) => {
    socket.data.leave = ports.connected(socket.data.device)
    tellSelf(socket)
    socket.on('report', (report) => {
      const parsed = DeviceReportSchema.safeParse(report)
      if (parsed.success) ports.report(socket.data.device, parsed.data)
    })
    socket.on('disconnect', () => socket.data.leave())
  })
  const stops = [
    ports.onChange((id) => {
      for (const socket of socketsOf(id)) {
        const { cookie } = socket.handshake.headers
        const standing = ports.standing(cookie)
        if (standing.state === 'paired' && standing.device.id === id) {
          tellSelf(socket)
          continue
        }
        socket.emit('forgotten')
        socket.disconnect()
        onForgotten(cookie ?? '')
      }
    }),
    ports.onOrder((id, order) => {
      for (const socket of socketsOf(id)) socket.emit('order', order)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

const refusal = (name: DeviceRefusal): Error => new Error(name)

/** Whether a screen of this kind has lost its credential; of a credential that nobody knows, every one has. */
export const isForgotten = (standing: Standing, screen: string | undefined): boolean =>
  standing.state === 'forgotten' && (standing.kind === null || standing.kind === screen)
