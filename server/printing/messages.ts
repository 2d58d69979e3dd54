export type SlipLocale = 'id' | 'en'

/** The words of the slip. Times are written by the caller, with a dot. */
export interface SlipMessages {
  readonly yourNumber: string
  readonly priority: string
  readonly reprint: string
  readonly goTo: string
  readonly floorBooth: (floor: number) => string
  readonly expected: string
  readonly soon: string
  readonly noEstimate: string
  readonly ahead: (count: number) => string
  readonly next: string
  readonly follow: string
  readonly anywhere: string
  readonly bring: string
  readonly more: (count: number) => string
  readonly free: string
  readonly complaints: (sign: string) => string
  readonly months: readonly string[]
  readonly issued: (when: { date: string; time: string; kiosk: string | null }) => string
  readonly kiosk: (name: string) => string
}

const id: SlipMessages = {
  yourNumber: 'Nomor antrean Anda',
  priority: 'Prioritas',
  reprint: 'Cetak ulang',
  goTo: 'Silakan menuju',
  floorBooth: (floor) => `Lantai ${floor}, Gerai`,
  expected: 'Perkiraan dipanggil',
  soon: 'Segera',
  noEstimate: 'Belum dapat diperkirakan',
  ahead: (count) => `${count} orang di depan Anda`,
  next: 'Anda berikutnya',
  follow: 'Pindai untuk memantau giliran dari HP.',
  anywhere: 'Boleh menunggu di mana saja.',
  bring: 'Siapkan',
  more: (count) => `dan ${count} lagi, lihat lewat kode QR`,
  free: 'Layanan ini gratis.',
  complaints: (sign) => `Pengaduan di Gerai ${sign}.`,
  months: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  issued: ({ date, time, kiosk }) => [date, `pukul ${time}`, ...(kiosk ? [kiosk] : [])].join(', '),
  kiosk: (name) => `Kios ${name}`,
}

const en: SlipMessages = {
  yourNumber: 'Your queue number',
  priority: 'Priority',
  reprint: 'Reprint',
  goTo: 'Please go to',
  floorBooth: (floor) => `Floor ${floor}, booth`,
  expected: 'Expected call',
  soon: 'Soon',
  noEstimate: 'No estimate yet',
  ahead: (count) => `${count} ${count === 1 ? 'person' : 'people'} ahead of you`,
  next: 'You are next',
  follow: 'Scan to follow your turn on your phone.',
  anywhere: 'You may wait anywhere.',
  bring: 'Have ready',
  more: (count) => `and ${count} more, see the QR code`,
  free: 'This service is free.',
  complaints: (sign) => `Complaints: booth ${sign}.`,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  issued: ({ date, time, kiosk }) => [date, time, ...(kiosk ? [kiosk] : [])].join(', '),
  kiosk: (name) => `kiosk ${name}`,
}

export const slipMessages: Readonly<Record<SlipLocale, SlipMessages>> = { id, en }
