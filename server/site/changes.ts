import type { z } from 'zod'
import { type SitePackage, SitePackageSchema } from '../contract/site.ts'
import {
  applyChanges,
  changedParts,
  entryOf,
  isSame,
  keyOf,
  positionOf,
  type SiteChange,
} from '../contract/site-change.ts'
import { type Kind, kindNames, type PartMistake, say, writePath } from './mistake.ts'
import { checkSite } from './validate.ts'

export type CheckedChanges =
  | { readonly site: SitePackage; readonly changes: readonly SiteChange[] }
  | { readonly mistakes: readonly PartMistake[] }

/**
 * The building with the changes made, and the changes with every default filled in; or all mistakes of what would come
 * out. A new booth stands where its sign says (R2.6).
 */
export function checkChanges(site: SitePackage, asked: readonly SiteChange[]): CheckedChanges {
  const fixed = findFixedParts(site, asked)
  if (fixed.length > 0) return { mistakes: fixed }
  const changes = asked.map((change) => (change.kind === 'booths' ? bySign(site, change) : change))
  const checked = checkSite(applyChanges(site, changes))
  if ('mistakes' in checked) return checked
  const filled = changes.map((change) => ({ ...change, after: filledIn(change) }))
  return { site: applyChanges(site, filled), changes: filled }
}

/** The name of an entry, and the code of the building, are what everything else refers to: they never change. */
function findFixedParts(site: SitePackage, changes: readonly SiteChange[]): PartMistake[] {
  return changes.flatMap(({ kind, code, after }): PartMistake[] => {
    if (kind === 'site') {
      if (code !== 'code') return []
      const message = say('Kode gedung tidak dapat diubah', 'The code of a building does not change')
      return [{ rule: 'fixed-part', path: 'site.code', message }]
    }
    if (after === null || (typeof after === 'object' && keyOf(after, kind) === code)) return []
    const at = positionOf(site, kind, code)
    const path = writePath([kind, at === -1 ? site[kind].length : at])
    const message = say(`Harus tetap bernama "${code}"`, `Must keep its name "${code}"`)
    return [{ rule: 'fixed-part', path, code, message }]
  })
}

function bySign(site: SitePackage, change: SiteChange): SiteChange {
  const sign = (change.after as { sign?: unknown } | null)?.sign
  if (change.at !== undefined || typeof sign !== 'string' || positionOf(site, 'booths', change.code) !== -1)
    return change
  const at = site.booths.findIndex((booth) => booth.sign > sign)
  return at === -1 ? change : { ...change, at }
}

function filledIn({ kind, code, after }: SiteChange): unknown {
  if (kind === 'site') return parse(SitePackageSchema.shape.site.shape, code, after ?? undefined) ?? null
  return after === null ? null : elementOf(kind).parse(after)
}

const parse = (shape: Readonly<Record<string, z.ZodType>>, name: string, value: unknown): unknown =>
  shape[name]?.parse(value)

function elementOf(kind: Kind): z.ZodType {
  const list = SitePackageSchema.shape[kind]
  return ('element' in list ? list : list.unwrap()).element
}

/** What turns one building into the other, entry by entry and also in the order of the entries. */
export function changesBetween(before: SitePackage, after: SitePackage): SiteChange[] {
  const settings = changedParts(before.site, after.site).map(
    (code): SiteChange => ({
      kind: 'site',
      code,
      before: entryOf(before, { kind: 'site', code }),
      after: entryOf(after, { kind: 'site', code }),
    }),
  )
  return [...settings, ...kindNames.flatMap((kind) => listChanges(kind, before, after))]
}

function listChanges(kind: Kind, before: SitePackage, after: SitePackage): SiteChange[] {
  const wanted = after[kind].map((entry) => keyOf(entry, kind))
  const isWanted = new Set(wanted)
  const present = before[kind].map((entry) => keyOf(entry, kind))
  const gone = present.filter((code) => !isWanted.has(code))
  const order = present.filter((code) => isWanted.has(code))
  const changes = gone.map((code): SiteChange => ({ kind, code, before: entryOf(before, { kind, code }), after: null }))
  wanted.forEach((code, at) => {
    const [old, young] = [entryOf(before, { kind, code }), entryOf(after, { kind, code })]
    if (order[at] === code) {
      if (!isSame(old, young)) changes.push({ kind, code, before: old, after: young })
      return
    }
    const from = order.indexOf(code)
    if (from !== -1) {
      order.splice(from, 1)
      changes.push({ kind, code, before: old, after: null })
    }
    order.splice(at, 0, code)
    changes.push({ kind, code, before: null, after: young, at })
  })
  return changes
}
