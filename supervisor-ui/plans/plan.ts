import type { ComponentType } from 'react'
import type { SitePackage } from '../../server/contract/site.ts'
import { type EntryKind, entryKeys, isSame, type SiteChange } from '../../server/contract/site-change.ts'
import type { FieldGroup, Schema, Setting } from '../forms/field.ts'
import type { Entry } from '../forms/path.ts'
import type { ConsoleKey } from '../messages/console.ts'

/** How entries of one kind are listed, filled in and worded. */
export interface Plan {
  /** In the page's address. */
  readonly slug: string
  readonly kind: EntryKind | 'site'
  readonly title: ConsoleKey
  /** One of them, as "Gerai". */
  readonly one: ConsoleKey
  readonly schema: Schema
  readonly groups: readonly FieldGroup[]
  readonly nameOf: (entry: Entry, setting: Setting) => string
  readonly hintOf?: (entry: Entry, setting: Setting) => string
  readonly blank?: (site: SitePackage) => Entry
  /** What must be taken along when one is added (a booth needs a counter and a service) or taken away. */
  readonly alongWhenNew?: (entry: Entry, setting: Setting, source: Entry | null) => SiteChange[]
  readonly alongWhenGone?: (entry: Entry, site: SitePackage) => SiteChange[]
  /** What the entry comes to as it is filled in now, beside its form. */
  readonly beside?: ComponentType<{ draft: Entry }>
}

export const isSettings = (plan: Plan): boolean => plan.kind === 'site'

export const codeOf = (kind: EntryKind, entry: Entry): string => String(entry[entryKeys[kind]] ?? '')

/** Every entry of the kind, in the building's order; the settings of the building are one. */
export function entriesOf(plan: Plan, site: SitePackage): readonly Entry[] {
  return plan.kind === 'site' ? [site.site] : (site[plan.kind] as readonly Entry[])
}

/** What makes of the entry that was seen the one that is wanted: one change, or one for each setting that differs. */
export function changesBetween(kind: Plan['kind'], before: Entry | null, after: Entry | null): SiteChange[] {
  if (kind !== 'site') {
    const code = codeOf(kind, after ?? before ?? {})
    return isSame(before, after) ? [] : [{ kind, code, before, after }]
  }
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .filter((name) => !isSame(before?.[name], after?.[name]))
    .map((name) => ({ kind, code: name, before: before?.[name] ?? null, after: after?.[name] ?? null }))
}
