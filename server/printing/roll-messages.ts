import type { SlipLocale } from './messages.ts'

/** The switches of the virtual printer, by the names of its form fields. */
export type SwitchName = 'paperLow' | 'paperOut' | 'coverOpen' | 'offline' | 'slow'

/** The words of the paper-roll page. */
export interface RollMessages {
  readonly title: (kiosk: string) => string
  readonly demo: string
  readonly switches: string
  readonly switchNames: Readonly<Record<SwitchName, string>>
  readonly apply: string
  readonly roll: string
  readonly empty: string
  readonly slip: (number: string) => string
  readonly bytes: string
  readonly back: string
  readonly otherLanguage: string
}

export const rollMessages: Readonly<Record<SlipLocale, RollMessages>> = {
  id: {
    title: (kiosk) => `Printer virtual ${kiosk}`,
    demo: 'Mode peragaan. Yang tampil di sini adalah isi persis dari data yang dikirim ke printer.',
    switches: 'Keadaan printer',
    switchNames: {
      paperLow: 'Kertas hampir habis',
      paperOut: 'Kertas habis',
      coverOpen: 'Penutup terbuka',
      offline: 'Terputus',
      slow: 'Lambat',
    },
    apply: 'Terapkan keadaan',
    roll: 'Gulungan kertas, tiket terbaru di atas',
    empty: 'Belum ada tiket. Ambil nomor di kios, lalu tiketnya muncul di sini.',
    slip: (number) => `Tiket ${number}`,
    bytes: 'Data ESC/POS',
    back: 'Halaman awal',
    otherLanguage: 'English',
  },
  en: {
    title: (kiosk) => `Virtual printer ${kiosk}`,
    demo: 'Demo mode. What you see here is exactly the data that was sent to the printer.',
    switches: 'State of the printer',
    switchNames: {
      paperLow: 'Paper low',
      paperOut: 'Paper out',
      coverOpen: 'Cover open',
      offline: 'Offline',
      slow: 'Slow',
    },
    apply: 'Apply state',
    roll: 'Paper roll, newest slip on top',
    empty: 'No slips yet. Take a number at the kiosk and it appears here.',
    slip: (number) => `Slip ${number}`,
    bytes: 'ESC/POS data',
    back: 'Start page',
    otherLanguage: 'Bahasa Indonesia',
  },
}
