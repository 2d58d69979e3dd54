import { type Draft, type Entry, leaves, listIn, member, numberIn, textIn } from './draft.ts'
import { type Finding, type Kind, kindNames, kinds, type Path, say, writePath } from './mistake.ts'

/** Which field of which list names an entry of which other list; a field may hold one name or (nested) lists of them. */
const references: readonly (readonly [from: Kind, field: string, to: Kind])[] = [
  ['zones', 'floor', 'floors'],
  ['zones', 'shows', 'zones'],
  ['kiosks', 'floor', 'floors'],
  ['kiosks', 'zone', 'zones'],
  ['kiosks', 'nextPrinter', 'kiosks'],
  ['booths', 'agency', 'agencies'],
  ['booths', 'floor', 'floors'],
  ['booths', 'zone', 'zones'],
  ['booths', 'centralSystems', 'centralSystems'],
  ['counters', 'booth', 'booths'],
  ['counters', 'profile', 'services'],
  ['services', 'booth', 'booths'],
  ['services', 'category', 'categories'],
  ['services', 'centralSystems', 'centralSystems'],
  ['journeys', 'services', 'services'],
  ['playlist', 'zones', 'zones'],
]

/** Names that lead nowhere, and names, prefixes and signs that are not unique or not in place. */
export function findReferenceMistakes(draft: Draft): readonly Finding[] {
  return [
    ...findDanglingNames(draft),
    ...findDanglingScopes(draft),
    ...(draft.list('journeys') ?? []).flatMap(findTangledSteps),
    ...findRepeatedNames(draft),
    ...findRepeatedPrefixes(draft),
    ...findMisplacedSigns(draft),
    ...findOwnStandIns(draft),
    ...findRepeatedMembers(draft),
  ]
}

function findDanglingNames(draft: Draft): Finding[] {
  return references.flatMap(([from, field, to]) =>
    (draft.list(from) ?? []).flatMap((entry) =>
      leaves(member(entry.value, field), [...entry.path, field]).flatMap(({ value, path }) =>
        dangling(draft, to, value, path),
      ),
    ),
  )
}

/** R6.1: dated hours are those of a service, a booth, an agency, or of the whole building. */
function findDanglingScopes(draft: Draft): Finding[] {
  const kindOf = { service: 'services', booth: 'booths', agency: 'agencies' } as const
  return (draft.list('exceptions') ?? []).flatMap(({ value, path }) =>
    Object.entries(kindOf).flatMap(([part, kind]) =>
      dangling(draft, kind, member(member(value, 'scope'), part), [...path, 'scope', part]),
    ),
  )
}

function dangling(draft: Draft, to: Kind, value: unknown, path: Path): Finding[] {
  const known = draft.keys(to)
  if (known === null || (typeof value !== 'string' && typeof value !== 'number') || known.has(value)) return []
  const { id, en } = kinds[to]
  const message = say(`${id} "${value}" tidak ada`, `${en} "${value}" does not exist`)
  return [{ rule: 'unknown-reference', path, message }]
}

/** §3: what comes after what names steps of the journey itself, and never leads back to where it began. */
function findTangledSteps({ value, path }: Entry): Finding[] {
  const after = member(value, 'after')
  if (typeof after !== 'object' || after === null || Array.isArray(after)) return []
  const steps = new Set(listIn(value, 'services'))
  const strangers = Object.keys(after).flatMap((step) => {
    const place = [...path, 'after', step]
    const named = listIn(after, step).map((name, index) => ({ name, path: [...place, index] }))
    return [{ name: step, path: place }, ...named].filter(({ name }) => !steps.has(name))
  })
  if (strangers.length > 0) {
    const message = say('Bukan langkah alur ini', 'Is not a step of this journey')
    return strangers.map((one) => ({ rule: 'unknown-step', path: one.path, message }))
  }
  const free = new Set([...steps].filter((step) => typeof step !== 'string' || listIn(after, step).length === 0))
  for (let before = -1; before < free.size; ) {
    before = free.size
    for (const step of steps) if (listIn(after, String(step)).every((name) => free.has(name))) free.add(step)
  }
  if (free.size === steps.size) return []
  const message = say(
    'Langkah-langkah ini saling menunggu: tidak ada yang bisa dimulai',
    'These steps wait for each other: none of them can begin',
  )
  return [{ rule: 'journey-cycle', path: [...path, 'after'], message }]
}

function findRepeatedNames(draft: Draft): Finding[] {
  return kindNames.flatMap((kind) => {
    const first = new Map<string | number, Path>()
    return (draft.list(kind) ?? []).flatMap(({ key, path }) => {
      if (key === undefined) return []
      const earlier = first.get(key)
      if (earlier) return [taken(kinds[kind].id, kinds[kind].en, key, [...path, kinds[kind].key], earlier)]
      first.set(key, path)
      return []
    })
  })
}

/** R2.1 and R2.2: a prefix is a series, so no two booths or services share one. */
function findRepeatedPrefixes(draft: Draft): Finding[] {
  const first = new Map<string, Path>()
  return [...(draft.list('booths') ?? []), ...(draft.list('services') ?? [])].flatMap(({ value, path }) => {
    const prefix = textIn(value, 'prefix')
    if (prefix === undefined) return []
    const earlier = first.get(prefix)
    if (earlier) return [taken('Prefiks', 'Prefix', prefix, [...path, 'prefix'], earlier)]
    first.set(prefix, path)
    return []
  })
}

/** R2.6: the list follows the signs. A booth that is taken away leaves a gap, for nobody repaints the others. */
function findMisplacedSigns(draft: Draft): Finding[] {
  let last = 0
  return (draft.list('booths') ?? []).flatMap(({ value, path }) => {
    const sign = Number(textIn(value, 'sign') ?? Number.NaN)
    if (!Number.isInteger(sign)) return []
    const before = last
    last = Math.max(last, sign)
    if (sign > before) return []
    const wanted = String(before).padStart(2, '0')
    const message = say(
      `Papan gerai harus sesudah "${wanted}", sesuai urutannya dalam daftar`,
      `The booth's sign must come after "${wanted}", as its position in the list does`,
    )
    return [{ rule: 'sign-out-of-place', path: [...path, 'sign'], message }]
  })
}

/** A printer that stands in for itself stands in for nobody. */
function findOwnStandIns(draft: Draft): Finding[] {
  return (draft.list('kiosks') ?? []).flatMap(({ key, value, path }) =>
    key !== undefined && textIn(value, 'nextPrinter') === key
      ? [
          {
            rule: 'own-stand-in',
            path: [...path, 'nextPrinter'],
            message: say(
              'Pencetak pengganti harus milik kios lain',
              'The stand-in must be the printer of another kiosk',
            ),
          },
        ]
      : [],
  )
}

/** The same name twice in one list of names: a counter's profile over both tiers, a booth's central systems, a step after itself. */
function findRepeatedMembers(draft: Draft): Finding[] {
  const twice = (kind: Kind, field: string, rule: string, message: Finding['message'], nextOnly = false): Finding[] =>
    (draft.list(kind) ?? []).flatMap((entry) => {
      const all = leaves(member(entry.value, field), [...entry.path, field])
      return all.flatMap(({ value, path }, index) => {
        const before = nextOnly ? all.slice(Math.max(0, index - 1), index) : all.slice(0, index)
        return value !== undefined && before.some((other) => other.value === value) ? [{ rule, path, message }] : []
      })
    })
  return [
    ...twice(
      'counters',
      'profile',
      'repeated-in-profile',
      say('Layanan ini sudah ada dalam profil loket', 'The profile already holds this service'),
    ),
    ...twice(
      'booths',
      'centralSystems',
      'repeated-system',
      say('Sistem pusat ini sudah disebut', 'This central system is already named'),
    ),
    ...twice(
      'services',
      'centralSystems',
      'repeated-system',
      say('Sistem pusat ini sudah disebut', 'This central system is already named'),
    ),
    ...twice(
      'journeys',
      'services',
      'repeated-step',
      say('Langkah ini sama dengan langkah sebelumnya', 'This step is the same as the one before'),
      true,
    ),
    ...findZonesOnOtherFloor(draft),
  ]
}

function findZonesOnOtherFloor(draft: Draft): Finding[] {
  const floors = draft.keys('floors')
  const floorOf = new Map((draft.list('zones') ?? []).map(({ key, value }) => [key, numberIn(value, 'floor')]))
  return (['booths', 'kiosks'] as const).flatMap((kind) =>
    (draft.list(kind) ?? []).flatMap(({ value, path }) => {
      const zone = textIn(value, 'zone')
      const floor = numberIn(value, 'floor')
      const zoneFloor = floorOf.get(zone)
      if (floor === undefined || zoneFloor === undefined || floor === zoneFloor) return []
      if (!floors?.has(floor) || !floors.has(zoneFloor)) return []
      const message = say(`Zona "${zone}" ada di Lantai ${zoneFloor}`, `Zone "${zone}" is on floor ${zoneFloor}`)
      return [{ rule: 'zone-on-other-floor', path: [...path, 'zone'], message }]
    }),
  )
}

function taken(id: string, en: string, name: string | number, path: Path, earlier: Path): Finding {
  const where = writePath(earlier)
  return {
    rule: 'repeated-name',
    path,
    message: say(`${id} "${name}" sudah dipakai di ${where}`, `${en} "${name}" is already used at ${where}`),
  }
}
