import { type Draft, type Entry, leaves, listIn, member, numberIn, textIn } from './draft.ts'
import { type Finding, type Path, say } from './mistake.ts'

type Box = { x: number; y: number; w: number; h: number }
type Solid = { box: Box; path: Path; name: string; floor: number }

/** Two digits name a booth, so a building has no more of them. */
const boothsAtMost = 99

/** What does not fit the floors' maps, and booths, services and shares that cannot work. */
export function findPlanMistakes(draft: Draft): readonly Finding[] {
  return [...findOutsideMap(draft), ...findCollisions(draft), ...findIdle(draft), ...findShares(draft)]
}

function findOutsideMap(draft: Draft): Finding[] {
  const maps = new Map((draft.list('floors') ?? []).map(({ key, value }) => [key, member(value, 'map')]))
  const outside = (place: unknown, map: unknown, path: Path): Finding[] => {
    const width = numberIn(map, 'width')
    const height = numberIn(map, 'height')
    const x = numberIn(place, 'x')
    const y = numberIn(place, 'y')
    if (width === undefined || height === undefined || x === undefined || y === undefined) return []
    const w = numberIn(place, 'w') ?? 0
    const h = numberIn(place, 'h') ?? 0
    if (x >= 0 && y >= 0 && x + w <= width && y + h <= height) return []
    const message = say(`Di luar denah ${width} × ${height}`, `Outside the map of ${width} × ${height}`)
    return [{ rule: 'outside-map', path, message }]
  }
  const onFloor = (kind: 'booths' | 'kiosks', field: string) =>
    (draft.list(kind) ?? []).flatMap(({ value, path }) =>
      outside(member(value, field), maps.get(numberIn(value, 'floor')), [...path, field]),
    )
  const ofFloor = (draft.list('floors') ?? []).flatMap(({ value, path }) => {
    const map = member(value, 'map')
    const inside = [...path, 'map']
    return [
      ...['entrance', 'information'].flatMap((part) => outside(member(map, part), map, [...inside, part])),
      ...['seats', 'rooms'].flatMap((part) =>
        listIn(map, part).flatMap((box, index) => outside(box, map, [...inside, part, index])),
      ),
    ]
  })
  return [...ofFloor, ...onFloor('booths', 'place'), ...onFloor('kiosks', 'at')]
}

/** Booths that stand in each other or in a room; each is told once, against the first it meets. */
function findCollisions(draft: Draft): Finding[] {
  const booths = draft.list('booths') ?? []
  if (booths.length > boothsAtMost) {
    const message = say(`Paling banyak ${boothsAtMost} gerai`, `At most ${boothsAtMost} booths`)
    return [{ rule: 'too-many-booths', path: ['booths', boothsAtMost], message }]
  }
  const rooms = (draft.list('floors') ?? []).flatMap(({ value, path }) =>
    listIn(member(value, 'map'), 'rooms').flatMap((room, index) => {
      const name = textIn(room, 'kind') ?? ''
      return solid(room, [...path, 'map', 'rooms', index], name, numberIn(value, 'level'))
    }),
  )
  const standing: Solid[] = []
  return booths.flatMap(({ value, path, key }) => {
    const own = solid(member(value, 'place'), [...path, 'place'], String(key ?? ''), numberIn(value, 'floor'))[0]
    if (!own) return []
    const hit = [...rooms, ...standing].find((other) => other.floor === own.floor && overlaps(other.box, own.box))
    standing.push(own)
    if (!hit) return []
    return [
      { rule: 'overlap-on-map', path: own.path, message: say(`Bertumpuk dengan ${hit.name}`, `Stands in ${hit.name}`) },
    ]
  })
}

function solid(place: unknown, path: Path, name: string, floor: number | undefined): Solid[] {
  const [x, y, w, h] = [numberIn(place, 'x'), numberIn(place, 'y'), numberIn(place, 'w'), numberIn(place, 'h')]
  if (x === undefined || y === undefined || w === undefined || h === undefined || floor === undefined) return []
  return [{ box: { x, y, w, h }, path, name, floor }]
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** Booths without a counter or a service, and services that no counter may serve (R4.1). */
function findIdle(draft: Draft): Finding[] {
  const [booths, counters, services] = [draft.list('booths'), draft.list('counters'), draft.list('services')]
  if (!booths || !counters || !services) return []
  const staffed = namesIn(counters, 'booth')
  const offering = namesIn(services, 'booth')
  const whole = namesIn(
    counters.filter(({ value }) => member(value, 'profile') === undefined),
    'booth',
  )
  const profiled = new Set(
    counters.flatMap(({ value }) => leaves(member(value, 'profile'), []).map((leaf) => leaf.value)),
  )
  const known = draft.keys('booths')
  return [
    ...booths.flatMap(({ key, path }) => {
      if (key === undefined) return []
      const counterless = {
        rule: 'booth-without-counter',
        path,
        message: say('Gerai ini tidak punya loket', 'This booth has no counter'),
      }
      const empty = {
        rule: 'booth-without-service',
        path,
        message: say('Gerai ini tidak punya layanan', 'This booth has no service'),
      }
      return [...(staffed.has(key) ? [] : [counterless]), ...(offering.has(key) ? [] : [empty])]
    }),
    ...services.flatMap(({ key, value, path }) => {
      const booth = textIn(value, 'booth')
      if (key === undefined || booth === undefined || !known?.has(booth) || !staffed.has(booth)) return []
      if (whole.has(booth) || profiled.has(key)) return []
      const message = say('Tidak ada loket yang melayani layanan ini', 'No counter serves this service')
      return [{ rule: 'service-without-counter', path, message }]
    }),
  ]
}

function namesIn(entries: readonly Entry[], field: string): ReadonlySet<unknown> {
  return new Set(entries.map(({ value }) => textIn(value, field)))
}

/** Half a tenth of rounding is let pass. */
function findShares(draft: Draft): Finding[] {
  const total = (draft.list('booths') ?? []).reduce((sum, { value }) => sum + (numberIn(value, 'share') ?? 0), 0)
  if (total <= 100.05) return []
  const rounded = Math.round(total * 10) / 10
  const message = say(
    `Jumlah "share" semua gerai ${rounded}, lebih dari 100`,
    `The booths' shares add up to ${rounded}, over 100`,
  )
  return [{ rule: 'shares-over-100', path: ['booths'], message }]
}
