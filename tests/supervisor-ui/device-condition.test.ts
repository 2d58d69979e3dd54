import type { Device, DevicesAnswer } from '../../server/contract/devices.ts'
import { countTroubles, deviceCondition, isFaulty, printerCondition } from '../../supervisor-ui/devices/condition.ts'

const now = Date.parse('2026-07-14T02:00:00Z')
const device: Device = {
  id: '1',
  name: 'Layar dekat tangga',
  kind: 'display',
  place: 'A',
  hours: null,
  isLocked: false,
  isAwake: true,
  pairedAt: now - 1,
  isConnected: true,
  since: now - 1,
  version: '1',
  isCurrent: true,
  uptimeMs: 1,
  disconnects: 0,
  lastError: null,
}
const printer = { kiosk: 'K1', kind: 'network', at: '', since: 0, waiting: 0, lastError: null } as const
const all = (parts: Partial<DevicesAnswer>): DevicesAnswer => ({
  now,
  mayKeep: true,
  devices: [],
  printers: [],
  loudspeakers: [],
  voice: { state: 'ready', pack: null, missing: [] },
  acts: [],
  ...parts,
})

test.each([
  [{}, 'device.is.connected', false],
  [{ isConnected: false, since: null }, 'device.is.never', false],
  [{ isConnected: false }, 'device.is.offline', true],
  // Whoever is dark by plan, or locked, may be switched off.
  [{ isConnected: false, isAwake: false }, 'device.is.offline', false],
  [{ isConnected: false, isLocked: true }, 'device.is.offline', false],
  [{ isLocked: true }, 'device.is.locked', false],
  [{ isAwake: false }, 'device.is.asleep', false],
  [{ isCurrent: false }, 'device.is.old', true],
] as const)('a device with %j: %s', (parts, words, needsCare) => {
  expect(deviceCondition({ ...device, ...parts })).toMatchObject({ words, needsCare })
})

test('a fault counts for an hour, while the device is there', () => {
  const ill = { ...device, lastError: { at: now - 60_000, text: 'x is null' } }
  expect(isFaulty(ill, now)).toBe(true)
  expect(isFaulty(ill, now + 3_600_000)).toBe(false)
  expect(isFaulty({ ...ill, isConnected: false }, now)).toBe(false)
})

test('what needs care is counted over everything that hangs on the hub', () => {
  expect(countTroubles(all({ devices: [device], printers: [{ ...printer, state: 'silent' }] }))).toBe(0)
  expect(printerCondition({ ...printer, state: 'silent' }).shape).toBe('waiting')
  const ill = all({
    devices: [{ ...device, isConnected: false }],
    printers: [{ ...printer, state: 'paper-low' }],
    loudspeakers: [{ zone: 'A', kind: 'alsa', at: 'hw:0', state: 'no-device', waiting: 0, lastError: null }],
    voice: { state: 'not-installed', pack: null, missing: [] },
  })
  expect(countTroubles(ill)).toBe(4)
})
