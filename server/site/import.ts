import { type SitePackage, SitePackageSchema } from '../contract/site.ts'
import { changedParts, isSame } from '../contract/site-change.ts'
import { type Kind, kindNames, kinds } from './mistake.ts'

const columnsAtMost = 120

/** What the schema fills in by itself is not written for these, the longest lists: a file that people read. */
const unwritten: Partial<Record<Kind, Record<string, unknown>>> = {
  booths: { centralSystems: [], share: 0 },
  services: { keywords: [], spread: 0.6, requirements: [] },
}

/**
 * Writes a site package as text: the same package always gives the same bytes, parts in the order of the schema,
 * what fits on a line of 120 columns on one line. Reading it back gives an equal package.
 */
export function exportSite(site: SitePackage): string {
  const ordered: Record<string, unknown> = SitePackageSchema.parse(site)
  for (const kind of kindNames) {
    const defaults = Object.entries(unwritten[kind] ?? {})
    if (defaults.length === 0) continue
    ordered[kind] = (ordered[kind] as Record<string, unknown>[]).map((entry) =>
      Object.fromEntries(
        Object.entries(entry).filter(([name, value]) => !defaults.some((d) => d[0] === name && isSame(d[1], value))),
      ),
    )
  }
  // A building that shows nothing but its calls has no word about it.
  if (isSame(ordered.playlist, [])) delete ordered.playlist
  const parts = Object.entries(ordered).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${write(value, 2, name.length + 6)}`,
  )
  return `{\n${parts.join(',\n')}\n}\n`
}

/** @param before columns that the line already holds; one more is kept for a comma */
function write(value: unknown, indent: number, before: number): string {
  const line = writeLine(value)
  if (typeof value !== 'object' || value === null || before + line.length + 1 <= columnsAtMost) return line
  const pad = ' '.repeat(indent + 2)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const parts = Array.isArray(value)
    ? value.map((item) => write(item, indent + 2, indent + 2))
    : membersOf(value).map(([name, member]) => {
        const label = `${JSON.stringify(name)}: `
        return label + write(member, indent + 2, indent + 2 + label.length)
      })
  return `${open}\n${parts.map((part) => pad + part).join(',\n')}\n${' '.repeat(indent)}${close}`
}

function writeLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = membersOf(value).map(([name, member]) => `${JSON.stringify(name)}: ${writeLine(member)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined)
}

export type SiteDifference = {
  /** `site` for the building's own settings. */
  kind: Kind | 'site'
  /** Code, number, level or date of the entry; for `site` the name of the setting. */
  code: string
  change: 'added' | 'removed' | 'changed' | 'moved'
  /** For `changed`: the names of the parts that differ. */
  parts: readonly string[]
}

/** What an import would add, remove, change or move to another position, in the order of the new package; removed entries last in each kind. */
export function diffSites(before: SitePackage, after: SitePackage): readonly SiteDifference[] {
  const settings = changedParts(before.site, after.site).map(
    (code): SiteDifference => ({ kind: 'site', code, change: 'changed', parts: [code] }),
  )
  return [...settings, ...kindNames.flatMap((kind) => diffLists(kind, before[kind], after[kind]))]
}

function diffLists(kind: Kind, before: readonly object[], after: readonly object[]): SiteDifference[] {
  const codeOf = (entry: object) => String((entry as Record<string, unknown>)[kinds[kind].key])
  const old = new Map(before.map((entry) => [codeOf(entry), entry]))
  const young = new Map(after.map((entry) => [codeOf(entry), entry]))
  const staying = [...old.keys()].filter((code) => young.has(code))
  const positions = new Map(staying.map((code, index) => [code, index]))
  let kept = -1
  const differences = [...young].flatMap(([code, entry]): SiteDifference[] => {
    const earlier = old.get(code)
    if (!earlier) return [{ kind, code, change: 'added', parts: [] }]
    kept++
    const parts = changedParts(earlier, entry)
    if (parts.length > 0) return [{ kind, code, change: 'changed', parts }]
    return positions.get(code) === kept ? [] : [{ kind, code, change: 'moved', parts: [] }]
  })
  const removed = [...old.keys()].filter((code) => !young.has(code))
  return [...differences, ...removed.map((code): SiteDifference => ({ kind, code, change: 'removed', parts: [] }))]
}
