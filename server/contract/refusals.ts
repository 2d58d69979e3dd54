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
