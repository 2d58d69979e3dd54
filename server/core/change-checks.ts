import type { Catalogue } from '../contract/catalogue.ts'
import type { Actor, HallTicket } from '../contract/hall.ts'
import type { SitePackage } from '../contract/site.ts'
import {
  applyChanges,
  changedParts,
  type EntryKind,
  entryOf,
  isSame,
  type SiteChange,
} from '../contract/site-change.ts'
import { hoursOn } from './calendar.ts'
import type { Hall } from './hall.ts'
import { catalogueOf, openHolders, standingsOf } from './next.ts'
import { hasEnded } from './ticket.ts'

type Use = { kind: SiteChange['kind']; code: string }

/**
 * The first entry that cannot change today, because numbers of today refer to it. A booth or a service that goes, a
 * service of another booth and another series wait for tomorrow; a counter must be empty, and closed if it goes.
 */
export function findUse(hall: Hall, after: Catalogue, changes: readonly SiteChange[]): Use | null {
  const before = catalogueOf(hall)
  const touched = changes.filter((change) => !isSame(entryOf(before.site, change), entryOf(after.site, change)))
  const used = touched.find((change) => isInUse(hall, before, after, change))
  return used ? { kind: used.kind, code: used.code } : null
}

function isInUse(hall: Hall, before: Catalogue, after: Catalogue, { kind, code }: Use): boolean {
  switch (kind) {
    case 'services': {
      const [old, young] = [before.services.get(code), after.services.get(code)]
      if (!old) return false
      const isOther = !young || young.booth !== old.booth || after.prefixOf(code) !== before.prefixOf(code)
      return isOther && some(hall, ({ legs }) => legs.some(({ service }) => service === code))
    }
    case 'booths': {
      const [old, young] = [before.booths.get(code), after.booths.get(code)]
      if (!old) return false
      if (young && young.prefix !== old.prefix) return hall.series.has(old.prefix) || hall.papers.has(old.prefix)
      return !young && some(hall, ({ legs }) => legs.some(({ booth }) => booth === code))
    }
    case 'counters': {
      const counter = hall.counters.get(Number(code))
      const young = after.counters.get(Number(code))
      if (!counter || young?.booth === counter.booth) return false
      return counter.ticket !== null || (!young && counter.state !== 'closed')
    }
    case 'kiosks':
      return !after.kiosks.has(code) && some(hall, ({ kiosk, legs }) => kiosk === code && legs[0]?.state === 'reserved')
    case 'centralSystems':
      return !after.centralSystems.has(code) && hall.outages.some((one) => one.system === code && one.until === null)
    default:
      return false
  }
}

const some = (hall: Hall, is: (ticket: HallTicket) => boolean): boolean => [...hall.tickets.values()].some(is)

/** People in lines that no open counter would hold any more, or that would not be served again today. */
export function leftWaiting(hall: Hall, after: Catalogue, at: number): number {
  const before = catalogueOf(hall)
  const { day } = hall
  const isServed = (catalogue: Catalogue, service: string) =>
    day !== null && hoursOn(catalogue, { service }, day).some(({ to }) => to > at)
  const holdsOpen = (service: string) =>
    after.countersOfService(service).some((number) => hall.counters.get(number)?.state === 'open')
  let waiting = 0
  for (const service of hall.lines.keys()) {
    if (!before.services.has(service) || !after.services.has(service)) continue
    const losesCounters = openHolders(hall, service).length > 0 && !holdsOpen(service)
    const losesHours = isServed(before, service) && !isServed(after, service)
    if (!losesCounters && !losesHours) continue
    for (const { leg } of standingsOf(hall, service)) if (leg.state === 'waiting') waiting++
  }
  return waiting
}

/** Whom today a change touches: the lines of the services, booths and counters that differ. */
export function affectedBy(hall: Hall, after: Catalogue, changes: readonly SiteChange[]) {
  const before = catalogueOf(hall)
  const services = new Set<string>()
  const booths = new Set<string>()
  const counters = new Set<number>()
  const takeService = (code: string) => {
    services.add(code)
    for (const one of [before, after]) if (one.services.has(code)) booths.add(one.boothOfService(code).code)
  }
  const takeBooth = (code: string) => {
    booths.add(code)
    for (const one of [before, after]) {
      for (const service of one.servicesOfBooth(code)) services.add(service.code)
      for (const counter of one.countersOfBooth(code)) counters.add(counter.number)
    }
  }
  const take = (change: SiteChange) => {
    const [old, young] = [entryOf(before.site, change), entryOf(after.site, change)]
    if (isSame(old, young)) return
    if (change.kind === 'services') return takeService(change.code)
    if (change.kind === 'booths') return takeBooth(change.code)
    if (change.kind === 'counters') {
      counters.add(Number(change.code))
      for (const booth of boothsIn([old, young])) booths.add(booth)
      for (const code of changedServices(before, after, Number(change.code))) takeService(code)
    }
    for (const code of reachOf(before, after, change.kind, change.code, [old, young])) takeBooth(code)
    if (change.kind === 'exceptions') for (const code of scopesIn([old, young], 'service')) takeService(code)
  }
  for (const change of changes) take(change)

  const figures = { waiting: 0, serving: 0, held: 0 }
  for (const ticket of hall.tickets.values()) {
    for (const { service, state } of ticket.legs) {
      if (!services.has(service) || hasEnded(state)) continue
      if (state === 'waiting' || state === 'reserved') figures.waiting++
      else if (state === 'called' || state === 'serving') figures.serving++
      else if (state === 'held' || state === 'missed') figures.held++
    }
  }
  const sorted = <T>(set: Set<T>) => [...set].sort((a, b) => (a < b ? -1 : 1))
  return { ...figures, counters: sorted(counters), booths: sorted(booths), services: sorted(services) }
}

function changedServices(before: Catalogue, after: Catalogue, counter: number): string[] {
  const of = (catalogue: Catalogue) => (catalogue.counters.has(counter) ? catalogue.profileOf(counter).flat() : [])
  const [old, young] = [new Set(of(before)), new Set(of(after))]
  return [...new Set([...old, ...young])].filter((code) => old.has(code) !== young.has(code))
}

/** The booths that an entry of another kind is about. */
function reachOf(
  before: Catalogue,
  after: Catalogue,
  kind: SiteChange['kind'],
  code: string,
  entries: readonly unknown[],
): readonly string[] {
  const codes = (list: readonly { code: string }[]) => list.map((booth) => booth.code)
  const both = (of: (catalogue: Catalogue) => readonly { code: string }[]) => [
    ...new Set([...codes(of(before)), ...codes(of(after))]),
  ]
  switch (kind) {
    case 'agencies':
      return both((catalogue) => catalogue.boothsOfAgency(code))
    case 'zones':
      return both((catalogue) => catalogue.boothsOfZone(code))
    case 'holidays':
      return both((catalogue) => catalogue.site.booths)
    case 'site':
      return code === 'hours' || code === 'rules' ? both((catalogue) => catalogue.site.booths) : []
    case 'exceptions':
      return [
        ...scopesIn(entries, 'booth'),
        ...scopesIn(entries, 'agency').flatMap((agency) => both((catalogue) => catalogue.boothsOfAgency(agency))),
        ...(entries.some((entry) => entry && !partOf(entry, 'scope'))
          ? both((catalogue) => catalogue.site.booths)
          : []),
      ]
    default:
      return []
  }
}

const partOf = (entry: unknown, name: string): unknown =>
  typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>)[name] : undefined
const boothsIn = (entries: readonly unknown[]): string[] => entries.flatMap((entry) => text(partOf(entry, 'booth')))
const scopesIn = (entries: readonly unknown[], name: 'service' | 'booth' | 'agency'): string[] =>
  entries.flatMap((entry) => text(partOf(partOf(entry, 'scope'), name)))
const text = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])

/** What of an entry is the building's and not the agency's. */
const buildingParts: Partial<Record<EntryKind, readonly string[]>> = {
  booths: ['code', 'floor', 'zone', 'place', 'sign', 'prefix', 'agency'],
}
/** What of an entry is the agency's, where the rest is the building's. */
const agencyParts: Partial<Record<EntryKind, readonly string[]>> = {
  counters: ['profile', 'breaks'],
  agencies: ['schedule', 'slip'],
}

/** Whether a person may make these changes: the manager all, an agency's administrator what is their agency's. */
export function mayChange(site: SitePackage, changes: readonly SiteChange[], { role, agency }: Actor): boolean {
  if (role === 'manager' || role === 'hub') return true
  if (role !== 'agency-admin' || agency === undefined) return false
  const after = applyChanges(site, changes)
  return changes.every((change) => {
    const [old, young] = [entryOf(site, change), entryOf(after, change)]
    return isSame(old, young) || isOwnEntry(site, change.kind, old, young, agency)
  })
}

function isOwnEntry(
  site: SitePackage,
  kind: SiteChange['kind'],
  old: unknown,
  young: unknown,
  agency: string,
): boolean {
  const isOwn = (entry: unknown) => entry === null || agencyOf(site, kind, entry) === agency
  if (!isOwn(old) || !isOwn(young) || !namesOwnSystems(site, old, young, agency)) return false
  if (kind === 'services' || kind === 'exceptions') return true
  if (kind !== 'booths' && kind !== 'counters' && kind !== 'agencies') return false
  if (old === null || young === null) return false
  const parts = changedParts(old as object, young as object)
  if (parts.some((part) => buildingParts[kind]?.includes(part))) return false
  return parts.every((part) => agencyParts[kind]?.includes(part) ?? true) && holdsOwnOnly(site, old, young, agency)
}

/** A central system that other agencies need is not taken up, so that nobody shares in another's switch. */
function namesOwnSystems(site: SitePackage, old: unknown, young: unknown, agency: string): boolean {
  const systemsOf = (entry: unknown) => (partOf(entry, 'centralSystems') ?? []) as string[]
  const isOthers = (system: string) =>
    (['booths', 'services'] as const).some((kind) =>
      site[kind].some((entry) => systemsOf(entry).includes(system) && agencyOf(site, kind, entry) !== agency),
    )
  const known = new Set(systemsOf(old))
  return systemsOf(young).every((system) => known.has(system) || !isOthers(system))
}

/** A profile takes up services of its own agency only. */
function holdsOwnOnly(site: SitePackage, old: unknown, young: unknown, agency: string): boolean {
  const profileOf = (entry: unknown) => ((partOf(entry, 'profile') ?? []) as string[][]).flat()
  const known = new Set(profileOf(old))
  return profileOf(young).every((code) => {
    const service = site.services.find((one) => one.code === code)
    return known.has(code) || !service || agencyOf(site, 'services', service) === agency
  })
}

/** The agency whose an entry is; null where it is the building's. */
export function agencyOf(site: SitePackage, kind: SiteChange['kind'], entry: unknown): string | null {
  const ofBooth = (code: unknown) => site.booths.find((booth) => booth.code === code)?.agency ?? null
  const ofService = (code: unknown) => ofBooth(site.services.find((service) => service.code === code)?.booth)
  switch (kind) {
    case 'booths':
      return text(partOf(entry, 'agency'))[0] ?? null
    case 'counters':
    case 'services':
      return ofBooth(partOf(entry, 'booth'))
    case 'agencies':
      return text(partOf(entry, 'code'))[0] ?? null
    case 'exceptions': {
      const scope = partOf(entry, 'scope')
      if (partOf(scope, 'service') !== undefined) return ofService(partOf(scope, 'service'))
      if (partOf(scope, 'booth') !== undefined) return ofBooth(partOf(scope, 'booth'))
      return text(partOf(scope, 'agency'))[0] ?? null
    }
    default:
      return null
  }
}
