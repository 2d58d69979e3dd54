import type { Text } from '../contract/site.ts'
import { readRefusal } from '../readings/services.ts'
import type { Answered, Reply } from './operation.ts'

/** Everything that goes wrong at the door, in both languages. */
export const problems = {
  'bad-input': {
    id: 'Isian tidak dapat dibaca. Periksa bagian yang disebutkan.',
    en: 'The input could not be read. Check the fields named here.',
  },
  'not-json': { id: 'Badan permintaan bukan JSON yang sah.', en: 'The request body is not valid JSON.' },
  'key-reused': {
    id: 'Kunci ini sudah dipakai untuk permintaan lain.',
    en: 'This idempotency key was already used for another request.',
  },
  'not-signed-in': { id: 'Silakan masuk dahulu.', en: 'Please sign in first.' },
  'not-yours': { id: 'Anda tidak berhak melakukan ini.', en: 'You are not allowed to do this.' },
  'unknown-ticket': { id: 'Nomor itu tidak ditemukan.', en: 'There is no such number.' },
  'unknown-counter': { id: 'Loket itu tidak ada.', en: 'There is no such counter.' },
  'unknown-service': { id: 'Layanan itu tidak ada.', en: 'There is no such service.' },
  'unknown-kiosk': { id: 'Kios itu tidak ada.', en: 'There is no such kiosk.' },
  'unknown-booth': { id: 'Gerai itu tidak ada.', en: 'There is no such booth.' },
  'unknown-booking': { id: 'Reservasi itu tidak ditemukan.', en: 'There is no such booking.' },
  'unknown-journey': { id: 'Alur itu tidak ada.', en: 'There is no such journey.' },
  'unknown-system': { id: 'Sistem pusat itu tidak ada.', en: 'There is no such central system.' },
  'unknown-help': { id: 'Panggilan bantuan itu tidak ada.', en: 'There is no such call for help.' },
  'unknown-change': { id: 'Perubahan itu tidak ada.', en: 'There is no such change.' },
  'unknown-officer': { id: 'Petugas itu tidak ada.', en: 'There is no such officer.' },
  'unknown-shift': { id: 'Jadwal petugas itu tidak ada.', en: 'There is no such shift.' },
  'unknown-voice': { id: 'Paket suara itu tidak ada.', en: 'There is no such voice pack.' },
  'unknown-word': { id: 'Kata itu tidak ada dalam paket suara ini.', en: 'That word is not in this voice pack.' },
  'unknown-device': { id: 'Perangkat itu tidak ada.', en: 'There is no such device.' },
  'unknown-media': { id: 'Berkas itu tidak ada di rak media.', en: 'There is no such file on the media shelf.' },
  'bad-media': {
    id: 'Berkas ini tidak dapat ditayangkan. Pakai PNG, JPEG, WebP, MP4 (H.264), atau WebM (VP8, VP9).',
    en: 'Displays cannot show this file. Use PNG, JPEG, WebP, MP4 (H.264) or WebM (VP8, VP9).',
  },
  'media-in-use': {
    id: 'Berkas ini masih dipakai daftar tayang. Ubah daftar tayang dahulu.',
    en: 'The playlist still shows this file. Change the playlist first.',
  },
  'kiosk-locked': {
    id: 'Kios ini dikunci petugas. Silakan ambil nomor di kios lain atau di meja informasi.',
    en: 'Staff have locked this kiosk. Please take a number at another kiosk or at the information desk.',
  },
  'unknown-zone': { id: 'Zona itu tidak ada.', en: 'There is no such zone.' },
  'unknown-announcement': { id: 'Pengumuman itu tidak ada.', en: 'There is no such announcement.' },
  'unknown-plan': { id: 'Rencana itu tidak ada.', en: 'There is no such plan.' },
  'bad-site': {
    id: 'Data gedung masih salah. Tidak ada yang berubah.',
    en: 'The building would not be right. Nothing has changed.',
  },
  'unknown-page': { id: 'Alamat itu tidak ada.', en: 'There is nothing at this address.' },
  'too-large': { id: 'Permintaan terlalu besar.', en: 'The request is too large.' },
  'too-often': { id: 'Terlalu sering. Silakan tunggu sebentar.', en: 'Too often. Please wait a moment.' },
  'hub-fault': {
    id: 'Ada gangguan di hub. Silakan coba lagi; panggil petugas teknis bila berulang.',
    en: 'The hub has a fault. Please try again, and tell the technician if it happens again.',
  },
} as const satisfies Record<string, Text>
export type Problem = keyof typeof problems

export const problem = (
  status: number,
  name: Problem,
  fields?: readonly { path: string; message: string }[],
): Answered => ({
  status,
  body: { error: { name, message: problems[name], ...(fields ? { fields } : {}) } },
})

/** The one place where an outcome of the hall becomes a status and a body. */
export function answered(reply: Exclude<Reply, { text: string | Buffer }>, status = 200): Answered {
  if ('json' in reply) return { status: reply.status ?? status, body: reply.json }
  if ('answered' in reply) return reply.answered
  if ('mismatch' in reply) return problem(422, 'key-reused')
  const { outcome } = reply
  if ('refusal' in outcome) {
    return {
      status: outcome.refusal.refused === 'hall-unavailable' ? 503 : 409,
      body: { refusal: readRefusal(outcome.refusal) },
    }
  }
  if ('forbidden' in outcome) return problem(403, 'not-yours')
  return problem(404, `unknown-${outcome.unknown}`)
}
