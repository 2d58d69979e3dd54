import { type Draft, leaves, member, numberIn, textIn } from './draft.ts'
import { type Finding, type Kind, kindNames, kinds, type Path, say, writePath } from './mistake.ts'

/** Which field of which list names an entry of which other list; a field may hold one name or (nested) lists of them. */
const references: readonly (readonly [from: Kind, field: string, to: Kind])[] = [
  ['zones', 'floor', 'floors'],
  ['kiosks', 'floor', 'floors'],
  ['kiosks', 'zone', 'zones'],
  ['booths', 'agency', 'agencies'],
  ['booths', 'floor', 'floors'],
  ['booths', 'zone', 'zones'],
  ['booths', 'centralSystems', 'centralSystems'],
  ['counters', 'booth', 'booths'],
  ['counters', 'profile', 'services'],
  ['services', 'booth', 'booths'],
  ['services', 'category', 'categories'],
  ['journeys', 'services', 'services'],
]

/** Names that lead nowhere, and names, prefixes and signs that are not unique or not in place. */
export function findReferenceMistakes(draft: Draft): readonly Finding[] {
  return [
    ...findDanglingNames(draft),
    ...findRepeatedNames(draft),
    ...findRepeatedPrefixes(draft),
    ...findMisplacedSigns(draft),
    ...findRepeatedMembers(draft),
  ]
}

function findDanglingNames(draft: Draft): Finding[] {
  return references.flatMap(([from, field, to]) => {
    const known = draft.keys(to)
    if (known === null) return []
    return (draft.list(from) ?? []).flatMap((entry) =>
      leaves(member(entry.value, field), [...entry.path, field]).flatMap(({ value, path }) => {
        if ((typeof value !== 'string' && typeof value !== 'number') || known.has(value)) return []
        const { id, en } = kinds[to]
        return [
          {
            rule: 'unknown-reference',
            path,
            message: say(`${id} "${value}" tidak ada`, `${en} "${value}" does not exist`),
          },
        ]
      }),
    )
  })
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

/** R2.6: the sign is the position in the package, so it is unique too. */
function findMisplacedSigns(draft: Draft): Finding[] {
  return (draft.list('booths') ?? []).flatMap(({ value, path }, index) => {
    const sign = textIn(value, 'sign')
    const wanted = String(index + 1).padStart(2, '0')
    if (sign === undefined || sign === wanted || wanted.length > 2) return []
    const message = say(
      `Papan gerai harus "${wanted}", sesuai urutannya dalam daftar`,
      `The booth's sign must be "${wanted}", its position in the list`,
    )
    return [{ rule: 'sign-out-of-place', path: [...path, 'sign'], message }]
  })
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
