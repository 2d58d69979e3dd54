import { isKind, type Kind, kinds, type Path } from './mistake.ts'

/**
 * A package that may still be full of mistakes, read without trust: what is missing or of another type is `undefined`.
 * The checks across the package run on it, so that a mistake of form in one place hides nothing in another.
 */
export type Draft = {
  readonly root: unknown
  /** The entries of a list with their paths; `null` when the list is not there. */
  readonly list: (kind: Kind) => readonly Entry[] | null
  /** The values by which entries of a list are referred to. */
  readonly keys: (kind: Kind) => ReadonlySet<string | number> | null
}

export type Entry = { readonly value: unknown; readonly path: Path; readonly key: string | number | undefined }

export function draftOf(root: unknown): Draft {
  const lists = new Map<Kind, readonly Entry[] | null>()
  const list = (kind: Kind) => {
    const known = lists.get(kind)
    if (known !== undefined) return known
    const values = member(root, kind)
    const entries = Array.isArray(values)
      ? values.map((value, index) => ({ value, path: [kind, index], key: keyOf(value, kind) }))
      : null
    lists.set(kind, entries)
    return entries
  }
  return {
    root,
    list,
    keys: (kind) => {
      const entries = list(kind)
      return entries && new Set(entries.flatMap(({ key }) => (key === undefined ? [] : [key])))
    },
  }
}

export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return undefined
  return (value as Record<string, unknown>)[name]
}

export function textIn(value: unknown, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' ? found : undefined
}

export function numberIn(value: unknown, name: string): number | undefined {
  const found = member(value, name)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

export function listIn(value: unknown, name: string): readonly unknown[] {
  const found = member(value, name)
  return Array.isArray(found) ? found : []
}

/** Every value in nested lists, with its path. */
export function leaves(value: unknown, path: Path): readonly { value: unknown; path: Path }[] {
  return Array.isArray(value) ? value.flatMap((item, index) => leaves(item, [...path, index])) : [{ value, path }]
}

/** The code of the entity that a path leads into. */
export function codeAt(root: unknown, path: Path): string | undefined {
  const [kind, index] = path
  if (!isKind(kind) || typeof index !== 'number') return undefined
  const key = keyOf(listIn(root, kind)[index], kind)
  return key === undefined ? undefined : String(key)
}

function keyOf(value: unknown, kind: Kind): string | number | undefined {
  const key = member(value, kinds[kind].key)
  return typeof key === 'string' || typeof key === 'number' ? key : undefined
}
