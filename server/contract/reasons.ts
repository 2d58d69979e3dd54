import type { Text } from './site.ts'

/** Ready reasons of officers, desk and supervisors. The journal keeps the code; people read the words. */
export const reasons = {
  papers: { id: 'Berkas kurang', en: 'Papers missing' },
  copy: { id: 'Fotokopi', en: 'Photocopies' },
  payment: { id: 'Pembayaran', en: 'Payment' },
  'central-system': { id: 'Menunggu sistem pusat', en: 'Waiting for the central system' },
  errand: { id: 'Sebentar keluar', en: 'Stepped out' },
  prayer: { id: 'Salat', en: 'Prayer' },
  'friday-prayer': { id: 'Salat Jumat', en: 'Friday prayer' },
  meal: { id: 'Makan', en: 'Meal' },
  rest: { id: 'Istirahat singkat', en: 'Short rest' },
  meeting: { id: 'Rapat', en: 'Meeting' },
  duty: { id: 'Tugas lain', en: 'Other duty' },
  'at-desk': { id: 'Sudah berada di loket', en: 'Already at the counter' },
  'follow-up': { id: 'Melanjutkan urusan tadi', en: 'Continues the earlier matter' },
  'short-matter': { id: 'Urusan singkat', en: 'Short matter' },
  left: { id: 'Pengunjung pulang', en: 'Visitor went home' },
  mistaken: { id: 'Salah mengambil layanan', en: 'Took the wrong service' },
  'wrong-finish': { id: 'Selesai ditekan tidak sengaja', en: 'Finished by mistake' },
  'came-back': { id: 'Pengunjung datang kembali', en: 'The visitor came back' },
  vulnerable: { id: 'Pengunjung rentan', en: 'Vulnerable visitor' },
  'came-from-far': { id: 'Datang dari jauh', en: 'Came from far away' },
  'official-error': { id: 'Kesalahan petugas', en: 'A mistake of the staff' },
  'another-day': { id: 'Kembali lain hari', en: 'Comes back another day' },
  'counter-stopped': { id: 'Loket berhenti melayani', en: 'The counter stopped serving' },
  'return-here': { id: 'Dialihkan, kembali ke sini', en: 'Transferred, comes back here' },
  'paper-number': { id: 'Nomor kertas', en: 'Number on paper' },
  other: { id: 'Alasan lain', en: 'Another reason' },
} as const satisfies Record<string, Text>

const known: ReadonlyMap<string, Text> = new Map(Object.entries(reasons))
const codeOfWords = new Map(
  Object.entries(reasons).flatMap(([code, { id, en }]) => [
    [id.toLowerCase(), code],
    [en.toLowerCase(), code],
  ]),
)

/** A ready reason by its code or by its words in either language; null for people's own words. */
export const reasonCodeOf = (said: string): string | null =>
  known.has(said) ? said : (codeOfWords.get(said.trim().toLowerCase()) ?? null)

const remarkMark = 'remark:'
/** How the journal names a reason in somebody's own words, which are kept elsewhere and for a time. */
export const remarkCode = (id: string): string => `${remarkMark}${id}`
export const remarkOf = (recorded: string): string | null =>
  recorded.startsWith(remarkMark) ? recorded.slice(remarkMark.length) : null

/** A recorded reason for the public: ready words, never somebody's own. */
export const publicReason = (recorded: string): Text =>
  known.get(recorded) ?? (remarkOf(recorded) === null ? { id: recorded, en: recorded } : reasons.other)
