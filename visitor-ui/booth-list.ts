import type { ServiceWire } from '../server/contract/api.ts'

/** A booth as the services page lists it: its services that fit, and what holds for all of them. */
export interface BoothEntry {
  readonly code: string
  readonly sign: string
  readonly floor: number
  readonly agency: ServiceWire['agency']
  readonly services: readonly ServiceWire[]
  readonly waiting: number
  /** Minutes that cover the range of every open service; null when none has an estimate. */
  readonly minutes: readonly [from: number, to: number] | null
  /** Why no service of it gives numbers now; null while one does. */
  readonly refusal: ServiceWire['refusal']
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')

/** Every word of the query begins some word of the service's names, agency or search words. */
export function matches(service: ServiceWire, query: string): boolean {
  const { name, agency, keywords } = service
  const told = plain([name.id, name.en, agency.name.id, agency.name.en, agency.short, ...keywords].join(' '))
  const words = told.split(/[^\p{L}\p{N}]+/u)
  return plain(query)
    .split(/[^\p{L}\p{N}]+/u)
    .every((asked) => words.some((word) => word.startsWith(asked)))
}

/** The services that fit, under their booths, both in the order of the building. `category` null is every kind. */
export function listBooths(services: readonly ServiceWire[], query: string, category: string | null): BoothEntry[] {
  const groups = new Map<string, ServiceWire[]>()
  for (const service of services) {
    if (category !== null && service.category !== category) continue
    if (!matches(service, query)) continue
    const group = groups.get(service.booth.code)
    if (group) group.push(service)
    else groups.set(service.booth.code, [service])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [entryOf(first, group)] : []
  })
}

function entryOf({ booth, agency, refusal }: ServiceWire, services: readonly ServiceWire[]): BoothEntry {
  const ranges = services.flatMap(({ open, estimate }) => (open && estimate ? [estimate.minutes] : []))
  return {
    code: booth.code,
    sign: booth.sign,
    floor: booth.floor,
    agency,
    services,
    waiting: services.reduce((sum, { waiting }) => sum + waiting, 0),
    minutes:
      ranges.length === 0 ? null : [Math.min(...ranges.map(([from]) => from)), Math.max(...ranges.map(([, to]) => to))],
    refusal: services.some(({ open }) => open) ? null : refusal,
  }
}
