import type { EstimateWire, ServiceWire, TicketWire, VisitorTicketWire } from './api.ts'
import type { CounterState, LegState } from './hall.ts'
import type { Keypad } from './keypad.ts'
import type { Layout } from './media.ts'
import type { Journey, SitePackage, Text } from './site.ts'
import type { MediaReport, PlaylistItem } from './site-media.ts'
import type { HelpView, Standstill } from './standstill.ts'

/** The wire over Socket.IO: a view is a snapshot and numbered changes. Instants are epoch ms of the hall's clock. */

export type View =
  | { view: 'display'; zone: string }
  | { view: 'booth'; booth: string }
  | { view: 'counter'; counter: number }
  | { view: 'kiosk'; kiosk: string }
  | { view: 'hall' }
  | { view: 'ticket'; publicCode: string }

export interface SiteView {
  readonly name: Text
  readonly place: Text
  readonly short: string
  readonly timeZone: string
  readonly zoneAbbreviation: string
}

export type CallState = 'called' | 'serving' | 'ended'

export interface DisplayCall {
  /** Changes with every call and recall. */
  readonly id: string
  readonly at: number
  readonly label: string
  readonly booth: string
  readonly sign: string
  readonly counter: number
  readonly counterLabel: string | null
  readonly floor: number
  /** 1 for the first call. */
  readonly call: number
  readonly state: CallState
  readonly agency: string
  /** Where the booth lies for somebody who looks at this display; null when the building's data do not say. */
  readonly side: 'left' | 'right' | 'ahead' | null
  readonly english: boolean
}

export interface WaitingRow {
  readonly code: string
  readonly sign: string
  readonly name: string
  readonly waiting: number
  readonly state: CounterState
  /** When a break ends, as promised. */
  readonly until: number | null
}

export interface DisplaySnapshot {
  readonly site: SiteView
  readonly zone: { code: string; name: Text; floor: number }
  readonly standstill: Standstill
  readonly calls: readonly DisplayCall[]
  readonly waiting: readonly WaitingRow[]
  readonly ticker: readonly Text[]
  readonly notices: readonly { title: Text; text: Text }[]
  /** When the building's day ends, and from when everybody is told; null where no hours are in force. */
  readonly closing: { noticeAt: number; endsAt: number } | null
  /** What staff have announced, while it is spoken and a moment longer; an alarm until they take it away. */
  readonly announcement: { id: string; isAlarm: boolean; text: Text } | null
  readonly layout: Layout
  /** What stands between the calls, in its order and with its schedule, which the screen keeps by the hall's clock. */
  readonly playlist: readonly PlaylistItem[]
  /** Far from the hours of everything that is called here, and nobody waits: the screen rests. */
  readonly isNight: boolean
}

export interface BoothSnapshot {
  readonly site: SiteView
  readonly booth: { code: string; sign: string; name: Text; short: string; floor: number; zone: string }
  readonly standstill: Standstill
  readonly counters: readonly {
    number: number
    label: string
    state: CounterState
    pause: { reason: string; until: number | null } | null
    ticket: { label: string; state: 'called' | 'serving'; since: number; call: number; english: boolean } | null
  }[]
  /** The labels that come next; without any priority mark (R4.11). */
  readonly next: readonly string[]
  readonly waiting: number
}

export interface LineRow {
  readonly id: string
  readonly label: string
  readonly service: string
  readonly serviceName: Text
  readonly priority: boolean
  readonly since: number
  /** Not callable yet: it came back after being missed, or asked for later (R4.7). */
  readonly paused: boolean
  readonly returned: boolean
  readonly hold: {
    reason: string
    returnAt: number | null
    keepUntil: number | null
    /** Papers that the visitor has still to bring. */
    missing: readonly Text[]
  } | null
  /** Applications on this number. */
  readonly items: number
  /** R4.8: the arrival time that was reserved. */
  readonly bookedAt: number | null
  /** Entered from paper. */
  readonly paper: boolean
}

/** R5.7: a visitor of this counter on a side trip, who comes back here by themselves. */
export interface AwayRow extends LineRow {
  /** Where they are now: the leg that brings them back when it ends. */
  readonly at: { serviceName: Text; sign: string; state: LegState }
}

/** One leg of a visit, in the order of the visit. */
export interface LegStep {
  readonly serviceName: Text
  readonly sign: string
  readonly state: LegState
  readonly present: boolean
  /** Of a planned leg: the next one, one of several that may be next, or one that waits for others (§3). */
  readonly standing: 'next' | 'free' | 'later' | null
}

export interface CounterSnapshot {
  readonly site: SiteView
  readonly standstill: Standstill
  /** Open calls for help of this counter, and those of its booth's other counters. */
  readonly helps: readonly HelpView[]
  readonly counter: {
    number: number
    label: string | null
    booth: string
    sign: string
    agency: string
    floor: number
    state: CounterState
    pending: 'break' | 'closed' | null
    pause: { reason: string; until: number | null } | null
    served: number
    /** Means of today at this counter; null before the first. */
    serviceMs: number | null
    waitMs: number | null
    /** Services that this counter holds, those of its first tier first. */
    services: readonly string[]
    /** Its planned breaks of today. */
    breaks: readonly { from: number; to: number }[]
    /** The pad that lies here; null without one. */
    keypad: Pick<Keypad, 'name' | 'keys'> | null
  }
  readonly ticket:
    | (TicketWire & {
        serviceName: Text
        requirements: readonly Text[]
        since: number
        onMyWay: boolean
        notes: readonly string[]
        /** `screen`: on the displays only, as the building's sound policy or its quiet hours have it. */
        spoken: 'waiting' | 'spoken' | 'screen' | 'failed' | 'none'
        /** R5.5: outcomes that the service lists, and whether one must be chosen of whoever was served. */
        outcomes: readonly { code: string; name: Text }[]
        outcomeRequired: boolean
        items: number
        bookedAt: number | null
        paper: boolean
        steps: readonly LegStep[]
      })
    | null
  /** In the order in which this counter would call them. */
  readonly waiting: readonly LineRow[]
  readonly held: readonly LineRow[]
  readonly missed: readonly LineRow[]
  readonly away: readonly AwayRow[]
  /** Given up as absent today; staff restore them with a reason (R3.22). */
  readonly gone: readonly LineRow[]
  readonly others: readonly {
    number: number
    label: string
    state: CounterState
    ticket: { label: string; since: number } | null
    /** Open, free and able to go on with the visitor who is here. */
    takesOver: boolean
  }[]
  /** R5.5: what happens here by itself, and when; null while nothing does. */
  readonly automatic: { act: 'start' | 'call'; at: number } | null
  readonly undo: { ticket: string; until: number } | null
  readonly rules: {
    callsAtMost: number
    recallSeconds: number
    undoSeconds: number
    /** R4.7: how many others are called before somebody who was missed is called again. */
    returnAfter: number
    /** R5.5, in seconds; 0 = by a button. */
    autoStartSeconds: number
    autoCallSeconds: number
  }
}

export interface KioskSnapshot {
  /** Errands that lead over several booths, with their services in order. */
  readonly journeys: readonly Journey[]
  /** Some service takes bookings. */
  readonly takesBookings: boolean
  readonly standstill: Standstill
  readonly site: SiteView & { hours: SitePackage['site']['hours'] }
  readonly kiosk: {
    code: string
    name: Text
    floor: number
    at: { x: number; y: number }
    /** What the keys of its tactile pad ask for. */
    pad: Keypad['keys']
  }
  readonly floors: SitePackage['floors']
  readonly categories: SitePackage['categories']
  readonly booths: readonly {
    code: string
    sign: string
    floor: number
    zone: string
    name: Text
    short: string
    place: SitePackage['booths'][number]['place']
    waiting: number
    openCounters: number
    estimate: EstimateWire | null
    state: CounterState
    /** When a break ends, as promised. */
    until: number | null
  }[]
  readonly services: readonly (ServiceWire & {
    /** Services of one series share their line; a number may be put right within it. */
    series: string
    /** It has arrival times that can be booked. */
    bookable: boolean
    minutes: number
    free: boolean | null
    keywords: readonly string[]
    requirements: readonly Text[]
  })[]
  /** Where numbers are followed from a phone: the base of the address in the QR code. */
  readonly publicUrl: string
}

export interface HallBooth {
  readonly code: string
  readonly sign: string
  readonly name: string
  readonly floor: number
  readonly zone: string
  readonly waiting: number
  readonly longestSince: number | null
  readonly estimate: EstimateWire | null
  readonly counters: readonly {
    number: number
    label: string
    state: CounterState
    pause: { reason: string; until: number | null } | null
    ticket: { label: string; state: 'called' | 'serving'; since: number } | null
    served: number
  }[]
}

export interface HallSnapshot {
  readonly site: SiteView
  /** Journal number of the event that made the building as it is: another one means to read it again. */
  readonly siteVersion: number
  readonly standstill: Standstill
  readonly helps: readonly HelpView[]
  /** Codes of the kiosks, whose printers print the day's summary. */
  readonly kiosks: readonly string[]
  readonly booths: readonly HallBooth[]
  /** Counters that are to be staffed today, as their shifts have it; no names. */
  readonly presence: readonly { counter: number; state: 'expected' | 'present' | 'absent' | 'left'; since: number }[]
  readonly figures: {
    waiting: number
    served: number
    openBooths: number
    openCounters: number
    /** Waits of those called today, in ms; null before the first call. */
    medianWaitMs: number | null
    longestSince: number | null
    outOfOrder: number
  }
  /** Latest first: who was called out of order of place, and by which rule. */
  readonly outOfOrder: readonly {
    id: string
    at: number
    label: string
    counter: number
    rule: string
    name: string
    overtook: number
  }[]
}

export type TicketSnapshot = {
  site: SiteView
  standstill: Standstill
  ticket: VisitorTicketWire
  floors: SitePackage['floors']
  booths: KioskSnapshot['booths']
}

export interface Snapshots {
  display: DisplaySnapshot
  booth: BoothSnapshot
  counter: CounterSnapshot
  kiosk: KioskSnapshot
  hall: HallSnapshot
  ticket: TicketSnapshot
}
export type ViewName = keyof Snapshots

export const changeTypes = [
  'issued',
  'called',
  'recalled',
  'started',
  'finished',
  'held',
  'missed',
  'returned',
  'transferred',
  'ended',
  'counter',
  'notice',
] as const
export type ChangeType = (typeof changeTypes)[number]

export interface ChangeItem {
  readonly type: ChangeType
  readonly label?: string
  readonly booth?: string
  readonly counter?: number
  readonly call?: number
}

/** `set` replaces top-level fields, `put` adds or replaces rows of a list by their key, `drop` removes rows by key. */
export interface Patch {
  readonly set?: Readonly<Record<string, unknown>>
  readonly put?: Readonly<Record<string, readonly object[]>>
  readonly drop?: Readonly<Record<string, readonly (string | number)[]>>
}

export interface Change {
  readonly view: ViewName
  readonly version: number
  readonly at: number
  readonly changes: readonly ChangeItem[]
  readonly patch: Patch
}

export interface HubView {
  /** A screen older than this reloads. */
  readonly build: string
  readonly demo: boolean
  readonly simulation: { seed: number; speed: number } | null
}

export type Watched<V extends ViewName = ViewName> =
  | { version: number; snapshot: Snapshots[V]; now: number; speed: number; hub: HubView }
  | { error: 'unknown' | 'forbidden' | 'bad-view' }

/** One announcement for browsers that lend their loudspeaker. */
export interface AnnounceMessage {
  readonly id: string
  readonly zone: string
  readonly url: string
  readonly durationMs: number
  readonly label: string
  /** How loud, 0 to 1, as a browser's `volume` takes it; absent = 1. */
  readonly gain?: number
}

export interface ScreenToHub {
  /** `sound`: this display is a loudspeaker of its zone. `build`: the screen's own. */
  watch: (view: View & { sound?: boolean; build?: string }, answer: (watched: Watched) => void) => void
  /** It was played to its end. */
  announced: (id: string) => void
  /** A display that lends its loudspeaker cannot be heard, or again can: its browser wants a touch first. */
  sound: (isOn: boolean) => void
  /** A display tells what became of an item of its playlist. */
  media: (report: MediaReport) => void
}
export interface HubToScreen {
  change: (change: Change) => void
  announce: (message: AnnounceMessage) => void
  /** Watch everything again: another hall is on stage. */
  stage: () => void
  reload: () => void
}
