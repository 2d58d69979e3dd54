import type { SitePackage } from './site.ts'

/** The lists of a site package, and which field names an entry. */
export const entryKeys = {
  floors: 'level',
  zones: 'code',
  kiosks: 'code',
  categories: 'code',
  centralSystems: 'code',
  agencies: 'code',
  booths: 'code',
  counters: 'number',
  services: 'code',
  journeys: 'code',
  holidays: 'date',
  exceptions: 'code',
  playlist: 'code',
} as const satisfies Partial<Record<keyof SitePackage, string>>
export type EntryKind = keyof typeof entryKeys

/**
 * One entry of the building changed: `before` is null for a new one, `after` for one taken away. For `site` the code is
 * the name of a setting. `before` is what its author saw: where the building has moved on, the change does not apply.
 */
export interface SiteChange {
  readonly kind: EntryKind | 'site'
  readonly code: string
  readonly before: unknown
  readonly after: unknown
  /** Where in its list an entry that comes or goes stands, from 0; absent = last. */
  readonly at?: number | undefined
}

/** The entry as the package has it; null when it has none. */
export function entryOf(site: SitePackage, { kind, code }: Pick<SiteChange, 'kind' | 'code'>): unknown {
  if (kind === 'site') return Object.entries(site.site).find(([name]) => name === code)?.[1] ?? null
  return listOf(site, kind).find((entry) => keyOf(entry, kind) === code) ?? null
}

/** Where in its list the entry stands; -1 when it is not there. */
export const positionOf = (site: SitePackage, kind: EntryKind, code: string): number =>
  listOf(site, kind).findIndex((entry) => keyOf(entry, kind) === code)

/** The package with the changes made, in their order; new entries stand where they say, else last. Nothing is checked here. */
export function applyChanges(site: SitePackage, changes: readonly SiteChange[]): SitePackage {
  return changes.reduce(applyChange, site)
}

function applyChange(site: SitePackage, { kind, code, after, at }: SiteChange): SitePackage {
  if (kind === 'site') {
    const { [code]: _old, ...rest } = site.site as Readonly<Record<string, unknown>>
    return { ...site, site: (after === null ? rest : { ...rest, [code]: after }) as SitePackage['site'] }
  }
  const list = listOf(site, kind)
  const isThere = list.some((entry) => keyOf(entry, kind) === code)
  const next =
    after === null
      ? list.filter((entry) => keyOf(entry, kind) !== code)
      : isThere
        ? list.map((entry) => (keyOf(entry, kind) === code ? (after as object) : entry))
        : list.toSpliced(at ?? list.length, 0, after as object)
  return { ...site, [kind]: next }
}

/** What takes the changes back, in the order in which it must be done. */
export const reversed = (changes: readonly SiteChange[]): SiteChange[] =>
  changes.toReversed().map(({ before, after, ...rest }) => ({ ...rest, before: after, after: before }))

const listOf = (site: SitePackage, kind: EntryKind): readonly object[] => site[kind]

/** The name of an entry as a change has it. */
export const keyOf = (entry: object, kind: EntryKind): string =>
  String((entry as Readonly<Record<string, unknown>>)[entryKeys[kind]])

/** Equal whatever the order of an object's parts; a part that is undefined is none. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]))
    )
  }
  return changedParts(a, b).length === 0
}

/** The names of the parts that differ. */
export function changedParts(before: object, after: object): string[] {
  const [old, young] = [before as Record<string, unknown>, after as Record<string, unknown>]
  return [...new Set([...Object.keys(old), ...Object.keys(young)])].filter((name) => !isSame(old[name], young[name]))
}
