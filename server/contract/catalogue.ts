import type { Booth, CounterPlan, Service, SitePackage } from './site.ts'

type Agency = SitePackage['agencies'][number]
type Zone = SitePackage['zones'][number]
type Floor = SitePackage['floors'][number]
type Kiosk = SitePackage['kiosks'][number]
type Category = SitePackage['categories'][number]
type Journey = SitePackage['journeys'][number]
type CentralSystem = SitePackage['centralSystems'][number]

/**
 * The building as look-ups. Immutable: a changed building is a new catalogue.
 * Every map iterates in package order. The functions throw `RangeError` on a code the building does not have;
 * ask the map first where the code comes from outside.
 */
export type Catalogue = {
  readonly site: SitePackage
  readonly floors: ReadonlyMap<number, Floor>
  readonly zones: ReadonlyMap<string, Zone>
  readonly kiosks: ReadonlyMap<string, Kiosk>
  readonly categories: ReadonlyMap<string, Category>
  readonly centralSystems: ReadonlyMap<string, CentralSystem>
  readonly agencies: ReadonlyMap<string, Agency>
  readonly booths: ReadonlyMap<string, Booth>
  readonly services: ReadonlyMap<string, Service>
  readonly counters: ReadonlyMap<number, CounterPlan>
  readonly journeys: ReadonlyMap<string, Journey>
  /** Series prefix → the booth it belongs to (R2.2). */
  readonly boothOfPrefix: ReadonlyMap<string, string>

  readonly servicesOfBooth: (booth: string) => readonly Service[]
  readonly servicesOfCategory: (category: string) => readonly Service[]
  /** By counter number, ascending. */
  readonly countersOfBooth: (booth: string) => readonly CounterPlan[]
  readonly boothsOfZone: (zone: string) => readonly Booth[]
  readonly boothsOfAgency: (agency: string) => readonly Booth[]
  readonly kiosksOfZone: (zone: string) => readonly Kiosk[]

  readonly boothOfCounter: (counter: number) => Booth
  /** From 1, in the order of the counter numbers of its booth. */
  readonly counterInBooth: (counter: number) => number
  /** "2" of "Loket 2": the counter in the booth, or the building-wide number by site setting; null when the booth has one. */
  readonly counterLabel: (counter: number) => string | null
  /** R4.1: service codes in one or two tiers. */
  readonly profileOf: (counter: number) => readonly (readonly string[])[]
  /** 1 or 2; null when the counter does not hold the service. */
  readonly tierOf: (counter: number, service: string) => 1 | 2 | null
  /** Numbers of the counters that hold the service in either tier, ascending. */
  readonly countersOfService: (service: string) => readonly number[]

  readonly boothOfService: (service: string) => Booth
  readonly agencyOfBooth: (booth: string) => Agency
  readonly agencyOfService: (service: string) => Agency
  readonly zoneOfBooth: (booth: string) => Zone
  readonly floorOfBooth: (booth: string) => Floor
  /** Those that need it: by their own list, or by their booth's. */
  readonly servicesOfSystem: (system: string) => readonly Service[]
  /** R2.2: the service's own prefix, or its booth's. */
  readonly prefixOf: (service: string) => string
  /** Whether going from one booth to the other changes the floor. */
  readonly otherFloor: (fromBooth: string, toBooth: string) => boolean
}

/** Compiles a package that `server/site` found without mistakes; throws `RangeError` on a reference to nothing. */
export function compileSite(site: SitePackage): Catalogue {
  const floors = keyed(site.floors, (floor) => floor.level)
  const zones = keyed(site.zones, (zone) => zone.code)
  const kiosks = keyed(site.kiosks, (kiosk) => kiosk.code)
  const categories = keyed(site.categories, (category) => category.code)
  const centralSystems = keyed(site.centralSystems, (system) => system.code)
  const agencies = keyed(site.agencies, (agency) => agency.code)
  const booths = keyed(site.booths, (booth) => booth.code)
  const services = keyed(site.services, (service) => service.code)
  const counters = keyed(site.counters, (counter) => counter.number)
  const journeys = keyed(site.journeys, (journey) => journey.code)

  const servicesByBooth = grouped(site.services, (service) => service.booth)
  const servicesByCategory = grouped(site.services, (service) => service.category)
  const inNumberOrder = [...site.counters].sort((a, b) => a.number - b.number)
  const countersByBooth = grouped(inNumberOrder, (counter) => counter.booth)
  const boothsByZone = grouped(site.booths, (booth) => booth.zone)
  const boothsByAgency = grouped(site.booths, (booth) => booth.agency)
  const kiosksByZone = grouped(site.kiosks, (kiosk) => kiosk.zone)

  const systemsOf = ({ centralSystems: own, booth }: Service) => own ?? booths.get(booth)?.centralSystems ?? []
  const servicesBySystem = new Map(
    site.centralSystems.map(({ code }) => [code, site.services.filter((service) => systemsOf(service).includes(code))]),
  )

  const positions = new Map<number, number>()
  for (const list of countersByBooth.values())
    list.forEach((counter, index) => void positions.set(counter.number, index + 1))

  const profiles = new Map<number, readonly (readonly string[])[]>()
  const holders = new Map<string, number[]>()
  for (const counter of inNumberOrder) {
    const profile = counter.profile ?? [(servicesByBooth.get(counter.booth) ?? []).map((service) => service.code)]
    profiles.set(counter.number, profile)
    for (const service of new Set(profile.flat())) {
      const numbers = holders.get(service)
      if (numbers) numbers.push(counter.number)
      else holders.set(service, [counter.number])
    }
  }

  const boothOfPrefix = new Map<string, string>()
  for (const booth of site.booths) boothOfPrefix.set(booth.prefix, booth.code)
  for (const service of site.services) if (service.prefix) boothOfPrefix.set(service.prefix, service.booth)

  const boothOf = (code: string) => found(booths, code, 'booth')
  const serviceOf = (code: string) => found(services, code, 'service')
  const boothOfCounter = (number: number) => boothOf(found(counters, number, 'counter').booth)
  const agencyOfBooth = (booth: string) => found(agencies, boothOf(booth).agency, 'agency')

  return Object.freeze({
    site,
    floors,
    zones,
    kiosks,
    categories,
    centralSystems,
    agencies,
    booths,
    services,
    counters,
    journeys,
    boothOfPrefix,
    servicesOfBooth: (booth: string) => servicesByBooth.get(booth) ?? [],
    servicesOfCategory: (category: string) => servicesByCategory.get(category) ?? [],
    countersOfBooth: (booth: string) => countersByBooth.get(booth) ?? [],
    boothsOfZone: (zone: string) => boothsByZone.get(zone) ?? [],
    boothsOfAgency: (agency: string) => boothsByAgency.get(agency) ?? [],
    kiosksOfZone: (zone: string) => kiosksByZone.get(zone) ?? [],
    boothOfCounter,
    counterInBooth: (number: number) => found(positions, number, 'counter'),
    counterLabel: (number: number) => {
      const booth = boothOfCounter(number).code
      if ((countersByBooth.get(booth)?.length ?? 0) < 2) return null
      return String(site.site.counterNaming === 'building' ? number : found(positions, number, 'counter'))
    },
    profileOf: (number: number) => found(profiles, number, 'counter'),
    tierOf: (number: number, service: string) => {
      const tier = found(profiles, number, 'counter').findIndex((codes) => codes.includes(service))
      return tier === -1 ? null : tier === 0 ? 1 : 2
    },
    countersOfService: (service: string) => holders.get(service) ?? [],
    boothOfService: (service: string) => boothOf(serviceOf(service).booth),
    agencyOfBooth,
    agencyOfService: (service: string) => agencyOfBooth(serviceOf(service).booth),
    zoneOfBooth: (booth: string) => found(zones, boothOf(booth).zone, 'zone'),
    floorOfBooth: (booth: string) => found(floors, boothOf(booth).floor, 'floor'),
    servicesOfSystem: (system: string) => servicesBySystem.get(system) ?? [],
    prefixOf: (service: string) => serviceOf(service).prefix ?? boothOf(serviceOf(service).booth).prefix,
    otherFloor: (from: string, to: string) => boothOf(from).floor !== boothOf(to).floor,
  })
}

function keyed<K, V>(list: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, V> {
  return new Map(list.map((value) => [keyOf(value), value]))
}

function grouped<K, V>(list: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>()
  for (const value of list) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}

function found<K, V>(map: ReadonlyMap<K, V>, key: K, kind: string): V {
  const value = map.get(key)
  if (value === undefined) throw new RangeError(`no ${kind} ${String(key)} in this building`)
  return value
}
