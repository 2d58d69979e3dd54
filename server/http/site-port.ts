import type { Actor } from '../contract/hall.ts'
import type { Refusal } from '../contract/refusals.ts'
import type { Text } from '../contract/site.ts'
import type { SiteChange } from '../contract/site-change.ts'

/** What is wrong with a building that would come out; in a text also where. */
export interface SiteMistake {
  readonly rule: string
  readonly path: string
  readonly code?: string
  readonly message: Text
  readonly line?: number
  readonly column?: number
}

export type Judged<Done> =
  | { readonly done: Done }
  | { readonly refusal: Refusal }
  | { readonly forbidden: true }
  | { readonly mistakes: readonly SiteMistake[] }
  | { readonly mismatch: true }
  | { readonly unknown: 'change' | 'plan' }

/** Who asks, and under which key (R8.2). */
export interface SiteAsker {
  readonly actor: Actor
  readonly key: string | null
  readonly fingerprint: string
}

export interface ChangeWish {
  readonly changes: readonly SiteChange[]
  readonly confirm: boolean
  readonly note: string | null
  /** A date; null or today = now. */
  readonly effective: string | null
}

export interface Affected {
  readonly waiting: number
  readonly serving: number
  readonly held: number
  readonly counters: readonly number[]
  readonly booths: readonly string[]
  readonly services: readonly string[]
  readonly bookings: number
}

export interface SiteDifferenceView {
  readonly kind: SiteChange['kind']
  readonly code: string
  readonly change: 'added' | 'removed' | 'changed' | 'moved'
  readonly parts: readonly string[]
}

export interface Preview {
  readonly mistakes: readonly SiteMistake[]
  readonly affected: Affected
  readonly differences: readonly SiteDifferenceView[]
  readonly needsConfirm: boolean
}
/** An entry that somebody else has changed since its author looked. */
export interface Conflict {
  readonly kind: SiteChange['kind']
  readonly code: string
  readonly by: string
  readonly at: number
  readonly before: unknown
  readonly now: unknown
}

export interface HistoryEntry {
  readonly seq: number
  readonly at: number
  readonly by: string
  readonly role: Actor['role']
  readonly note: string | null
  readonly changes: readonly SiteChange[]
  readonly undoes: number | null
  readonly canUndo: boolean
}

export interface Plan {
  readonly id: string
  readonly effective: string
  readonly createdAt: number
  readonly by: string
  readonly role: Actor['role']
  readonly note: string | null
  readonly changes: readonly SiteChange[]
  readonly state: 'planned' | 'done' | 'withdrawn' | 'failed'
  readonly trouble: string | null
}
export type Changed = { version: number; applied: true } | { version: number; plan: { id: string; effective: string } }

/** The office that changes the building: what is asked is checked against the building of this very moment. */
export interface SiteOffice {
  preview(
    changes: readonly SiteChange[],
    effective: string | null,
    actor: Actor,
  ): Promise<Preview & { conflicts: readonly Conflict[] }>
  change(wish: ChangeWish, asker: SiteAsker): Promise<Judged<Changed>>
  /** Latest first; an agency's administrator sees what is their agency's. */
  history(actor: Actor, limit: number, before: number | null): Promise<readonly HistoryEntry[]>
  /** Takes a change back, where everything that it made still stands. */
  undo(seq: number, confirm: boolean, asker: SiteAsker): Promise<Judged<{ version: number }>>
  plans(actor: Actor): Promise<readonly Plan[]>
  withdraw(id: string, actor: Actor): Promise<Judged<Plan>>
  /** The text of a whole package, or of a year's holidays. */
  previewPackage(text: string): Promise<Preview>
  importPackage(
    text: string,
    confirm: boolean,
    asker: SiteAsker,
  ): Promise<Judged<{ version: number; differences: readonly SiteDifferenceView[] }>>
  exportPackage(): string
  /** Whether a screen of this counter is connected. */
  isConnected(counter: number): boolean
}
