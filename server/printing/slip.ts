import { type SlipLocale, type SlipMessages, slipMessages } from './messages.ts'
import { cleanText } from './printable-text.ts'

export interface SlipContent {
  /** e.g. `Mal Pelayanan Publik` and `Kabupaten Paser`. */
  readonly site: { readonly name: string; readonly place: string }
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
  /** `ready`: the visitor ticked it at the kiosk. */
  /** Signs of the booths that the visit leads to afterwards, in order. */
  readonly onward?: readonly string[]
  /** R4.8: the reserved arrival time, epoch ms. */
  readonly bookedAt?: number | null
  readonly requirements: readonly { readonly text: string; readonly ready: boolean }[]
  /** Text of the QR code: `<PUBLIC_URL>/t/<publicCode>`. */
  readonly url: string
  readonly locale: SlipLocale
  readonly reprint: boolean
  readonly free: boolean
  /** Sign of the booth that takes complaints. */
  readonly complaintSign: string | null
}

/** What the slip says, top to bottom, without saying how wide the paper is or how the printer draws. */
export type SlipBlock =
  | { readonly kind: 'weave'; readonly edge: 'top' | 'bottom' }
  | { readonly kind: 'heading'; readonly name: string; readonly place: string }
  | { readonly kind: 'number'; readonly caption: string; readonly letters: string; readonly digits: string }
  | { readonly kind: 'mark'; readonly text: string; readonly diamond: boolean }
  | { readonly kind: 'service'; readonly agency: string; readonly service: string }
  | { readonly kind: 'way'; readonly invitation: string; readonly place: string; readonly sign: string }
  | TurnBlock
  | { readonly kind: 'note'; readonly lines: readonly string[] }
  | ChecklistBlock
  | { readonly kind: 'foot'; readonly issued: string; readonly strong: string | null; readonly plain: string | null }

export interface TurnBlock {
  readonly kind: 'turn'
  readonly caption: string
  readonly time: string
  readonly aheadText: string
  readonly ahead: number
  readonly url: string
}

export interface ChecklistBlock {
  readonly kind: 'checklist'
  readonly title: string
  readonly items: readonly { readonly text: string; readonly ready: boolean }[]
  readonly more: string | null
}

/** The paper has room for the first few; the ticket's page has them all. */
const MOST_REQUIREMENTS = 3

/** Pure: words, order and presence of everything on the slip. Texts from people leave here without control characters. */
export function layOutSlip(content: SlipContent): SlipBlock[] {
  const words = slipMessages[content.locale]
  const [letters = '', digits = ''] = cleanText(content.label).split('-')
  const complaintSign = content.complaintSign === null ? null : cleanText(content.complaintSign)
  return [
    { kind: 'weave', edge: 'top' },
    { kind: 'heading', name: cleanText(content.site.name), place: cleanText(content.site.place) },
    { kind: 'number', caption: words.yourNumber, letters, digits },
    ...(content.reprint ? [{ kind: 'mark', text: words.reprint, diamond: false } as const] : []),
    ...(content.priority ? [{ kind: 'mark', text: words.priority, diamond: true } as const] : []),
    { kind: 'service', agency: cleanText(content.agency), service: cleanText(content.service) },
    { kind: 'way', invitation: words.goTo, place: words.floorBooth(content.floor), sign: cleanText(content.sign) },
    {
      kind: 'turn',
      caption: words.expected,
      time: describeEstimate(content, words),
      aheadText: describeAhead(content.ahead, words),
      ahead: content.ahead ?? 0,
      url: cleanText(content.url),
    },
    { kind: 'note', lines: [...describeVisit(content, words), words.follow, words.anywhere] },
    ...layOutRequirements(content, words),
    {
      kind: 'foot',
      issued: words.issued(describeIssue(content, words)),
      strong: content.free ? words.free : null,
      plain: complaintSign === null ? null : words.complaints(complaintSign),
    },
    { kind: 'weave', edge: 'bottom' },
  ]
}

function layOutRequirements({ requirements }: SlipContent, words: SlipMessages): ChecklistBlock[] {
  const all = requirements
    .map(({ text, ready }) => ({ text: cleanText(text), ready }))
    .filter(({ text }) => text !== '')
  if (all.length === 0) return []
  const left = all.length - MOST_REQUIREMENTS
  const items = all.slice(0, MOST_REQUIREMENTS)
  return [{ kind: 'checklist', title: words.bring, items, more: left > 0 ? words.more(left) : null }]
}

/** What this visit has beside a plain number: an arrival time, further booths. */
function describeVisit({ onward = [], bookedAt = null, timeZone }: SlipContent, words: SlipMessages): string[] {
  return [
    ...(bookedAt === null ? [] : [words.booked(clockTime(bookedAt, timeZone))]),
    ...(onward.length === 0 ? [] : [words.onward(onward.map(cleanText))]),
  ]
}

function describeAhead(ahead: number | null, words: SlipMessages): string {
  if (ahead === null) return words.seeState
  return ahead === 0 ? words.next : words.ahead(ahead)
}

function describeEstimate({ estimate, timeZone }: SlipContent, words: SlipMessages): string {
  if (!estimate) return words.noEstimate
  if (estimate.minutes[1] < 2) return words.soon
  return `${clockTime(estimate.fromAt, timeZone)}–${clockTime(estimate.toAt, timeZone)}`
}

function describeIssue(content: SlipContent, words: SlipMessages) {
  const { year, month, day } = readClock(content.takenAt, content.timeZone)
  return {
    date: `${day} ${words.months[month - 1] ?? ''} ${year}`,
    time: `${clockTime(content.takenAt, content.timeZone)} ${cleanText(content.zoneAbbreviation)}`,
    kiosk: content.kiosk === null ? null : words.kiosk(cleanText(content.kiosk)),
  }
}

/** Hour and minute in the zone, with a dot. */
export function clockTime(at: number, timeZone: string): string {
  const { hour, minute } = readClock(at, timeZone)
  return `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`
}

/** Making a formatter takes longer than drawing the slip's text, so each zone keeps its own. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    format = new Intl.DateTimeFormat('en-GB', { timeZone, ...numeric, hourCycle: 'h23' })
    formats.set(timeZone, format)
  }
  return format
}

function readClock(at: number, timeZone: string) {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}
