/** An entry of the building as a form holds it: JSON, checked by its schema and not by its type. */
export type Entry = Readonly<Record<string, unknown>>

const stepsOf = (path: string): string[] => (path === '' ? [] : path.split('.'))

/** What stands at a path as `place.x` or `sessions.0.quota`; the whole for the empty path, undefined where nothing is. */
export function valueAt(whole: unknown, path: string): unknown {
  return stepsOf(path).reduce<unknown>(
    (part, step) => (typeof part === 'object' && part !== null ? (part as Entry)[step] : undefined),
    whole,
  )
}

/** The whole with another value at the path. `undefined` takes the part away, and with it every owner left empty. */
export function withValue(whole: unknown, path: string, value: unknown): unknown {
  const [step, ...rest] = stepsOf(path)
  if (step === undefined) return value
  const inner = withValue(valueAt(whole, step), rest.join('.'), value)
  if (Array.isArray(whole)) return whole.map((each, index) => (String(index) === step ? inner : each))
  const { [step]: _old, ...others } = (whole ?? {}) as Entry
  if (inner !== undefined) return { ...(whole as Entry | undefined), [step]: inner }
  return rest.length === 0 || Object.keys(others).length > 0 ? emptied(others) : undefined
}

const emptied = (others: Entry): Entry | undefined => (Object.keys(others).length > 0 ? others : undefined)

/** The owner's path of a field's, as `printer` of `printer.kind`. */
export const ownerPath = (path: string): string => stepsOf(path).slice(0, -1).join('.')

export const joinPath = (owner: string, path: string): string => [owner, path].filter((part) => part !== '').join('.')
