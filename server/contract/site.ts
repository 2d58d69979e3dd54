import { z } from 'zod'
import { KeypadSchema } from './keypad-schema.ts'
import { layouts } from './media.ts'
import { PlaylistItemSchema } from './site-media.ts'
import { code, DateSchema, IntervalSchema, TextSchema, timeOfDay, VoiceCodeSchema, weekdays } from './site-parts.ts'
import { type PrinterPlan, PrinterSchema } from './site-printer.ts'
import { SlipTemplateSchema } from './site-slip.ts'
import { AnnouncementTextSchema, SoundPolicySchema, ZoneSoundSchema } from './site-sound.ts'

export {
  DateSchema,
  InstantSchema,
  type Text,
  TextSchema,
  type Weekday,
  weekdays,
  yearsTold,
} from './site-parts.ts'
export { type PrinterPlan, PrinterSchema }

const date = DateSchema

/** R2.1: one or two letters, never I, O or Q (they read like 1, 0 and "ki"). */
export const PrefixSchema = z.string().regex(/^[A-HJ-NPR-Z]{1,2}$/, 'one or two capital letters, none of I, O, Q')

/** The days that are missing are closed. */
export const WeeklySchema = z.strictObject({
  mon: z.array(IntervalSchema).optional(),
  tue: z.array(IntervalSchema).optional(),
  wed: z.array(IntervalSchema).optional(),
  thu: z.array(IntervalSchema).optional(),
  fri: z.array(IntervalSchema).optional(),
  sat: z.array(IntervalSchema).optional(),
  sun: z.array(IntervalSchema).optional(),
})
export type Weekly = z.infer<typeof WeeklySchema>

/**
 * R6.1: dated hours instead of the weekly ones, for one service, booth, agency or the site (the narrowest holds).
 * A weekday without hours is closed; without `to` it holds until it is taken away.
 */
export const ExceptionSchema = z
  .strictObject({
    code,
    name: TextSchema,
    from: date,
    to: date.optional(),
    scope: z
      .union([z.strictObject({ service: code }), z.strictObject({ booth: code }), z.strictObject({ agency: code })])
      .optional(),
    hours: WeeklySchema,
  })
  .refine(({ from, to }) => to === undefined || from <= to, {
    message: 'must end on or after its first day',
    path: ['to'],
  })
export type DatedException = z.infer<typeof ExceptionSchema>

/** The figures in square brackets of the rule book. Every one of them is site configuration. */
export const RulesSchema = z.strictObject({
  /** R4.3 calls ahead of turn in a row, at most. */
  aheadOfTurn: z.int().min(0).max(10).default(2),
  /** R4.1 after this wait a second-tier leg competes in tier 1. */
  tierMinutes: z.int().min(0).max(240).default(15),
  /** R4.7 and R5.12: other visitors called before a missed or deferred one is callable again. */
  returnAfter: z.int().min(0).max(20).default(3),
  /** R3.24 a reservation nobody delivered lapses after this. */
  reservedSeconds: z.int().min(10).max(3600).default(180),
  /** R5.3 */
  recallSeconds: z.int().min(0).max(600).default(20),
  callsAtMost: z.int().min(1).max(10).default(3),
  otherFloorSeconds: z.int().min(0).max(1800).default(120),
  /** R5.6 */
  undoSeconds: z.int().min(0).max(120).default(10),
  /** §3: minutes already waited that a following leg is credited. */
  legCreditMinutes: z.int().min(0).max(240).default(0),
  /** R4.8: check-in from so long before to so long after the slot. */
  bookingEarlyMinutes: z.int().min(0).max(720).default(60),
  bookingLateMinutes: z.int().min(0).max(720).default(15),
  /** R6.1: issuing opens so long before the first interval of the day. */
  issueEarlyMinutes: z.int().min(0).max(720).default(60),
  /** R6.1: issuing ends so long before the last interval of the day does; booths and services may say otherwise. */
  cutOffMinutes: z.int().min(0).max(720).default(0),
  /** R5.5: service starts by itself so long after the call; 0 = by a button. */
  autoStartSeconds: z.int().min(0).max(600).default(0),
  /** R5.5: a free open counter calls the next one by itself after so long; 0 = by a button. */
  autoCallSeconds: z.int().min(0).max(600).default(0),
  /** R8.1: the day closes by itself so long after the last interval of the building; null = at the end of the date. */
  closeAfterMinutes: z.int().min(0).max(720).nullable().default(null),
})
export type Rules = z.infer<typeof RulesSchema>

const Point = z.strictObject({ x: z.number(), y: z.number() })
const Box = Point.extend({ w: z.number().positive(), h: z.number().positive() })

export const FloorSchema = z.strictObject({
  level: z.int().min(0).max(99),
  name: TextSchema,
  /** Plan units are decimetres; `y` grows downwards. */
  map: z.strictObject({
    width: z.number().positive(),
    height: z.number().positive(),
    entrance: Point.optional(),
    information: Box.optional(),
    seats: z.array(Box).default([]),
    rooms: z.array(Box.extend({ kind: z.enum(['toilet', 'stairs', 'lift', 'prayer', 'nursing', 'void']) })).default([]),
  }),
})

export const ZoneSchema = z.strictObject({
  code,
  floor: z.int(),
  name: TextSchema,
  /** Where the zone's display hangs and which way its picture looks; its arrows follow from that. */
  display: Point.extend({ facing: z.enum(['left', 'right', 'up', 'down']) }).optional(),
  sound: ZoneSoundSchema.optional(),
  /** How its displays divide their picture; absent = `calls`. */
  layout: z.enum(layouts).optional(),
  /** Other zones whose calls its displays show and let take over, as in a room for those who find no seat. */
  shows: z.array(code).min(1).optional(),
})

export const KioskSchema = z.strictObject({
  code,
  name: TextSchema,
  floor: z.int(),
  zone: code,
  at: Point,
  printer: PrinterSchema.optional(),
  /** The kiosk whose printer takes over a slip of which this one took no byte. */
  nextPrinter: code.optional(),
  /** The tactile pad beside the screen; absent = the built-in one. */
  pad: code.optional(),
})
export const CentralSystemSchema = z.strictObject({ code, name: z.string().min(1).max(80) })
export const AgencySchema = z.strictObject({
  code,
  name: TextSchema,
  short: z.string().min(1).max(24),
  schedule: WeeklySchema.optional(),
  /** What its slips have otherwise than those of the building. */
  slip: SlipTemplateSchema.optional(),
})
export const CategorySchema = z.strictObject({ code, name: TextSchema, icon: z.string().min(1).max(30) })

export const BoothSchema = z.strictObject({
  code,
  /** R2.6: the booth's position in the building, two digits. */
  sign: z.string().regex(/^\d{2}$/, 'two digits'),
  agency: code,
  floor: z.int(),
  zone: code,
  prefix: PrefixSchema,
  /** The first day on which this booth serves; absent = always has. */
  opens: date.optional(),
  schedule: WeeklySchema.optional(),
  cutOffMinutes: z.int().min(0).max(720).optional(),
  /** What somebody has seen to be ready before the booth opens, and when; the rest of the checklist follows from the data. */
  ready: z.strictObject({ network: date.optional(), printer: date.optional(), officer: date.optional() }).optional(),
  /** Where it stands on its floor's map and which side its counter faces. */
  place: Box.extend({ side: z.enum(['left', 'right', 'up', 'down']) }),
  centralSystems: z.array(code).default([]),
  /** Share of the building's tickets on a normal day, in per cent; read by the simulation only. */
  share: z.number().min(0).max(100).default(0),
})

export const CounterSchema = z.strictObject({
  /** Unique in the building. */
  number: z.int().min(1).max(9999),
  booth: code,
  /** R4.1: services in tiers; absent = every service of its booth in tier 1. */
  profile: z.array(z.array(code).min(1)).min(1).max(2).optional(),
  /** Planned breaks, so that the counters of a booth take turns; shown, never a reason to refuse (R6.1). */
  breaks: WeeklySchema.optional(),
  /** The pad that lies at this counter. */
  keypad: code.optional(),
})

/** The rest of a Standar Pelayanan beside the requirements (PermenPANRB 15/2014): five published parts, eight internal ones. */
export const StandardSchema = z.strictObject({
  procedure: TextSchema.optional(),
  duration: TextSchema.optional(),
  fee: TextSchema.optional(),
  product: TextSchema.optional(),
  complaints: TextSchema.optional(),
  legalBasis: z.string().max(2000).optional(),
  facilities: z.string().max(2000).optional(),
  competence: z.string().max(2000).optional(),
  supervision: z.string().max(2000).optional(),
  staffing: z.string().max(2000).optional(),
  guarantee: z.string().max(2000).optional(),
  safety: z.string().max(2000).optional(),
  evaluation: z.string().max(2000).optional(),
})

/** R6.1: a session on given weekdays with its own quota; where a service has any, they are its hours. */
export const SessionSchema = z
  .strictObject({
    days: z.array(z.enum(weekdays)).min(1),
    from: timeOfDay,
    to: timeOfDay,
    quota: z.int().min(1).max(9999),
  })
  .refine((session) => session.from < session.to, 'must end after it begins')

export const ServiceSchema = z.strictObject({
  code,
  booth: code,
  name: TextSchema,
  category: code,
  /** Words that people search by, beside those of the name. */
  keywords: z.array(z.string().min(1).max(40)).default([]),
  /** Mean time at the desk, in minutes (not the time until the product is ready). */
  minutes: z.number().positive().max(480),
  /** Standard deviation of the desk time as a share of its mean. */
  spread: z.number().min(0).max(3).default(0.6),
  mode: z.enum(['walk-in', 'both', 'quota']),
  /** R2.2: a series of its own. */
  prefix: PrefixSchema.optional(),
  requirements: z.array(TextSchema).default([]),
  free: z.boolean().optional(),
  opens: date.optional(),
  schedule: WeeklySchema.optional(),
  cutOffMinutes: z.int().min(0).max(720).optional(),
  /** Numbers a day, counted in applications (`items`). */
  dailyQuota: z.int().min(1).optional(),
  sessions: z.array(SessionSchema).min(1).max(20).optional(),
  /** R6.3: so many of the quota are kept for priority. */
  priorityQuota: z.int().min(0).optional(),
  /** Instead of the booth's. */
  centralSystems: z.array(code).optional(),
  /** R4.8: arrival times that can be reserved: every so many minutes of its hours, so many each. */
  booking: z
    .strictObject({
      slotMinutes: z.int().min(5).max(240),
      capacity: z.int().min(1).max(200),
      daysAhead: z.int().min(0).max(90).default(14),
    })
    .optional(),
  /** R5.5 */
  outcomes: z
    .array(z.strictObject({ code, name: TextSchema }))
    .max(20)
    .optional(),
  outcomeRequired: z.boolean().optional(),
  standard: StandardSchema.optional(),
})

export const JourneySchema = z.strictObject({
  code,
  name: TextSchema,
  services: z.array(code).min(2).max(8),
  /**
   * Which services must be done before which. Absent: one after another as listed. Given: a service that is not named
   * here depends on nothing, and live waits choose among those that are free (§3).
   */
  after: z.record(code, z.array(code)).optional(),
})
export type Journey = z.infer<typeof JourneySchema>

/** The whole building as one importable file. References between its parts are checked by `server/site`. */
export const SitePackageSchema = z.strictObject({
  format: z.literal('antrean-site'),
  version: z.literal(1),
  site: z.strictObject({
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,30}$/, 'small letters, digits and hyphens'),
    name: TextSchema,
    place: TextSchema,
    short: z.string().min(1).max(24),
    timeZone: z.string().min(1).max(60),
    zoneAbbreviation: z.string().min(1).max(6),
    hours: WeeklySchema,
    counterNaming: z.enum(['booth', 'building']).default('booth'),
    numberReading: z.enum(['digit', 'mixed', 'value']).default('digit'),
    /** The pack of recorded words that speaks; absent = the voice that came with the program. */
    voice: VoiceCodeSchema.optional(),
    ticker: z.array(TextSchema).default([]),
    notices: z.array(z.strictObject({ title: TextSchema, text: TextSchema })).default([]),
    complaints: TextSchema.optional(),
    slip: SlipTemplateSchema.optional(),
    rules: RulesSchema.prefault({}),
    /** R5.2 */
    sound: SoundPolicySchema.optional(),
    announcements: z.array(AnnouncementTextSchema).max(40).optional(),
    /** Pads of the building's own, beside the built-in ones. */
    keypads: z.array(KeypadSchema).max(20).optional(),
  }),
  floors: z.array(FloorSchema).min(1),
  zones: z.array(ZoneSchema).min(1),
  kiosks: z.array(KioskSchema).min(1),
  categories: z.array(CategorySchema).min(1),
  centralSystems: z.array(CentralSystemSchema).default([]),
  agencies: z.array(AgencySchema).min(1),
  booths: z.array(BoothSchema).min(1),
  counters: z.array(CounterSchema).min(1),
  services: z.array(ServiceSchema).min(1),
  journeys: z.array(JourneySchema).default([]),
  holidays: z
    .array(z.strictObject({ date, name: TextSchema, kind: z.enum(['holiday', 'collective-leave']) }))
    .default([]),
  exceptions: z.array(ExceptionSchema).default([]),
  /** What displays show between the calls, in this order. */
  playlist: z.array(PlaylistItemSchema).max(60).default([]),
})
export type SitePackage = z.infer<typeof SitePackageSchema>
export type Booth = z.infer<typeof BoothSchema>
export type Service = z.infer<typeof ServiceSchema>
export type CounterPlan = z.infer<typeof CounterSchema>
