import type { NumberSize, SlipTemplate } from '../contract/site-slip.ts'
import type { SlipLocale } from './messages.ts'

/** One booth of a visit that has several. */
export interface VisitedBooth {
  readonly sign: string
  readonly floor: number
  readonly agency: string
  readonly service: string
  readonly done: boolean
}

/** What every slip has: whose building it is, in which language, and how its slips are made. */
export interface SlipFrame {
  /** e.g. `Mal Pelayanan Publik` and `Kabupaten Paser`. */
  readonly site: { readonly name: string; readonly place: string }
  readonly locale: SlipLocale
  readonly template?: SlipTemplate
}

export interface SlipContent extends SlipFrame {
  /** As in the journal, with its hyphen: `DK-050`. */
  readonly label: string
  readonly agency: string
  readonly service: string
  /** The booth's sign, two digits. */
  readonly sign: string
  readonly floor: number
  /** The kiosk's short name as visitors know it (`1`), or null when the slip comes from a desk. */
  readonly kiosk: string | null
  /** Epoch ms. */
  readonly takenAt: number
  /** IANA zone of the site, and what people call it (`WITA`). */
  readonly timeZone: string
  readonly zoneAbbreviation: string
  /** Null where the number stands in no line. */
  readonly ahead: number | null
  /** Epoch ms and whole minutes from `takenAt`, already rounded outward (R7.1). */
  readonly estimate: {
    readonly fromAt: number
    readonly toAt: number
    readonly minutes: readonly [number, number]
  } | null
  readonly priority: boolean
  /** Every booth of the visit in order, the present one among them; empty where there is only one. */
  readonly visits?: readonly VisitedBooth[]
  /** §3: live waits choose among the booths to come. */
  readonly orderMayChange?: boolean
  /** R4.8: the reserved arrival time, epoch ms. */
  readonly bookedAt?: number | null
  /** `ready`: the visitor ticked it at the kiosk. */
  readonly requirements: readonly { readonly text: string; readonly ready: boolean }[]
  /** Text of the QR code: `<PUBLIC_URL>/t/<publicCode>`. */
  readonly url: string
  readonly reprint: boolean
  readonly free: boolean
  /** Sign of the booth that takes complaints. */
  readonly complaintSign: string | null
}

/** What the slip says, top to bottom, without saying how wide the paper is or how the printer draws. */
export type SlipBlock =
  | { readonly kind: 'weave'; readonly edge: 'top' | 'bottom' }
  /** A PNG of black and white, as base64. */
  | { readonly kind: 'logo'; readonly png: string }
  /** The first line is the name. */
  | { readonly kind: 'heading'; readonly lines: readonly string[] }
  | {
      readonly kind: 'number'
      readonly caption: string
      readonly letters: string
      readonly digits: string
      readonly size: NumberSize
    }
  | { readonly kind: 'mark'; readonly text: string; readonly diamond: boolean }
  | { readonly kind: 'service'; readonly agency: string; readonly service: string }
  | { readonly kind: 'way'; readonly invitation: string; readonly place: string; readonly sign: string }
  | { readonly kind: 'saying'; readonly text: string; readonly strong: boolean }
  | TurnBlock
  | { readonly kind: 'note'; readonly lines: readonly string[] }
  | VisitsBlock
  | ChecklistBlock
  | {
      readonly kind: 'foot'
      readonly issued: string | null
      readonly strong: string | null
      readonly plain: string | null
    }

export interface TurnBlock {
  readonly kind: 'turn'
  /** When it is expected to be called; null where the building does not say so. */
  readonly expected: { readonly caption: string; readonly time: string } | null
  readonly aheadText: string
  /** Null where nobody is counted. */
  readonly ahead: number | null
  /** Text of the QR code; null where the slip has none. */
  readonly code: string | null
}

export interface VisitsBlock {
  readonly kind: 'visits'
  readonly title: string
  readonly booths: readonly {
    readonly sign: string
    readonly place: string
    readonly service: string
    readonly done: boolean
  }[]
  readonly note: string
}

export interface ChecklistBlock {
  readonly kind: 'checklist'
  readonly title: string
  readonly items: readonly { readonly text: string; readonly ready: boolean }[]
  readonly more: string | null
}
