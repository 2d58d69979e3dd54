import { type RefusalFacts, refusalText, refusalWords } from '../../ui-kit/refusal-words.ts'

const zone = 'Asia/Makassar'
const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-07-14T14:30')
const tomorrow = { opensAt: at('2026-07-15T08:00'), issuesFrom: at('2026-07-15T07:00') }
const message = { id: 'Nomor belum dapat diberikan.', en: 'No number can be given.' }
const told = (name: string, next: object, locale: 'id' | 'en' = 'id') =>
  refusalWords({ name, message, next } as RefusalFacts, now, zone, locale)

test.each([
  ['not-yet-open', { opensOn: '2026-08-01' }, 'Segera dibuka mulai Sabtu, 1 Agustus.', ''],
  [
    'closed-today',
    { reason: 'holiday', nameId: 'Hari Kemerdekaan', ...tomorrow },
    'Hari libur: Hari Kemerdekaan.',
    again(),
  ],
  ['closed-today', { reason: 'exception', nameId: 'Rapat', ...tomorrow }, 'Tutup hari ini: Rapat.', again()],
  ['closed-today', { reason: 'weekly', ...tomorrow }, 'Gerai ini tidak melayani hari ini.', again()],
  ['closed-now', { reason: 'over', ...tomorrow }, 'Pelayanan gerai ini hari ini sudah selesai.', again()],
  ['cut-off', { cutOffAt: at('2026-07-14T14:15'), ...tomorrow }, 'Pengambilan nomor ditutup pukul 14.15.', again()],
  ['quota-full', { quota: 20, left: 0, ...tomorrow }, 'Kuota hari ini habis.', again()],
  ['quota-full', { quota: 20, left: 2, ...tomorrow }, 'Kuota hari ini tinggal 2.', again()],
  ['system-down', { name: 'SIAK' }, 'Layanan dihentikan sementara: gangguan sistem pusat SIAK.', ''],
  ['already-holding', { label: 'D-023' }, 'Anda masih memiliki nomor aktif D-023 untuk layanan ini.', ''],
  ['building-paused', { until: at('2026-07-14T15:00') }, message.id, 'Diperkirakan mulai lagi pukul 15.00.'],
  ['something-new', {}, message.id, ''],
])('[R6.1] %s in words, with the next step: %j', (name, next, reason, step) => {
  expect(told(name, next)).toEqual({ reason, step })
  // English says as much.
  const english = told(name, next, 'en')
  expect(english.reason).not.toBe('')
  expect(english.step === '').toBe(step === '')
})

function again() {
  return 'Tersedia Rabu, 15 Juli, pukul 08.00.'
}

test('[R6.1] before the doors open: when the booth opens, and from when numbers are given', () => {
  const next = { reason: 'not-yet', opensAt: at('2026-07-14T16:00'), issuesFrom: at('2026-07-14T15:00') }
  expect(told('closed-now', next)).toEqual({
    reason: 'Gerai ini buka pukul 16.00.',
    step: 'Nomor dapat diambil mulai pukul 15.00.',
  })
})

test('both languages at once', () => {
  expect(refusalText({ name: 'quota-full', message, next: { left: 0, ...tomorrow } }, now, zone)).toEqual({
    id: 'Kuota hari ini habis. Tersedia Rabu, 15 Juli, pukul 08.00.',
    en: "Today's quota is used up. Available Wednesday, 15 July, 08.00.",
  })
})
