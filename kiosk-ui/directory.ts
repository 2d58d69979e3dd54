import type { KioskSnapshot } from '../server/contract/live.ts'
import type { RefusalFacts } from '../ui-kit/refusal-words.ts'
import { allShelf, oftenShelf } from './journey-state.ts'

export type KioskBooth = KioskSnapshot['booths'][number]
export type KioskService = KioskSnapshot['services'][number]
export type Errand = KioskSnapshot['journeys'][number]
export type Building = Pick<KioskSnapshot, 'booths' | 'services' | 'floors' | 'kiosk'>

const often = 8

/** The booths of a shelf of the directory, in the order in which they are shown. */
export function boothsOn(shelf: string, building: Building): readonly KioskBooth[] {
  if (shelf === allShelf) return building.booths
  if (shelf === oftenShelf) return mostWanted(building).slice(0, often)
  const codes = new Set(building.services.filter(({ category }) => category === shelf).map(({ booth }) => booth.code))
  return building.booths.filter(({ code }) => codes.has(code))
}

/**
 * Booths with many requirement lists first: a building writes those for what people ask for most. The order does not
 * move while somebody reads it.
 */
function mostWanted({ booths, services }: Building): KioskBooth[] {
  const lists = new Map<string, number>()
  for (const { booth, requirements } of services) {
    if (requirements.length > 0) lists.set(booth.code, (lists.get(booth.code) ?? 0) + 1)
  }
  return [...booths].sort((a, b) => (lists.get(b.code) ?? 0) - (lists.get(a.code) ?? 0))
}

export const servicesAt = (booth: string, { services }: Building): readonly KioskService[] =>
  services.filter((service) => service.booth.code === booth)

/** What a number of this service may be put right to: the others of its series (R2.3). */
export function othersOfSeries(code: string, { services }: Building): readonly KioskService[] {
  const series = services.find((service) => service.code === code)?.series
  return services.filter((service) => service.series === series && service.code !== code)
}

/** What people come for most: the first service with a requirement list of each booth that is often looked for. */
export function wantedServices(building: Building): readonly KioskService[] {
  return boothsOn(oftenShelf, building).flatMap((booth) => {
    const services = servicesAt(booth.code, building)
    return services.find(({ requirements }) => requirements.length > 0) ?? services[0] ?? []
  })
}

/** Letters that the line under a booth's name holds. */
const summaryLetters = 36

/** The line under a booth's name: "KTP, KK, akta lahir", or as many of its services as fit where it has no short words. */
export function boothSummary(booth: string, building: Building, locale: 'id' | 'en'): string {
  const services = servicesAt(booth, building)
  const words = services.map(({ keywords, name }) => (locale === 'id' && keywords[0]) || bare(name[locale]))
  const [first = '', ...more] = [...new Set(words)].slice(0, 3)
  return more.reduce((line, word) => (line.length + word.length < summaryLetters ? `${line}, ${word}` : line), first)
}

const bare = (name: string): string => name.replace(/ *\(.*$/, '')

/** Why a number cannot be taken, as shown: the state's shape and, when it is known, the instant it opens. */
export interface Closure {
  readonly state: 'not-yet' | 'break' | 'closed' | 'full' | 'held'
  /** Epoch ms or ISO 8601. */
  readonly opensAt: number | string | null
  readonly refusal: RefusalFacts | null
}

const closedStates: Readonly<Record<string, Closure['state']>> = {
  'not-yet-open': 'not-yet',
  'quota-full': 'full',
  'system-down': 'held',
  'building-paused': 'held',
}

/** Null while numbers are given. */
export function serviceClosure(service: Pick<KioskService, 'open' | 'refusal'>): Closure | null {
  if (service.open) return null
  const { refusal } = service
  const next = refusal?.next ?? {}
  const at = next.opensAt ?? next.opensOn ?? null
  const state = closedStates[refusal?.name ?? ''] ?? (next.reason === 'not-yet' ? 'not-yet' : 'closed')
  return { state, opensAt: typeof at === 'number' || typeof at === 'string' ? at : null, refusal }
}

/** A booth is shown closed when none of its services gives numbers; its soonest opening counts. A break shows as such. */
export function boothClosure(booth: KioskBooth, building: Building): Closure | null {
  const closures = servicesAt(booth.code, building).map(serviceClosure)
  if (closures.length === 0 || closures.some((closure) => closure === null)) {
    return booth.state === 'break' ? { state: 'break', opensAt: booth.until, refusal: null } : null
  }
  const known = closures.filter((closure) => closure !== null)
  return known.reduce((soonest, closure) => (opensBefore(closure, soonest) ? closure : soonest))
}

/** R6.2: a number is given, and perhaps nobody is served with it today. */
export const isUncertain = (service: Pick<KioskService, 'open' | 'promise' | 'startsAt'>): boolean =>
  service.open && service.promise === 'amber' && service.startsAt === null

const opensBefore = (a: Closure, b: Closure): boolean =>
  a.opensAt !== null && (b.opensAt === null || new Date(a.opensAt) < new Date(b.opensAt))

/** Where people are helped: the booth nearest to the information desk drawn on the map, or at least the floor. */
export function informationDesk({ floors, booths }: Building): { floor: number; booth: KioskBooth | null } | null {
  for (const { level, map } of floors) {
    const desk = map.information
    if (!desk) continue
    const away = ({ place }: KioskBooth) =>
      Math.hypot(place.x + place.w / 2 - desk.x - desk.w / 2, place.y + place.h / 2 - desk.y - desk.h / 2)
    const near = booths.filter(({ floor }) => floor === level).sort((a, b) => away(a) - away(b))[0]
    const beside = near && away(near) < (near.place.w + near.place.h + desk.w + desk.h) / 2
    return { floor: level, booth: beside ? near : null }
  }
  return null
}

/** The services of an errand in order, and the one that may come first and has the shortest wait. */
export function errandServices(errand: Errand, { services }: Pick<KioskSnapshot, 'services'>) {
  const all = errand.services.flatMap((code) => services.find((service) => service.code === code) ?? [])
  const free = errand.after ? all.filter(({ code }) => !errand.after?.[code]?.length) : all.slice(0, 1)
  const wait = ({ estimate }: KioskService) => estimate?.minutes[1] ?? Number.POSITIVE_INFINITY
  const beginnings = [...free].sort((a, b) => wait(a) - wait(b))
  return { all, first: beginnings.find(({ open }) => open) ?? beginnings[0] ?? null, inOrder: !errand.after }
}
