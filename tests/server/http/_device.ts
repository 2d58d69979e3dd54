import { io, type Socket } from 'socket.io-client'
import type {
  ClaimAnswer,
  Device,
  DeviceKind,
  DeviceSelf,
  DevicesAnswer,
  DeviceToHub,
  HubToDevice,
  PairingAnswer,
} from '../../../server/contract/devices.ts'
import { until } from '../../_until.ts'
import type { OpenedHall } from './_hall.ts'

/** One machine that was paired: what it holds, and what it hears. */
export interface Machine {
  readonly id: string
  /** As a browser would send it. */
  readonly cookie: string
}

export const startPairing = async ({ call }: OpenedHall, asker: 'screen' | 'host' = 'screen') =>
  (await call<PairingAnswer>('startPairing', { body: { for: asker } })).body

export const claim = ({ call }: OpenedHall, secret: string) => call<ClaimAnswer>('claimPairing', { body: { secret } })

export const cookieOf = (headers: Readonly<Record<string, string | string[] | undefined>>): string =>
  String(headers['set-cookie']).split(';')[0] ?? ''

/** Pairs a screen as people do: code, approval, claim. */
export async function pairScreen(
  hall: OpenedHall,
  as: { kind: Exclude<DeviceKind, 'host'>; place: string; name: string; hours?: object },
  token?: string,
): Promise<Machine> {
  const { code, secret } = await startPairing(hall)
  const approved = await hall.call<{ device: Device }>('pairDevice', {
    body: { code, ...as },
    token: token ?? (await hall.hub.session('operator')),
  })
  if (approved.status !== 201) throw new Error(approved.text)
  const { headers } = await claim(hall, secret)
  return { id: approved.body.device.id, cookie: cookieOf(headers) }
}

export async function listDevices(hall: OpenedHall): Promise<DevicesAnswer> {
  return (await hall.call<DevicesAnswer>('listDevices', { token: await hall.hub.session('supervisor') })).body
}

export interface DeviceScreen {
  readonly socket: Socket<HubToDevice, DeviceToHub>
  /** Everything it heard of itself, the latest last. */
  readonly selves: DeviceSelf[]
  /** Orders, and `forgotten`. */
  readonly heard: string[]
  /** Why the door did not open. */
  refused: string | null
}

/** A screen at the door for devices, with nothing of ours between it and the hub. */
export async function openDeviceScreen(
  hall: OpenedHall,
  { cookie }: Pick<Machine, 'cookie'>,
  screen: DeviceKind,
): Promise<DeviceScreen> {
  const socket: DeviceScreen['socket'] = io(`${hall.hub.url}/device`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { screen },
    extraHeaders: { cookie },
  })
  const opened: DeviceScreen = { socket, selves: [], heard: [], refused: null }
  socket.on('self', (self) => void opened.selves.push(self))
  socket.on('order', (order) => void opened.heard.push(order))
  socket.on('forgotten', () => void opened.heard.push('forgotten'))
  socket.on('connect_error', ({ message }) => {
    opened.refused = message
  })
  await until(() => opened.selves.length > 0 || opened.refused !== null)
  return opened
}
