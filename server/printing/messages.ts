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
  /** The number stands in no line now. */
  readonly seeState: string
  readonly follow: string
  readonly anywhere: string
  readonly booked: (time: string) => string
  /** Where the visit leads afterwards. */
  readonly onward: (signs: readonly string[]) => string
  readonly bring: string
  readonly more: (count: number) => string
  readonly free: string
  readonly complaints: (sign: string) => string
  readonly months: readonly string[]
  readonly issued: (when: { date: string; time: string; kiosk: string | null }) => string
  readonly kiosk: (name: string) => string
  /** The slip of missing papers. */
  readonly missing: string
  readonly complete: string
  readonly keptUntil: string
  readonly keptToday: string
  readonly noNewNumber: string
  readonly backTo: string
  /** A number printed ahead for the day when kiosks fail; somebody writes the time on it. */
  readonly takenAt: string
  readonly listen: string
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
  seeState: 'Keadaan nomor ada di kode QR',
  follow: 'Pindai untuk memantau giliran dari HP.',
  anywhere: 'Boleh menunggu di mana saja.',
  booked: (time) => `Terdaftar pukul ${time}.`,
  onward: (signs) => `Setelah itu ke Gerai ${signs.join(', lalu ')}.`,
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
  missing: 'Berkas kurang',
  complete: 'Lengkapi dahulu',
  keptUntil: 'Nomor disimpan sampai',
  keptToday: 'Akhir layanan',
  noNewNumber: 'Tidak perlu nomor baru',
  backTo: 'Lalu kembali ke',
  takenAt: 'Diambil pukul ______ . ______',
  listen: 'Dengarkan panggilan atau lihat layar.',
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
  seeState: 'The QR code shows where it stands',
  follow: 'Scan to follow your turn on your phone.',
  anywhere: 'You may wait anywhere.',
  booked: (time) => `Booked for ${time}.`,
  onward: (signs) => `After that, booth ${signs.join(', then ')}.`,
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
  missing: 'Papers missing',
  complete: 'Please bring',
  keptUntil: 'Number kept until',
  keptToday: 'End of service',
  noNewNumber: 'No new number needed',
  backTo: 'Then come back to',
  takenAt: 'Taken at ______ . ______',
  listen: 'Listen for the call or watch the display.',
}

export const slipMessages: Readonly<Record<SlipLocale, SlipMessages>> = { id, en }
