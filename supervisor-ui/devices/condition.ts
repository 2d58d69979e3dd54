import type { Device, DevicesAnswer, LoudspeakerView, PrinterView } from '../../server/contract/devices.ts'
import type { StatusState } from '../../ui-kit/status.tsx'

/** How something is, for one look: a shape, the words' key, and whether somebody has to do something. */
export interface Condition<Key extends string> {
  readonly shape: StatusState
  readonly words: Key
  readonly needsCare: boolean
}

const hourMs = 3_600_000

type DeviceWords =
  | 'device.is.connected'
  | 'device.is.offline'
  | 'device.is.never'
  | 'device.is.locked'
  | 'device.is.asleep'
  | 'device.is.old'

/** A screen that is dark by its hours, or locked by somebody, is as it should be. */
export function deviceCondition(device: Device): Condition<DeviceWords> {
  const { isConnected, isLocked, isAwake, isCurrent, version, since } = device
  if (!isConnected && since === null) return { shape: 'not-yet', words: 'device.is.never', needsCare: false }
  if (!isConnected) return { shape: 'offline', words: 'device.is.offline', needsCare: isAwake && !isLocked }
  if (isLocked) return { shape: 'closed', words: 'device.is.locked', needsCare: false }
  if (!isAwake) return { shape: 'break', words: 'device.is.asleep', needsCare: false }
  if (version !== null && !isCurrent) return { shape: 'action', words: 'device.is.old', needsCare: true }
  return { shape: 'open', words: 'device.is.connected', needsCare: false }
}

/** Whether it reported a fault of its own in the last hour. */
export const isFaulty = ({ lastError, isConnected }: Device, now: number): boolean =>
  isConnected && lastError !== null && now - lastError.at < hourMs

const well: readonly string[] = ['ready', 'busy']
const unclear: readonly string[] = ['silent', 'unknown', 'no-listener', 'closed']

const stateCondition = <S extends string, P extends string>(state: S, prefix: P): Condition<`${P}.${S}`> => ({
  shape: well.includes(state) ? 'open' : unclear.includes(state) ? 'waiting' : 'action',
  words: `${prefix}.${state}`,
  needsCare: !well.includes(state) && !unclear.includes(state),
})

export const printerCondition = ({ state }: PrinterView) => stateCondition(state, 'printer')
export const speakerCondition = ({ state }: LoudspeakerView) => stateCondition(state, 'speaker')

/** How many things somebody has to look after. */
export function countTroubles({ devices, printers, loudspeakers, voice, now }: DevicesAnswer): number {
  const isTrouble = (device: Device) => deviceCondition(device).needsCare || isFaulty(device, now)
  return (
    devices.filter(isTrouble).length +
    printers.filter((printer) => printerCondition(printer).needsCare).length +
    loudspeakers.filter((speaker) => speakerCondition(speaker).needsCare).length +
    (voice.state === 'not-installed' ? 1 : 0)
  )
}
