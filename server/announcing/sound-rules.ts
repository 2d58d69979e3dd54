import { usualSound, usualSoundPolicy } from '../contract/site-sound.ts'
import type { LiveHall } from '../hall.ts'
import { wallClockOf } from '../readings/bookings.ts'
import type { SoundRules } from './arbiter.ts'
import type { Pauses } from './pauses.ts'

/** What the building says of its sound, as it is now. */
export function soundRulesOf(
  { told }: LiveHall,
  { now, pauses }: { now: () => number; pauses: Pick<Pauses, 'of'> },
): SoundRules {
  const soundOf = (zone: string) => told.catalogue?.zones.get(zone)?.sound ?? usualSound
  return {
    policy: () => told.catalogue?.site.site.sound ?? usualSoundPolicy,
    areaOf: (zone) => soundOf(zone).area ?? zone,
    volumeOf: (zone, regardless) => {
      const { volume, hours } = soundOf(zone)
      // An alarm is heard in a zone that is always silent, too.
      if (regardless) return volume === 0 ? 100 : volume
      const time = wallClockOf(told, now()).time.slice(0, 5)
      return hours.find(({ from, to }) => from <= time && time < to)?.volume ?? volume
    },
    isPaused: (area) => pauses.of(area) !== null,
    namesBooths: () => told.catalogue?.site.site.counterNaming !== 'building',
  }
}
