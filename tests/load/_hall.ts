import { type Door, openDoor } from './_door.ts'

export interface Desk {
  readonly counter: number
  readonly zone: string
  /** What it serves first. */
  readonly services: readonly string[]
  readonly door: Door
}

interface Building {
  readonly services: readonly { code: string; booth: { code: string; zone: string } }[]
}
interface Demo {
  readonly booths: readonly { code: string; counters: number[] }[]
}

/** Every service of the building on the hub at this address. */
export async function readServiceCodes(url: string): Promise<string[]> {
  const door = openDoor(url)
  const { services } = await door.get<Building>('/api/services')
  door.close()
  return services.map(({ code }) => code)
}

/** Signs an officer in at the counters of the building, or of one zone, and opens them; no more than asked for. */
export async function openDesks(url: string, zone: string | null, most = Number.POSITIVE_INFINITY): Promise<Desk[]> {
  const door = openDoor(url)
  const { services } = await door.get<Building>('/api/services')
  const { booths } = await door.get<Demo>('/api/demo')
  const desks: Desk[] = []
  for (const { code, counters } of booths) {
    const held = services.filter(({ booth }) => booth.code === code)
    const place = held[0]?.booth.zone
    if (place === undefined || (zone !== null && place !== zone)) continue
    for (const counter of counters.slice(0, most - desks.length)) {
      const { token } = await door.post<{ token: string }>('/api/demo/session', { role: 'officer', counter })
      const desk = { counter, zone: place, services: held.map((one) => one.code), door: openDoor(url, token) }
      await desk.door.post(`/api/counters/${counter}/open`)
      desks.push(desk)
    }
  }
  door.close()
  return desks
}

/** The zone with the most counters: its displays have the most to show. */
export async function busiestZone(url: string): Promise<string> {
  const door = openDoor(url)
  const { services } = await door.get<Building>('/api/services')
  door.close()
  const zones = new Map<string, Set<string>>()
  for (const { booth } of services) zones.set(booth.zone, (zones.get(booth.zone) ?? new Set()).add(booth.code))
  const [zone] = [...zones].sort((a, b) => b[1].size - a[1].size)[0] ?? []
  if (zone === undefined) throw new Error('the building has no zone')
  return zone
}
