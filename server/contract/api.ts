import { z } from 'zod'
import { legStates } from './hall.ts'
import { refusalNames } from './refusals.ts'
import { InstantSchema, TextSchema } from './site.ts'

/** The wire over HTTP: one schema a message; it parses the request, types the code and becomes the OpenAPI document. */

/** ISO 8601 with milliseconds and the site's offset. */
export const Instant = InstantSchema
export const plain = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control bytes are what this refuses
    .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/, 'must not contain control characters')
const code = z.string().min(1).max(40)

export const LegWire = z.object({
  service: code,
  booth: code,
  state: z.enum(legStates),
  queuedAt: Instant.nullable(),
  calledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  counter: z.int().nullable(),
  calls: z.int(),
})

export const TicketWire = z.object({
  id: z.string(),
  label: z.string(),
  /** Given to the taker and on prints only; absent in views of halls, booths and displays. */
  publicCode: z.string().optional(),
  serviceDay: z.iso.date(),
  service: code,
  booth: code,
  state: z.enum(legStates),
  priority: z.boolean(),
  locale: z.enum(['id', 'en']),
  delivery: z.enum(['print', 'screen', 'none']),
  kiosk: z.string().nullable(),
  takenAt: Instant,
  queuedAt: Instant.nullable(),
  calledAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  calls: z.int(),
  counter: z.int().nullable(),
  legs: z.array(LegWire),
})
export type TicketWire = z.infer<typeof TicketWire>

export const EstimateWire = z.object({
  from: Instant,
  to: Instant,
  /** R7.1: whole minutes from now, rounded outward to 5. */
  minutes: z.tuple([z.int(), z.int()]),
})
export type EstimateWire = z.infer<typeof EstimateWire>

/** R7.1: why nobody can say how long it takes now; with `system` the name of the central system. */
const PausedWire = {
  paused: z.enum(['system', 'building']).nullable(),
  pausedSystem: z.string().nullable(),
}

/** R4.10: why somebody went first. No label and no priority mark: it is shown on other people's phones (R4.11). */
export const OvertakingWire = z.object({ at: Instant, rule: z.string(), name: z.string() })

export const WhereWire = z.object({
  booth: code,
  sign: z.string(),
  agency: z.string(),
  floor: z.int(),
  zone: code,
  /** "Loket 2": the label where the booth has several counters. */
  counterLabel: z.string().nullable(),
})

export const VisitorTicketWire = TicketWire.extend({
  publicCode: z.string(),
  /** R4.8: the arrival time it was reserved for. */
  booking: z.object({ code: z.string(), slotAt: Instant }).nullable(),
  /** Beside each leg: its service, and for a planned one whether it is next, one of several that may be, or waits for others. */
  steps: z.array(z.object({ serviceName: TextSchema, standing: z.enum(['next', 'free', 'later']).nullable() })),
  /** The reservation that this number was exchanged for. */
  anotherDay: z.object({ code: z.string(), slotAt: Instant }).nullable(),
  serviceName: TextSchema,
  /** Applications on this number. */
  items: z.int(),
  /** People before this ticket; null when it stands in no line. */
  ahead: z.int().nullable(),
  estimate: EstimateWire.nullable(),
  ...PausedWire,
  /** R6.1: taken before the doors open; serving starts then. */
  startsAt: Instant.nullable(),
  overtakenBy: z.array(OvertakingWire),
  /** R4.7, R5.12: how many others are called before somebody who was missed, or chose later, is called. */
  returnAfter: z.int(),
  where: WhereWire,
  /** What the visitor may do now. */
  can: z.array(z.enum(['accept', 'cancel', 'here', 'on-my-way', 'later'])),
  hold: z
    .object({
      reason: z.string(),
      returnAt: Instant.nullable(),
      keepUntil: Instant.nullable(),
      /** Papers that the visitor has still to bring. */
      missing: z.array(TextSchema),
    })
    .nullable(),
  requirements: z.array(TextSchema),
  /**
   * Null for a slip that simply came out where it was asked for. `at`: the kiosk whose printer took it over;
   * `isUnsure`: bytes left for the printer and nobody can say whether the slip is whole (R3.24).
   */
  slip: z.object({ at: z.object({ name: TextSchema, floor: z.int() }).nullable(), isUnsure: z.boolean() }).nullable(),
})
export type VisitorTicketWire = z.infer<typeof VisitorTicketWire>

export const RefusalWire = z.object({
  name: z.enum(refusalNames as [string, ...string[]]),
  message: TextSchema,
  next: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
})
export type RefusalWire = z.infer<typeof RefusalWire>

export const ServiceWire = z.object({
  code,
  name: TextSchema,
  mode: z.enum(['walk-in', 'both', 'quota']),
  agency: z.object({ code, name: TextSchema, short: z.string() }),
  booth: z.object({ code, sign: z.string(), floor: z.int(), zone: code }),
  category: code,
  /** Words that people search by, beside those of the name. */
  keywords: z.array(z.string()),
  open: z.boolean(),
  refusal: RefusalWire.nullable(),
  /** R6.2: whether a number taken now will be served before closing; null where none is given or no hours are in force. */
  promise: z.enum(['green', 'amber']).nullable(),
  /** End of service today; null where no hours are in force. */
  closesAt: Instant.nullable(),
  /** R6.1: numbers are given already, serving starts then. */
  startsAt: Instant.nullable(),
  waiting: z.int(),
  estimate: EstimateWire.nullable(),
  ...PausedWire,
  openCounters: z.int(),
})
export type ServiceWire = z.infer<typeof ServiceWire>

export const ReasonWire = z.object({ rule: z.string(), name: z.string(), overtook: z.int() })
export const CounterWire = z.object({
  number: z.int(),
  booth: code,
  label: z.string(),
  state: z.enum(['open', 'break', 'closed']),
  pending: z.enum(['break', 'closed']).nullable(),
  pause: z.object({ reason: z.string(), until: Instant.nullable() }).nullable(),
  ticket: TicketWire.nullable(),
})
export type CounterWire = z.infer<typeof CounterWire>

export const HallWire = z.object({
  booths: z.array(
    z.object({
      code,
      sign: z.string(),
      name: z.string(),
      floor: z.int(),
      zone: code,
      waiting: z.int(),
      /** When the one who has waited longest began to wait. */
      longestSince: Instant.nullable(),
      estimate: EstimateWire.nullable(),
      counters: z.array(CounterWire),
    }),
  ),
})

export type HallWire = z.infer<typeof HallWire>

// Bodies -------------------------------------------------------------------------------------------------------------

export const IssueBody = z.strictObject({
  service: code,
  /** Only whether there is one is kept; the category is not (R4.11). */
  priority: z.enum(['elderly', 'disability', 'pregnancy', 'infant']).optional(),
  kiosk: code.optional(),
  locale: z.enum(['id', 'en']).optional(),
  delivery: z.enum(['print', 'screen', 'none']),
  /** Applications on this number: counted in quotas and estimates. */
  items: z.int().min(1).max(20).optional(),
  /** What a phone or a kiosk calls its visitor, never a name or an identity number: one active number a service (R6.1). */
  visitor: plain(64).optional(),
  /** A planned journey; `service` is its first. */
  journey: code.optional(),
  /** R6.3: staff only, with the reason. */
  override: plain(120).optional(),
})
export const VisitorBody = z.strictObject({ action: z.enum(['cancel', 'here', 'on-my-way', 'later']) })
export const EmptyBody = z.strictObject({}).optional()
export const CloseBody = z.strictObject({ confirm: z.boolean().optional(), force: z.boolean().optional() }).optional()
export const BreakBody = z.strictObject({ reason: plain(60), until: Instant.optional(), force: z.boolean().optional() })
export const CallBody = z.strictObject({ ticket: code, reason: plain(120) })
/** `outcome`: the code of one that the service lists; any where it lists none. */
export const FinishBody = z.strictObject({ outcome: plain(40).optional(), next: z.literal(true).optional() }).optional()
/** R5.11: somebody at the counter without a number. */
export const WalkInBody = z.strictObject({
  service: code,
  priority: z.boolean().optional(),
  items: z.int().min(1).max(20).optional(),
  locale: z.enum(['id', 'en']).optional(),
  /** R6.3: with the reason. */
  override: plain(120).optional(),
})
export const HandOverBody = z.strictObject({ counter: z.int().min(1).max(9999) })
export const ReopenBody = z.strictObject({ reason: plain(120) })
export const HoldBody = z.strictObject({
  reason: plain(120),
  returnAt: Instant.optional(),
  keepUntil: Instant.optional(),
  /** Which of the service's requirements are missing, by position from 0. */
  missing: z.array(z.int().min(0).max(99)).max(30).optional(),
})
export const ResumeBody = z.strictObject({ counter: z.int().min(1).max(9999).optional() }).optional()
export const TransferBody = z
  .strictObject({
    service: code.optional(),
    booth: code.optional(),
    counter: z.int().min(1).max(9999).optional(),
    position: z.enum(['keep', 'end', 'front']).optional(),
    returnHere: z.boolean().optional(),
    reason: plain(120).optional(),
  })
  .refine(({ service, booth, counter }) => [service, booth, counter].filter((to) => to !== undefined).length === 1, {
    message: 'name a service, a booth or a counter',
    path: ['service'],
  })
/** A reason is asked for a no-show only (R3.22). */
export const ReturnBody = z.strictObject({ reason: plain(120).optional() }).optional()
export const CancelBody = z.strictObject({ reason: plain(120).optional() }).optional()
export const AddServiceBody = z.strictObject({ service: code })
export const PriorityBody = z.strictObject({ priority: z.boolean(), reason: plain(120).optional() })
export const DemoSessionBody = z.strictObject({
  role: z.enum(['officer', 'information', 'agency-admin', 'supervisor', 'manager', 'operator', 'auditor']),
  counter: z.int().min(1).max(9999).optional(),
})
export const SimulateBody = z.strictObject({
  scenario: z.string().min(1).max(40).optional(),
  visitors: z.int().min(1).max(5000).optional(),
  speed: z.number().min(1).max(600).optional(),
  seed: z.int().min(0).max(2_147_483_647).optional(),
})

// Answers ------------------------------------------------------------------------------------------------------------

/** R7.3: how true the estimates and closing promises of the last days were, by agency. */
export const AccuracyAnswer = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  agencies: z.array(
    z.object({
      agency: code,
      name: z.string(),
      /** Ranges shown to people who were then called, and how many inside their range. */
      given: z.int(),
      right: z.int(),
      share: z.number().nullable(),
      /** R6.2: green promises that ended, and how many before closing. */
      promises: z.object({ green: z.int(), kept: z.int(), share: z.number().nullable() }),
    }),
  ),
})
export type AccuracyAnswer = z.infer<typeof AccuracyAnswer>

export const TicketAnswer = z.object({ ticket: TicketWire })
export const VisitorTicketAnswer = z.object({ ticket: VisitorTicketWire })
export const CallAnswer = z.object({ ticket: TicketWire, reason: ReasonWire })
export const FinishAnswer = z.object({ ticket: TicketWire, next: CallAnswer.nullable().optional() })
export const CounterAnswer = z.object({ counter: CounterWire })
export const ServicesAnswer = z.object({
  /** Sample data, not a building's. */
  demo: z.boolean(),
  /** When these figures were true, by the hall's clock. */
  at: Instant,
  site: z.object({ name: TextSchema, short: z.string(), timeZone: z.string(), zoneAbbreviation: z.string() }),
  categories: z.array(z.object({ code, name: TextSchema, icon: z.string() })),
  services: z.array(ServiceWire),
})
export type ServicesAnswer = z.infer<typeof ServicesAnswer>
export const RefusalAnswer = z.object({ refusal: RefusalWire })
export const ErrorAnswer = z.object({
  error: z.object({
    name: z.string(),
    message: TextSchema,
    fields: z
      .array(
        z.object({
          path: z.string(),
          message: z.string(),
          /** Of a building's mistakes (`bad-site`): the rule, the entry, words for people, and the place in a file. */
          rule: z.string().optional(),
          code: z.string().optional(),
          text: TextSchema.optional(),
          line: z.int().optional(),
          column: z.int().optional(),
        }),
      )
      .optional(),
  }),
})
