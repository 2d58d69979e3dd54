/** One value of a JSON text and where it begins (offset in UTF-16 units). */
export type Place = {
  readonly value: unknown
  readonly start: number
  readonly members?: ReadonlyMap<string, Place>
  readonly items?: readonly Place[]
}

export type SyntaxProblem =
  | { kind: 'unexpected'; at: number; found: string; wanted: string }
  | { kind: 'unfinished'; at: number; wanted: string }
  | { kind: 'bad-string'; at: number }
  | { kind: 'too-deep'; at: number }

export type RepeatedKey = { path: readonly (string | number)[]; at: number }

export type JsonReading = { root: Place; repeatedKeys: readonly RepeatedKey[] } | { problem: SyntaxProblem }

/** Deeper than any site package; keeps a hostile file from exhausting the stack. */
const depthAtMost = 64

const numberForm = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const wordForm = /true|false|null/y

class SyntaxStop extends Error {
  readonly problem: SyntaxProblem
  constructor(problem: SyntaxProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

/**
 * Reads JSON (RFC 8259) and keeps the place of every value, which `JSON.parse` does not.
 * Never throws: a text that is not JSON gives the first problem. A key written twice keeps its last value and is listed.
 */
export function readJson(text: string): JsonReading {
  let at = 0
  const repeatedKeys: RepeatedKey[] = []

  const skipBlank = () => {
    while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at++
  }
  const stop = (wanted: string): never => {
    if (at >= text.length) throw new SyntaxStop({ kind: 'unfinished', at: text.length, wanted })
    throw new SyntaxStop({ kind: 'unexpected', at, found: [...text.slice(at, at + 2)][0] ?? '', wanted })
  }
  const take = (mark: string) => {
    skipBlank()
    if (text.charAt(at) !== mark) stop(mark)
    at++
  }
  const takeIf = (mark: string): boolean => {
    skipBlank()
    if (text.charAt(at) !== mark) return false
    at++
    return true
  }
  const match = (form: RegExp): string | null => {
    form.lastIndex = at
    const found = form.exec(text)?.[0] ?? null
    if (found !== null) at += found.length
    return found
  }
  const readString = (): string => {
    const start = at
    at++
    while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1
    at++
    try {
      return JSON.parse(text.slice(start, at)) as string
    } catch {
      throw new SyntaxStop({ kind: 'bad-string', at: start })
    }
  }

  const readObject = (path: readonly (string | number)[], start: number): Place => {
    const value: Record<string, unknown> = {}
    const members = new Map<string, Place>()
    take('{')
    if (takeIf('}')) return { value, start, members }
    do {
      skipBlank()
      if (text.charAt(at) !== '"') stop('"')
      const keyStart = at
      const key = readString()
      if (members.has(key)) repeatedKeys.push({ path: [...path, key], at: keyStart })
      take(':')
      const member = readValue([...path, key])
      members.set(key, member)
      // A plain assignment of "__proto__" would change the object's prototype instead.
      Object.defineProperty(value, key, { value: member.value, enumerable: true, configurable: true, writable: true })
    } while (takeIf(','))
    take('}')
    return { value, start, members }
  }

  const readArray = (path: readonly (string | number)[], start: number): Place => {
    const items: Place[] = []
    take('[')
    if (takeIf(']')) return { value: [], start, items }
    do items.push(readValue([...path, items.length]))
    while (takeIf(','))
    take(']')
    return { value: items.map((item) => item.value), start, items }
  }

  const readValue = (path: readonly (string | number)[]): Place => {
    skipBlank()
    const start = at
    if (path.length > depthAtMost) throw new SyntaxStop({ kind: 'too-deep', at })
    const first = text.charAt(at)
    if (first === '{') return readObject(path, start)
    if (first === '[') return readArray(path, start)
    if (first === '"') return { value: readString(), start }
    const word = match(wordForm) ?? match(numberForm)
    if (word === null) return stop('{ [ " 0–9 true false null')
    return { value: JSON.parse(word) as unknown, start }
  }

  try {
    const root = readValue([])
    skipBlank()
    if (at < text.length) stop('')
    return { root, repeatedKeys }
  } catch (error) {
    if (error instanceof SyntaxStop) return { problem: error.problem }
    throw error
  }
}

/** Where the value at a path begins; a missing part has the place of the nearest part that is there. */
export function offsetOf(root: Place, path: readonly (string | number)[]): number {
  let place = root
  for (const step of path) {
    const next = typeof step === 'number' ? place.items?.[step] : place.members?.get(step)
    if (!next) break
    place = next
  }
  return place.start
}

/** Turns offsets into lines and columns, both from 1. */
export function lineFinder(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}
