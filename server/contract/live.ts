import type { EstimateWire, ServiceWire, TicketWire, VisitorTicketWire } from './api.ts'
import type { CounterState } from './hall.ts'
import type { SitePackage, Text } from './site.ts'

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
  readonly calls: readonly DisplayCall[]
  readonly waiting: readonly WaitingRow[]
  readonly ticker: readonly Text[]
  readonly notices: readonly { title: Text; text: Text }[]
}

export interface BoothSnapshot {
  readonly site: SiteView
  readonly booth: { code: string; sign: string; name: Text; short: string; floor: number; zone: string }
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
  readonly hold: { reason: string; returnAt: number | null; keepUntil: number | null } | null
}

export interface CounterSnapshot {
  readonly site: SiteView
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
  }
  readonly ticket:
    | (TicketWire & {
        serviceName: Text
        requirements: readonly Text[]
        since: number
        onMyWay: boolean
        notes: readonly string[]
        spoken: 'waiting' | 'spoken' | 'failed' | 'none'
      })
    | null
  /** In the order in which this counter would call them. */
  readonly waiting: readonly LineRow[]
  readonly held: readonly LineRow[]
  readonly missed: readonly LineRow[]
  readonly others: readonly {
    number: number
    label: string
    state: CounterState
    ticket: { label: string; since: number } | null
  }[]
  readonly undo: { ticket: string; until: number } | null
  readonly rules: { callsAtMost: number; recallSeconds: number; undoSeconds: number }
}

export interface KioskSnapshot {
  readonly site: SiteView & { hours: SitePackage['site']['hours'] }
  readonly kiosk: { code: string; name: Text; floor: number; at: { x: number; y: number } }
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
  }[]
  readonly services: readonly (ServiceWire & {
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
  readonly booths: readonly HallBooth[]
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
}

export interface ScreenToHub {
  /** `sound`: this display is a loudspeaker of its zone. `build`: the screen's own. */
  watch: (view: View & { sound?: boolean; build?: string }, answer: (watched: Watched) => void) => void
  announced: (id: string) => void
}
export interface HubToScreen {
  change: (change: Change) => void
  announce: (message: AnnounceMessage) => void
  /** Watch everything again: another hall is on stage. */
  stage: () => void
  reload: () => void
}
