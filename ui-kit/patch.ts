import type { Patch } from '../server/contract/live.ts'

export type RowKey = string | number

const keyNames = ['id', 'code', 'number', 'label'] as const

/** What tells a row of a list from the others: the first of id, code, number and label that it has. */
export function rowKey(row: object): RowKey | undefined {
  for (const name of keyNames) {
    const key = (row as Record<string, unknown>)[name]
    if (typeof key === 'string' || typeof key === 'number') return key
  }
  return undefined
}

/** The snapshot after the patch; the given one stays as it was. Dropping comes last. */
export function applyPatch<S extends object>(snapshot: S, patch: Patch): S {
  const next: Record<string, unknown> = { ...(snapshot as Record<string, unknown>), ...patch.set }
  for (const [list, rows] of Object.entries(patch.put ?? {})) next[list] = putRows(rowsOf(next[list]), rows)
  for (const [list, keys] of Object.entries(patch.drop ?? {})) {
    const gone = new Set(keys)
    next[list] = rowsOf(next[list]).filter((row) => !gone.has(rowKey(row) ?? ''))
  }
  return next as S
}

/** Rows that are there keep their place; new ones come at the end, in the order given. */
function putRows(present: readonly object[], rows: readonly object[]): object[] {
  const next = [...present]
  const places = new Map(next.map((row, index) => [rowKey(row), index]))
  for (const row of rows) {
    const key = rowKey(row)
    const place = key === undefined ? undefined : places.get(key)
    if (place !== undefined) next[place] = row
    else places.set(key, next.push(row) - 1)
  }
  return next
}

const rowsOf = (value: unknown): readonly object[] => (Array.isArray(value) ? value : [])
