import { z } from 'zod'
import { plain } from './api.ts'
import { WeeklySchema } from './site.ts'

/**
 * What a paired device is in the building. `place` names where: a kiosk's code, a zone's, a booth's, a counter's number
 * as text; a device host (a PC that lends its printers and its sound card) has a code of its own, which the building's
 * printers and loudspeakers name.
 */
export const deviceKinds = ['kiosk', 'display', 'booth', 'counter', 'host'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** Letters and figures that nobody confuses when they are read from across a room. */
export const pairingAlphabet = 'ACDEFHJKLMNPRTUVWXY34679'
export const PairingCodeSchema = z
  .string()
  .max(20)
  .transform((typed) => typed.toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${pairingAlphabet}]{6}$`), 'six letters and figures, as the screen shows them'))

const place = z.string().regex(/^[\w.-]{1,20}$/, 'must be a code of the building')
const name = plain(40)
/** Hours in which a screen is lit; null = always. */
export const DeviceHoursSchema = WeeklySchema.nullable()

/** POST /api/device-pairings: what asks to be paired; a code of a screen is not approved as a host, nor the other way. */
export const StartPairingSchema = z.strictObject({ for: z.enum(['screen', 'host']).default('screen') })
export const PairingAnswerSchema = z.strictObject({
  /** Shown to whoever approves. */
  code: z.string(),
  /** Known to the machine alone; it claims the credential with it. */
  secret: z.string(),
  /** Epoch ms of real time. */
  expiresAt: z.int(),
  isDemo: z.boolean(),
})
export type PairingAnswer = z.infer<typeof PairingAnswerSchema>

/** POST /api/device-pairings/claim, asked again and again while it is `waiting`. */
export const ClaimPairingSchema = z.strictObject({ secret: z.string().regex(/^[\w-]{43}$/, 'must be a secret') })

export const PairDeviceSchema = z.strictObject({
  code: PairingCodeSchema,
  name,
  kind: z.enum(deviceKinds),
  place,
  hours: DeviceHoursSchema.default(null),
})
export type PairDevice = z.infer<typeof PairDeviceSchema>
/** Another machine takes over everything that this device was. */
export const ReplaceDeviceSchema = z.strictObject({ code: PairingCodeSchema })
export const EditDeviceSchema = z.strictObject({
  name: name.optional(),
  place: place.optional(),
  hours: DeviceHoursSchema.optional(),
  isLocked: z.boolean().optional(),
})
export type EditDevice = z.infer<typeof EditDeviceSchema>
export const deviceOrders = ['reload', 'identify'] as const
export const OrderDeviceSchema = z.strictObject({ order: z.enum(deviceOrders) })
export type DeviceOrder = (typeof deviceOrders)[number]

export const DeviceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(deviceKinds),
  place: z.string(),
  hours: DeviceHoursSchema,
  isLocked: z.boolean(),
  /** Whether its hours say that it is lit now. */
  isAwake: z.boolean(),
  /** Epoch ms of real time, as every instant here: devices live by the wall clock, not by the hall's. */
  pairedAt: z.int(),
  isConnected: z.boolean(),
  /** Since when it is connected, or was last seen; null before it ever came. */
  since: z.int().nullable(),
  /** Of its screens or its program; null until it has said so. */
  version: z.string().nullable(),
  isCurrent: z.boolean(),
  /** Since its page or program started, ms; null while it is not connected. */
  uptimeMs: z.int().nullable(),
  /** Of the last 24 hours, since the hub started. */
  disconnects: z.int(),
  /** The last fault that it reported itself, in its own words. */
  lastError: z.strictObject({ at: z.int(), text: z.string() }).nullable(),
})
export type Device = z.infer<typeof DeviceSchema>

/** `token` only for a host; a screen has it as its cookie. `address`: the page that a screen goes to. */
export const ClaimAnswerSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.enum(['waiting', 'expired', 'unknown']) }),
  z.strictObject({
    state: z.literal('approved'),
    device: DeviceSchema,
    address: z.string().nullable(),
    token: z.string().optional(),
  }),
])
export type ClaimAnswer = z.infer<typeof ClaimAnswerSchema>

export const DeviceAnswerSchema = z.strictObject({ device: DeviceSchema })
export type DeviceAnswer = z.infer<typeof DeviceAnswerSchema>
/** `isSent` false: it is not connected, and the order is not kept for later. */
export const OrderAnswerSchema = z.strictObject({ device: DeviceSchema, isSent: z.boolean() })
export type OrderAnswer = z.infer<typeof OrderAnswerSchema>
export const ForgottenDeviceSchema = z.strictObject({ forgotten: z.string() })

/** Who did what with a device; kept apart from the hall's journal. */
export const deviceActs = [
  'paired',
  'replaced',
  'changed',
  'locked',
  'unlocked',
  'forgotten',
  'reload',
  'identify',
] as const
export const DeviceActSchema = z.strictObject({
  at: z.int(),
  device: z.string(),
  /** As it was called then. */
  name: z.string(),
  act: z.enum(deviceActs),
  /** Role and pseudonym. */
  by: z.string(),
})
export type DeviceAct = z.infer<typeof DeviceActSchema>

/** What a device may know of itself; sent when it connects and whenever it changes. */
export interface DeviceSelf {
  readonly id: string
  readonly name: string
  readonly kind: DeviceKind
  readonly place: string
  readonly isLocked: boolean
  /** Whether its hours say that it is lit now. */
  readonly isAwake: boolean
}

/** What a device says of itself with its heartbeat. */
export const DeviceReportSchema = z.strictObject({
  version: z.string().max(80),
  uptimeMs: z.int().min(0),
  error: z.string().max(300).optional(),
})
export type DeviceReport = z.infer<typeof DeviceReportSchema>

/** The namespace of Socket.IO at which paired screens answer; refused with one of the names below. */
export const deviceDoor = '/device'
/**
 * `unpaired`: no credential, or one for a screen of another kind: the page is what its address says. `forgotten`: it had
 * one, and shows nothing any more.
 */
export type DeviceRefusal = 'unpaired' | 'forgotten'
export interface HubFacts {
  /** Of the screens that it serves. */
  readonly build: string
  /** Real time, epoch ms. */
  readonly now: number
  readonly timeZone: string
  readonly isDemo: boolean
}
export interface DeviceToHub {
  report: (report: DeviceReport) => void
}
export interface HubToDevice {
  self: (self: DeviceSelf, hub: HubFacts) => void
  order: (order: DeviceOrder) => void
  forgotten: () => void
}

export const printerStates = [
  'ready',
  'paper-low',
  'paper-out',
  'cover-open',
  'cutter-error',
  'error',
  'offline',
  'silent',
  'driver-not-installed',
  'unknown',
] as const
/** `silent`: it takes slips and answers nothing, so it is judged by the write alone. */
export type PrinterStateName = (typeof printerStates)[number]

/** One printer of the building, named by its kiosk. */
export const PrinterViewSchema = z.strictObject({
  kiosk: z.string(),
  kind: z.string(),
  /** Where it hangs, as people would look for it: an address, a path, a device host. */
  at: z.string(),
  state: z.enum(printerStates),
  since: z.int(),
  /** Slips that wait for it. */
  waiting: z.int(),
  lastError: z.strictObject({ at: z.int(), reason: z.string() }).nullable(),
})
export type PrinterView = z.infer<typeof PrinterViewSchema>

export const speakerStates = [
  'ready',
  'no-listener',
  'offline',
  'driver-not-installed',
  'no-device',
  'disk',
  'closed',
  'busy',
] as const
export const LoudspeakerViewSchema = z.strictObject({
  zone: z.string(),
  /** `virtual`, `displays`, `alsa`, `host`. */
  kind: z.string(),
  at: z.string(),
  state: z.enum(speakerStates),
  /** Announcements that wait in the zone's queue. */
  waiting: z.int(),
  lastError: z.strictObject({ at: z.int(), reason: z.string() }).nullable(),
})
export type LoudspeakerView = z.infer<typeof LoudspeakerViewSchema>

/** GET /api/devices: everything that hangs on the hub, for the device console. */
export const DevicesAnswerSchema = z.strictObject({
  now: z.int(),
  /** Whether this person may pair, change and forget, or only look, reload and identify. */
  mayKeep: z.boolean(),
  devices: z.array(DeviceSchema),
  printers: z.array(PrinterViewSchema),
  loudspeakers: z.array(LoudspeakerViewSchema),
  voice: z.strictObject({
    state: z.enum(['ready', 'not-installed', 'closed']),
    pack: z.string().nullable(),
    /** Clips that the pack lacks or that cannot be read, as `id/nomor-antrean`. */
    missing: z.array(z.string()),
  }),
  /** Latest first, of the last weeks. */
  acts: z.array(DeviceActSchema),
})
export type DevicesAnswer = z.infer<typeof DevicesAnswerSchema>
