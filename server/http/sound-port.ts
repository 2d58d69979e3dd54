import type { AnnounceWish, Fate, Said, SoundReading } from '../contract/sound.ts'

/** Whoever is in charge of the hall's sound. `zones` undefined = all of the building. */
export interface SoundOffice {
  read(): Promise<SoundReading>
  /** Of the last 24 hours, latest first; null when there is no such zone. */
  fates(zone: string | null): Promise<Fate[] | null>
  /** Holds for the whole area of each zone; without minutes until resumed. False when a zone is not in the building. */
  pause(zones: readonly string[] | undefined, minutes: number | undefined): boolean
  resume(zones: readonly string[] | undefined): boolean
  announce(wish: AnnounceWish): Said | { unknown: 'zone' | 'announcement' }
  test(zone: string): Said | { unknown: 'zone' }
  withdraw(id: string): Said | { unknown: 'announcement' }
}
