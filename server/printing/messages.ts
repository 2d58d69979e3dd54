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
  /** The number stands in no line now; `place` tells. */
  readonly seeState: (place: string) => string
  readonly byCode: string
  readonly byAddress: string
  readonly follow: string
  /** Before the written-out address, where the slip has no code. */
  readonly followAt: string
  readonly anywhere: string
  readonly booked: (time: string) => string
  /** A visit of several booths, with one number. */
  readonly visits: string
  readonly visitFloor: (floor: number) => string
  readonly visitDone: string
  readonly oneNumber: string
  readonly orderMayChange: string
  readonly bring: string
  /** `place`: where the rest is told. */
  readonly more: (count: number, place: string) => string
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
  reprint: 'CETAK ULANG',
  goTo: 'Silakan menuju',
  floorBooth: (floor) => `Lantai ${floor}, Gerai`,
  expected: 'Perkiraan dipanggil',
  soon: 'Segera',
  noEstimate: 'Belum dapat diperkirakan',
  ahead: (count) => `${count} orang di depan Anda`,
  next: 'Anda berikutnya',
  seeState: (place) => `Keadaan nomor ada di ${place}`,
  byCode: 'kode QR',
  byAddress: 'alamat di tiket ini',
  follow: 'Pindai untuk memantau giliran dari HP.',
  followAt: 'Pantau giliran dari HP di alamat ini:',
  anywhere: 'Boleh menunggu di mana saja.',
  booked: (time) => `Terdaftar pukul ${time}.`,
  visits: 'Urutan kunjungan Anda',
  visitFloor: (floor) => `Lantai ${floor}`,
  visitDone: 'selesai',
  oneNumber: 'Nomor ini berlaku di semua gerai itu.',
  orderMayChange: 'Urutannya dapat berubah.',
  bring: 'Siapkan',
  more: (count, place) => `dan ${count} lagi, lihat lewat ${place}`,
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
  reprint: 'REPRINT',
  goTo: 'Please go to',
  floorBooth: (floor) => `Floor ${floor}, booth`,
  expected: 'Expected call',
  soon: 'Soon',
  noEstimate: 'No estimate yet',
  ahead: (count) => `${count} ${count === 1 ? 'person' : 'people'} ahead of you`,
  next: 'You are next',
  seeState: (place) => `See ${place} for where it stands`,
  byCode: 'the QR code',
  byAddress: 'the address on this slip',
  follow: 'Scan to follow your turn on your phone.',
  followAt: 'Follow your turn on your phone at this address:',
  anywhere: 'You may wait anywhere.',
  booked: (time) => `Booked for ${time}.`,
  visits: 'Your visit in order',
  visitFloor: (floor) => `Floor ${floor}`,
  visitDone: 'done',
  oneNumber: 'This number is good at all of these booths.',
  orderMayChange: 'The order may change.',
  bring: 'Have ready',
  more: (count, place) => `and ${count} more, see ${place}`,
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
