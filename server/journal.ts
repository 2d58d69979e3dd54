import type { Outcome } from './contract/commands.ts'
import type { HallEvent } from './contract/hall.ts'

/** What a command with a caller's key left behind: the same key gives the same answer for eight days (R8.2). */
export interface Receipt {
  readonly key: string
  readonly fingerprint: string
  readonly outcome: Outcome
}

/** One command's share of a batch: all of it becomes durable, or none. */
export interface Entry {
  readonly events: readonly HallEvent[]
  readonly receipt: Receipt | null
  readonly at: number
}

/**
 * The journal as the hall sees it: asynchronous and batched. `append` resolves when the whole batch is on the disk and
 * rejects when none of it is. Batches are appended one after another, in order of `seq`.
 */
export interface Journal {
  append(entries: readonly Entry[]): Promise<void>
  /** Everything that the present hall is made of: the building as last configured, and the open day since it began. */
  readPresent(): Promise<readonly HallEvent[]>
  /** Keys and fingerprints of receipts that are still kept. */
  readKeys(): Promise<readonly { key: string; fingerprint: string }[]>
  readOutcome(key: string): Promise<Outcome | null>
}
