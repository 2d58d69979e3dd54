/** How a simulated day stands. Instants are epoch ms of the hall's clock. */
export interface DayProgress {
  readonly clock: number
  readonly visitors: number
  readonly waiting: number
  readonly served: number
  readonly called: number
  readonly medianWaitMs: number | null
  readonly openBooths: number
  readonly booths: number
  /** Numbers taken in each half hour from 07.30. */
  readonly arrivals: readonly number[]
  readonly done: boolean
}

interface Waits {
  readonly medianWaitMs: number | null
  readonly p90WaitMs: number | null
}

/** What a simulated day came to. A visitor has one ticket; a ticket may be served at several booths. */
export interface DayReport extends Waits {
  readonly scenario: string
  readonly seed: number
  readonly date: string
  readonly visitors: number
  readonly tickets: number
  /** Tickets of which everything is done. */
  readonly served: number
  /** Visits at desks. */
  readonly services: number
  readonly missedCalls: number
  readonly noShow: number
  readonly cancelled: number
  readonly expired: number
  readonly longestLine: { readonly booth: string; readonly waiting: number; readonly at: number } | null
  /** Calls that overtook somebody by a rule. */
  readonly outOfOrder: number
  /** Of those who were told a range and called from that line: how many inside it as shown (R7.1). */
  readonly estimates: {
    readonly given: number
    readonly kept: number
    readonly earlier: number
    readonly later: number
  }
  /** Closing promises by colour (R6.2), where they are in force: of those that came out, how many were served before closing. */
  readonly promises: Readonly<Record<'green' | 'amber', { readonly given: number; readonly kept: number }>>
  readonly booths: readonly (Waits & { code: string; sign: string; name: string; tickets: number; services: number })[]
  /** What the hall did not do, by command and reason. */
  readonly refused: Readonly<Record<string, number>>
  readonly events: number
}
