import type { ServiceWire } from '../server/contract/api.ts'

/** What a service is found by. */
export type Searchable = Pick<ServiceWire, 'name' | 'keywords' | 'agency' | 'booth'>

/** Words as they are compared: small letters, no accents, no punctuation. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')

/**
 * Services in which every typed word begins a word of the name, of a search word or of the agency, in either language;
 * the best match first, then package order. When nothing matches, one slip of the finger a word is forgiven.
 */
export function searchServices<S extends Searchable>(
  query: string,
  { services }: { services: readonly S[] },
): readonly S[] {
  const typed = wordsOf(query)
  if (typed.length === 0) return []
  const exact = ranked(typed, services, (word, start) => word.startsWith(start))
  return exact.length > 0 ? exact : ranked(typed, services, nearlyStarts)
}

/** Errands over several booths whose own name has every typed word. */
export function searchErrands<E extends Pick<Searchable, 'name'>>(query: string, errands: readonly E[]): readonly E[] {
  const nowhere = { keywords: [], agency: { code: '', name: { id: '', en: '' }, short: '' } }
  const booth = { code: '', sign: '', floor: 0, zone: '' }
  const services = errands.map((errand) => ({ ...nowhere, booth, name: errand.name, errand }))
  return searchServices(query, { services }).map(({ errand }) => errand)
}

type Matches = (word: string, typed: string) => boolean

function ranked<S extends Searchable>(typed: readonly string[], services: readonly S[], matches: Matches): S[] {
  const scored = services.map((service) => ({ service, score: scoreOf(typed, service, matches) }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ service }) => service)
}

/** 0 when a typed word is found nowhere; a hit in the name counts more than in a search word, and that more than the agency. */
function scoreOf(typed: readonly string[], { name, keywords, agency, booth }: Searchable, matches: Matches): number {
  const places: readonly (readonly [text: string, worth: number])[] = [
    [`${name.id} ${name.en}`, 4],
    [keywords.join(' '), 3],
    [`${agency.short} ${agency.name.id} ${agency.name.en} ${booth.sign}`, 1],
  ]
  let total = 0
  for (const each of typed) {
    const best = places.find(([text]) => wordsOf(text).some((word) => matches(word, each)))
    if (!best) return 0
    total += best[1]
  }
  return total
}

/** Whether the word begins with the typed letters but for one letter wrong, missing, too much or swapped; from 4 letters on. */
function nearlyStarts(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true
  if (typed.length < 4) return false
  for (let at = 0; at <= typed.length; at++) {
    const before = typed.slice(0, at)
    if (!word.startsWith(before)) return false
    const after = typed.slice(at)
    const rest = word.slice(at)
    const swapped = `${after[1] ?? ''}${after[0] ?? ''}${after.slice(2)}`
    if (rest.slice(1).startsWith(after.slice(1))) return true
    if (rest.slice(1).startsWith(after)) return true
    if (rest.startsWith(after.slice(1)) && after !== '') return true
    if (after.length > 1 && rest.startsWith(swapped)) return true
  }
  return false
}

/** A name in pieces, those that the typed words begin marked. Joined they are the name again. */
export function markedPieces(name: string, query: string): readonly { text: string; marked: boolean }[] {
  const typed = wordsOf(query)
  const pieces: { text: string; marked: boolean }[] = []
  for (const part of name.split(/([A-Za-z0-9]+)/)) {
    const start = typed.filter((each) => part.toLowerCase().startsWith(each)).sort((a, b) => b.length - a.length)[0]
    const cut = start?.length ?? 0
    if (cut > 0) pieces.push({ text: part.slice(0, cut), marked: true })
    if (cut < part.length) pieces.push({ text: part.slice(cut), marked: false })
  }
  return pieces
}
