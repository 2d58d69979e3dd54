import * as wire from '../contract/devices.ts'
import type { Role } from '../contract/hall.ts'
import { problem } from './answers.ts'
import { deviceCookie } from './device-cookie.ts'
import type { DeviceOffice, KeptDevice, OtherDevices } from './device-port.ts'
import { type Operation, operation, type Reply } from './operation.ts'

/** The trust table of devices: who looks after them, and who may look, reload and identify. */
const keepers: readonly Role[] = ['manager', 'operator']
const watchers: readonly Role[] = ['supervisor', ...keepers]

export interface DevicePorts {
  readonly office: DeviceOffice
  readonly others: () => OtherDevices
}

/** What hangs on the hub: pairing, and everything that staff do with a paired device from afar. */
export const deviceOperations = ({ office, others }: DevicePorts): readonly Operation[] => [
  operation({
    id: 'startPairing',
    method: 'post',
    path: '/api/device-pairings',
    summary:
      'A machine asks to be paired. It shows the code, which a manager or operator approves within 15 minutes, and keeps the secret.',
    access: 'public',
    body: wire.StartPairingSchema,
    answer: wire.PairingAnswerSchema,
    status: 201,
    run: ({ body }) => ({ json: office.startPairing(body.for) }),
  }),
  operation({
    id: 'claimPairing',
    method: 'post',
    path: '/api/device-pairings/claim',
    summary:
      'Asked by that machine until it is approved: a screen then has its credential as a cookie, a device host in the answer.',
    access: 'public',
    body: wire.ClaimPairingSchema,
    answer: wire.ClaimAnswerSchema,
    run: async ({ body, headers }) => {
      const claim = await office.claim(body.secret)
      if (claim.state !== 'approved') return { json: claim }
      const { state, device, token } = claim
      if (device.kind === 'host') return { json: { state, device, address: null, token } }
      headers.set('Set-Cookie', deviceCookie(token))
      return { json: { state, device, address: pageOf(device) } }
    },
  }),
  {
    id: 'listDevices',
    method: 'get',
    path: '/api/devices',
    summary: 'Everything that hangs on the hub and how it is: paired devices, printers, loudspeakers, the voice.',
    access: watchers,
    answer: wire.DevicesAnswerSchema,
    run: async ({ actor }) => ({
      json: {
        now: Date.now(),
        mayKeep: keepers.includes(actor.role),
        devices: office.devices(),
        ...others(),
        acts: await office.acts(),
      },
    }),
  },
  operation({
    id: 'pairDevice',
    method: 'post',
    path: '/api/devices',
    summary: 'Approves the machine that shows this code, with its name, kind and place.',
    access: keepers,
    isSlowedDown: true,
    keepsAnswer: true,
    body: wire.PairDeviceSchema,
    answer: wire.DeviceAnswerSchema,
    status: 201,
    run: async ({ body, actor, headers }) => worded(await office.pair(body, actor), headers),
  }),
  operation({
    id: 'editDevice',
    method: 'post',
    path: '/api/devices/{id}',
    summary: 'Renames, moves, locks or unlocks a device, or sets the hours in which it is lit (null: always).',
    access: keepers,
    isSlowedDown: true,
    keepsAnswer: true,
    body: wire.EditDeviceSchema,
    answer: wire.DeviceAnswerSchema,
    run: async ({ body, actor, params, headers }) => worded(await office.edit(params.id ?? '', body, actor), headers),
  }),
  operation({
    id: 'orderDevice',
    method: 'post',
    path: '/api/devices/{id}/orders',
    summary: 'Loads it anew, or lets it show its name. Not kept for a device that is not connected.',
    access: watchers,
    keepsAnswer: true,
    body: wire.OrderDeviceSchema,
    answer: wire.OrderAnswerSchema,
    run: async ({ body, actor, params }) => {
      const done = await office.order(params.id ?? '', body.order, actor)
      return 'unknown' in done ? { outcome: done } : { json: done }
    },
  }),
  operation({
    id: 'replaceDevice',
    method: 'post',
    path: '/api/devices/{id}/replace',
    summary: 'Another machine, which shows this code, takes over name, place and hours; the old one is forgotten.',
    access: keepers,
    isSlowedDown: true,
    keepsAnswer: true,
    body: wire.ReplaceDeviceSchema,
    answer: wire.DeviceAnswerSchema,
    run: async ({ body, actor, params, headers }) =>
      worded(await office.replace(params.id ?? '', body.code, actor), headers),
  }),
  {
    id: 'forgetDevice',
    method: 'delete',
    path: '/api/devices/{id}',
    summary: 'Takes its credential away. It shows that it was forgotten, also when it comes back later.',
    access: keepers,
    answer: wire.ForgottenDeviceSchema,
    run: async ({ actor, params }) => {
      const done = await office.forget(params.id ?? '', actor)
      return 'unknown' in done ? { outcome: done } : { json: done }
    },
  },
]

function worded(kept: KeptDevice<{ device: wire.Device }>, headers: Map<string, string>): Reply {
  if ('mistakes' in kept) {
    const fields = kept.mistakes.map(({ path, message }) => ({ path, message: message.en, text: message }))
    return { answered: problem(400, 'bad-input', fields) }
  }
  if ('waitMs' in kept) {
    headers.set('Retry-After', String(Math.ceil(kept.waitMs / 1000)))
    return { answered: problem(429, 'too-often') }
  }
  return 'unknown' in kept ? { outcome: kept } : { json: kept }
}

/** Where a paired screen goes. */
function pageOf({ kind, place }: wire.Device): string | null {
  const code = encodeURIComponent(place)
  switch (kind) {
    case 'kiosk':
      return `/kiosk?device=${code}`
    case 'display':
      return `/display?zone=${code}`
    case 'booth':
      return `/display/booth/${code}`
    case 'counter':
      return `/counter?counter=${code}`
    case 'host':
      return null
  }
}
