import type { Catalogue } from './contract/catalogue.ts'
import type { DeviceAct, DeviceKind, EditDevice } from './contract/devices.ts'
import { type Weekly, weekdays } from './contract/site.ts'
import { weekdayOf } from './core/zone-time.ts'
import type { DeviceRow } from './store/devices.ts'

/** A field that is not named stays as it is. */
export const given = (body: EditDevice): Partial<DeviceRow> =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined))

export const actOfEdit = (before: DeviceRow, { isLocked }: DeviceRow): DeviceAct['act'] => {
  if (isLocked === before.isLocked) return 'changed'
  return isLocked ? 'locked' : 'unlocked'
}

export function isPlace(catalogue: Catalogue, kind: DeviceKind, place: string): boolean {
  switch (kind) {
    case 'kiosk':
      return catalogue.kiosks.has(place)
    case 'display':
      return catalogue.site.zones.some(({ code }) => code === place)
    case 'booth':
      return catalogue.booths.has(place)
    case 'counter':
      return /^[1-9]\d{0,5}$/.test(place) && catalogue.counters.has(Number(place))
    case 'host':
      return true
  }
}

/** Whether a wall clock of the building shows a time of these hours. */
export function isWithin(hours: Weekly, { date, time }: { date: string; time: string }): boolean {
  const day = weekdays[weekdayOf(date)]
  const minute = time.slice(0, 5)
  return (day ? (hours[day] ?? []) : []).some(({ from, to }) => from <= minute && minute < to)
}

/** What is wrong with a pairing, at its field. */
export const pairingMistakes = {
  code: {
    id: 'Kode itu tidak dikenal atau sudah lewat waktunya. Lihat kode yang sekarang tampil di perangkat.',
    en: 'That code is not known or has expired. Look at the code that the device shows now.',
  },
  host: {
    id: 'Kode itu milik komputer pencetak atau pengeras suara. Pilih jenis itu.',
    en: 'That code belongs to a printer or loudspeaker computer. Choose that kind.',
  },
  screen: {
    id: 'Kode itu milik sebuah layar. Pilih jenis layarnya.',
    en: 'That code belongs to a screen. Choose which kind of screen it is.',
  },
  place: { id: 'Tempat itu tidak ada di gedung ini.', en: 'There is no such place in this building.' },
  taken: {
    id: 'Tempat itu sudah dipasangi perangkat lain. Ganti atau lepaskan perangkat itu dahulu.',
    en: 'Another device is already paired there. Replace or forget that one first.',
  },
}
