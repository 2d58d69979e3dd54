import type { Text } from './site.ts'

/** Every refusal of the hall: a stable name for programs, a sentence for people. */
export const refusals = {
  'line-empty': { id: 'Tidak ada yang menunggu untuk loket ini.', en: 'Nobody is waiting for this counter.' },
  'counter-busy': {
    id: 'Loket ini masih memanggil atau melayani seseorang. Selesaikan dahulu.',
    en: 'This counter is still calling or serving someone. Finish that first.',
  },
  'counter-closed': {
    id: 'Loket ini belum dibuka. Buka loket dahulu.',
    en: 'This counter is not open. Open it first.',
  },
  'counter-taken': { id: 'Loket ini dipakai petugas lain.', en: 'Another officer is using this counter.' },
  'officer-elsewhere': {
    id: 'Anda masih membuka loket lain. Tutup loket itu dahulu.',
    en: 'You still have another counter open. Close that one first.',
  },
  'people-waiting': {
    id: 'Masih ada yang menunggu dan tidak ada loket lain yang buka untuk mereka.',
    en: 'People are still waiting and no other counter is open for them.',
  },
  'wrong-state': {
    id: 'Nomor ini sedang dalam keadaan lain, jadi langkah itu tidak bisa dilakukan.',
    en: 'This number is in another state, so that step is not possible.',
  },
  'not-served-here': {
    id: 'Loket ini tidak melayani layanan tersebut.',
    en: 'This counter does not serve that service.',
  },
  'recall-too-soon': { id: 'Baru saja dipanggil. Tunggu sebentar.', en: 'It was called a moment ago. Please wait.' },
  'recall-limit': {
    id: 'Sudah dipanggil sebanyak yang diizinkan. Tandai Terlewat bila tidak datang.',
    en: 'It has been called as often as allowed. Mark it missed if nobody comes.',
  },
  'reason-required': { id: 'Sebutkan alasannya.', en: 'Give the reason.' },
  'nothing-to-undo': { id: 'Tidak ada tindakan yang bisa diurungkan.', en: 'There is nothing to undo.' },
  'undo-too-late': { id: 'Waktu untuk mengurungkan sudah lewat.', en: 'The time to undo has passed.' },
  'already-deferred': { id: 'Nomor ini sudah pernah dimundurkan.', en: 'This number was already moved back once.' },
  'ticket-ended': { id: 'Nomor ini sudah berakhir.', en: 'This number has ended.' },
  'other-day': { id: 'Nomor ini berlaku pada hari lain.', en: 'This number belongs to another day.' },
  'not-yet-open': { id: 'Layanan ini segera dibuka.', en: 'This service opens soon.' },
  'closed-today': { id: 'Layanan ini tutup hari ini.', en: 'This service is closed today.' },
  'closed-now': { id: 'Pengambilan nomor di luar jam layanan.', en: 'Numbers are not given at this hour.' },
  'building-paused': {
    id: 'Pelayanan seluruh gedung dihentikan sementara. Urutan Anda tetap.',
    en: 'Service in the whole building is paused. Places in line are kept.',
  },
  'day-closed': { id: 'Pelayanan hari ini sudah ditutup.', en: 'Today has been closed.' },
  'cut-off': {
    id: 'Pengambilan nomor untuk layanan ini sudah ditutup hari ini.',
    en: 'Numbers for this service have ended for today.',
  },
  'quota-full': { id: 'Kuota layanan ini sudah habis.', en: 'The quota of this service is used up.' },
  'system-down': {
    id: 'Layanan dihentikan sementara karena gangguan sistem pusat.',
    en: 'The service has stopped because its central system is down.',
  },
  'already-holding': {
    id: 'Anda masih memiliki nomor aktif untuk layanan ini.',
    en: 'You still hold an active number for this service.',
  },
  'closing-soon': {
    id: 'Antrean tidak akan terlayani sebelum gerai tutup.',
    en: 'This line cannot be served before the booth closes.',
  },
  'override-refused': {
    id: 'Tanggal buka dan gangguan sistem pusat tidak dapat dikecualikan.',
    en: 'An opening date or a central system that is down cannot be overridden.',
  },
  'booking-too-early': { id: 'Belum waktunya lapor datang.', en: 'It is too early to check in.' },
  'booking-other-day': { id: 'Reservasi ini untuk hari lain.', en: 'This booking is for another day.' },
  'booking-ended': { id: 'Reservasi ini sudah dibatalkan.', en: 'This booking was cancelled.' },
  'slot-full': { id: 'Waktu itu sudah penuh.', en: 'That time is full.' },
  'no-such-slot': { id: 'Waktu itu tidak dapat dipesan.', en: 'That time cannot be booked.' },
  'number-taken': { id: 'Nomor itu sudah dipakai hari ini.', en: 'That number is already in use today.' },
  'outcome-required': {
    id: 'Pilih hasil layanan dahulu. Layanan ini mewajibkannya.',
    en: 'Choose the outcome first. This service asks for it.',
  },
  'unknown-outcome': { id: 'Hasil layanan itu tidak ada.', en: 'There is no such outcome.' },
  'other-line': {
    id: 'Layanan itu ada di antrean lain. Silakan ambil nomor di sana atau minta dialihkan.',
    en: 'That service is in another line. Take a number there or ask for a transfer.',
  },
  'changed-meanwhile': {
    id: 'Bagian ini baru saja diubah orang lain. Lihat dahulu perubahannya.',
    en: 'Somebody else has just changed this. Look at their change first.',
  },
  'still-in-use': {
    id: 'Masih ada nomor yang memakainya hari ini. Tetapkan perubahan mulai besok.',
    en: 'Numbers of today still use it. Let the change begin tomorrow.',
  },
  'help-needs-two': {
    id: 'Panggilan darurat berakhir setelah dua orang menanggapinya.',
    en: 'An emergency ends once two people have acknowledged it.',
  },
  'help-ended': { id: 'Panggilan bantuan itu sudah berakhir.', en: 'That call for help has ended.' },
  'hall-unavailable': {
    id: 'Catatan belum dapat disimpan. Tidak ada yang berubah, silakan coba lagi.',
    en: 'The record could not be saved. Nothing has changed, please try again.',
  },
} as const satisfies Record<string, Text>

export type RefusalName = keyof typeof refusals
export const refusalNames = Object.keys(refusals) as RefusalName[]

/** A refusal is a value; `next` says what would work, when that is known. */
export interface Refusal {
  readonly refused: RefusalName
  readonly next?: Readonly<Record<string, string | number | boolean | null>>
}
