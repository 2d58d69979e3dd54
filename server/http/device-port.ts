import type {
  Device,
  DeviceAct,
  DeviceKind,
  DeviceOrder,
  DevicesAnswer,
  EditDevice,
  PairDevice,
  PairingAnswer,
} from '../contract/devices.ts'
import type { Actor } from '../contract/hall.ts'
import type { Text } from '../contract/site.ts'

export interface DeviceMistake {
  /** The field of the body. */
  readonly path: 'code' | 'kind' | 'place'
  readonly message: Text
}

export type KeptDevice<Done> =
  | Done
  | { readonly mistakes: readonly DeviceMistake[] }
  | { readonly unknown: 'device' }
  /** Too many wrong codes by this person. */
  | { readonly waitMs: number }

/** Whose credential it is. `forgotten`: it was taken away; of an unknown one nobody knows the kind. */
export type Standing =
  | { readonly state: 'paired'; readonly device: Pick<Device, 'id' | 'kind' | 'place'> }
  | { readonly state: 'forgotten'; readonly kind: DeviceKind | null }
  | { readonly state: 'none' }

export type Claim = { readonly state: 'waiting' | 'expired' | 'unknown' } | ApprovedClaim
export interface ApprovedClaim {
  readonly state: 'approved'
  readonly device: Device
  readonly token: string
}

/** The office of the paired devices: real time, and one for the whole hub whatever hall is on stage. */
export interface DeviceOffice {
  startPairing(asker: 'screen' | 'host'): PairingAnswer
  /** Asked again before the credential was used, it gives another one: the first answer may have been lost. */
  claim(secret: string): Promise<Claim>
  pair(body: PairDevice, actor: Actor): Promise<KeptDevice<{ device: Device }>>
  edit(id: string, body: EditDevice, actor: Actor): Promise<KeptDevice<{ device: Device }>>
  order(
    id: string,
    order: DeviceOrder,
    actor: Actor,
  ): Promise<{ device: Device; isSent: boolean } | { readonly unknown: 'device' }>
  replace(id: string, code: string, actor: Actor): Promise<KeptDevice<{ device: Device }>>
  forget(id: string, actor: Actor): Promise<{ forgotten: string } | { readonly unknown: 'device' }>
  devices(): readonly Device[]
  acts(): Promise<readonly DeviceAct[]>
  standing(token: string | undefined): Standing
  isKioskLocked(kiosk: string): boolean
}

/** What else hangs on the hub. */
export type OtherDevices = Pick<DevicesAnswer, 'printers' | 'loudspeakers' | 'voice'>
