import type { Patch } from '../contract/live.ts'

type Row = Record<string, unknown>
const keyNames = ['id', 'code', 'number', 'label'] as const

/** The name under which a list's rows are told apart; undefined for lists without one, which travel whole. */
function keyNameOf(rows: readonly unknown[]): (typeof keyNames)[number] | undefined {
  const [first] = rows
  if (typeof first !== 'object' || first === null) return undefined
  return keyNames.find((name) => name in first)
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What turns one snapshot into the next: rows of keyed lists by `put` and `drop` while the order of the others stays,
 * everything else by `set`. Null when nothing changed.
 */
export function diffSnapshots(before: object, after: object): Patch | null {
  const set: Row = {}
  const put: Record<string, object[]> = {}
  const drop: Record<string, (string | number)[]> = {}
  for (const [field, value] of Object.entries(after)) {
    const old = (before as Row)[field]
    if (isSame(old, value)) continue
    const rows = Array.isArray(old) && Array.isArray(value) ? diffRows(old, value) : null
    if (!rows) set[field] = value
    else {
      if (rows.put.length > 0) put[field] = rows.put
      if (rows.drop.length > 0) drop[field] = rows.drop
    }
  }
  const patch: Patch = {
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(Object.keys(put).length > 0 ? { put } : {}),
    ...(Object.keys(drop).length > 0 ? { drop } : {}),
  }
  return Object.keys(patch).length > 0 ? patch : null
}

/** Rows to put and keys to drop, or null when the order changed so that the list has to travel whole. */
function diffRows(before: readonly unknown[], after: readonly unknown[]) {
  const name = keyNameOf(after) ?? keyNameOf(before)
  if (!name) return null
  const keyOf = (row: unknown) => (row as Row)[name] as string | number
  const old = new Map(before.map((row) => [keyOf(row), row]))
  const now = new Set(after.map(keyOf))
  const drop = [...old.keys()].filter((key) => !now.has(key))
  const put = after.filter((row) => !isSame(old.get(keyOf(row)), row)) as object[]
  const kept = [...old.keys()].filter((key) => now.has(key))
  const added = after.map(keyOf).filter((key) => !old.has(key))
  return isSame([...kept, ...added], after.map(keyOf)) ? { put, drop } : null
}
