import type { Catalogue } from '../contract/catalogue.ts'
import type { LoudspeakerView } from '../contract/devices.ts'
import type { Text } from '../contract/site.ts'
import type { AnnounceWish, Fate, Said, SoundReading } from '../contract/sound.ts'
import type { Arbiter, SoundRules } from './arbiter.ts'
import type { AnnouncementFate } from './call.ts'
import type { News } from './notice.ts'
import type { Pauses } from './pauses.ts'
import { createSaidBoard } from './said-board.ts'
import { writeShown } from './shown-text.ts'

interface OfficePorts {
  readonly catalogue: () => Catalogue
  readonly now: () => number
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly newId: () => string
  readonly arbiter: Pick<Arbiter, 'say' | 'state'>
  readonly rules: Pick<SoundRules, 'areaOf' | 'volumeOf'>
  readonly pauses: Pick<Pauses, 'of' | 'pause' | 'resume'>
  readonly loudspeakers: (waiting: (zone: string) => number) => readonly LoudspeakerView[]
  /** Fates since an instant, latest first; of one zone, or of all. */
  readonly fates: (since: number, zone: string | null, limit: number) => Promise<readonly AnnouncementFate[]>
  /** What stands on the displays of a zone has changed. */
  readonly onShown: (zone: string) => void
}

const fatesRead = { panel: 12, whole: 2000 }
const dayMs = 24 * 3_600_000
const minuteMs = 60_000

/** Whoever is in charge of the hall's sound: reads how it stands, silences it, has something announced. */
export function createSoundOffice(ports: OfficePorts) {
  const { catalogue, now, newId, arbiter, rules, pauses, onShown } = ports
  const board = createSaidBoard({ now, sleep: ports.sleep, onShown })

  const waitingIn = (zone: string): number =>
    arbiter.state().reduce((sum, { waiting, notices }) => {
      return sum + [...waiting, ...notices].filter((one) => one.zone === zone).length
    }, 0)
  const fates = async (zone: string | null, limit: number): Promise<Fate[]> => [
    ...(await ports.fates(now() - dayMs, zone, limit)),
  ]
  /** Null when one of them is not in the building. */
  const known = (zones: readonly string[] | undefined): readonly string[] | null => {
    const all = [...catalogue().zones.keys()]
    return zones === undefined ? all : zones.every((zone) => all.includes(zone)) ? zones : null
  }
  const areasOf = (zones: readonly string[]): ReadonlySet<string> => new Set(zones.map(rules.areaOf))

  const say = (kind: Said['kind'], news: News, text: Text, zones: readonly string[]): Said => {
    const said = board.add({ id: newId(), at: now(), kind, text, zones })
    for (const zone of zones) {
      arbiter.say({
        at: said.at,
        zone,
        news,
        isComposed: true,
        isWithdrawn: () => board.isWithdrawn(said.id),
        onEnd: (end) => board.settle(said.id, zone, end),
      })
    }
    return board.read(said.id) ?? said
  }

  const newsOf = ({ kind, minutes, floor, code }: AnnounceWish): News | null => {
    switch (kind) {
      case 'closing':
        return { kind, minutes }
      case 'lost-child':
        return { kind, floor: floor ?? null }
      case 'text': {
        const text = catalogue().site.site.announcements?.find((one) => one.code === code)?.text
        return text ? { kind, text } : null
      }
      default:
        return { kind }
    }
  }

  return {
    read: async (): Promise<SoundReading> => {
      const speakers = ports.loudspeakers(waitingIn)
      const areas = arbiter.state()
      const zones = [...catalogue().zones.values()].map(({ code: zone, name, floor }) => {
        const area = rules.areaOf(zone)
        const speaking = areas.flatMap((one) => one.speaking ?? []).find((one) => one.zone === zone)
        return {
          zone,
          name,
          floor,
          area,
          volume: rules.volumeOf(zone, false),
          pause: pauses.of(area),
          speaking: speaking ? { label: speaking.label, kind: speaking.kind } : null,
          waiting: waitingIn(zone),
          loudspeakers: speakers.filter((speaker) => speaker.zone === zone),
        }
      })
      return {
        now: now(),
        zones,
        texts: catalogue().site.site.announcements ?? [],
        said: board.list(),
        fates: await fates(null, fatesRead.panel),
      }
    },
    fates: async (zone: string | null): Promise<Fate[] | null> =>
      zone !== null && !catalogue().zones.has(zone) ? null : fates(zone, fatesRead.whole),
    /** False when a zone is not in the building. */
    pause: (zones: readonly string[] | undefined, minutes: number | undefined): boolean => {
      const asked = known(zones)
      const until = minutes === undefined ? null : now() + minutes * minuteMs
      for (const area of areasOf(asked ?? [])) pauses.pause(area, until)
      return asked !== null
    },
    resume: (zones: readonly string[] | undefined): boolean => {
      const asked = known(zones)
      for (const area of areasOf(asked ?? [])) pauses.resume(area)
      return asked !== null
    },
    announce: (wish: AnnounceWish): Said | { unknown: 'zone' | 'announcement' } => {
      const zones = known(wish.zones)
      if (!zones) return { unknown: 'zone' }
      const news = newsOf(wish)
      if (!news) return { unknown: 'announcement' }
      return say(wish.kind, news, writeShown(news), zones)
    },
    test: (zone: string): Said | { unknown: 'zone' } => {
      if (!catalogue().zones.has(zone)) return { unknown: 'zone' }
      return say('test', { kind: 'test' }, writeShown({ kind: 'test' }), [zone])
    },
    /** Takes it from the displays, and from the line where it still waits. */
    withdraw: (id: string): Said | { unknown: 'announcement' } => board.withdraw(id) ?? { unknown: 'announcement' },
    /** For the displays of a zone. */
    shownIn: board.shownIn,
    waitingIn,
    close: board.close,
  }
}
