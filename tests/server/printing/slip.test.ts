import { layOutSlip } from '../../../server/printing/slip.ts'
import type { SlipBlock, SlipContent } from '../../../server/printing/slip-blocks.ts'
import { journey, longest, sample } from './_slips.ts'

function blockOf<Kind extends SlipBlock['kind']>(content: SlipContent, kind: Kind) {
  return layOutSlip(content).find((block): block is Extract<SlipBlock, { kind: Kind }> => block.kind === kind)
}
const kinds = (content: SlipContent) => layOutSlip(content).map(({ kind }) => kind)

test('a slip in Indonesian says what the design says, top to bottom', () => {
  expect(layOutSlip(sample)).toEqual([
    { kind: 'weave', edge: 'top' },
    { kind: 'heading', lines: ['Mal Pelayanan Publik', 'Kabupaten Paser'] },
    { kind: 'number', caption: 'Nomor antrean Anda', letters: 'DK', digits: '050', size: 'large' },
    { kind: 'service', agency: 'Disdukcapil', service: 'Perekaman KTP-el baru' },
    { kind: 'way', invitation: 'Silakan menuju', place: 'Lantai 1, Gerai', sign: '03' },
    {
      kind: 'turn',
      expected: { caption: 'Perkiraan dipanggil', time: '10.00–10.20' },
      aheadText: '7 orang di depan Anda',
      ahead: 7,
      code: sample.url,
    },
    { kind: 'note', lines: ['Pindai untuk memantau giliran dari HP.', 'Boleh menunggu di mana saja.'] },
    { kind: 'checklist', title: 'Siapkan', items: sample.requirements, more: null },
    {
      kind: 'foot',
      issued: '14 Juli 2026, pukul 09.42 WITA, Kios 1',
      strong: 'Layanan ini gratis.',
      plain: 'Pengaduan di Gerai 24.',
    },
    { kind: 'weave', edge: 'bottom' },
  ])
})

test('the same slip in English', () => {
  const english = { ...sample, locale: 'en' } as const
  expect(blockOf(english, 'number')?.caption).toBe('Your queue number')
  expect(blockOf(english, 'way')).toMatchObject({ invitation: 'Please go to', place: 'Floor 1, booth' })
  expect(blockOf(english, 'turn')).toMatchObject({
    expected: { caption: 'Expected call' },
    aheadText: '7 people ahead of you',
  })
  expect(blockOf({ ...english, ahead: 1 }, 'turn')?.aheadText).toBe('1 person ahead of you')
  expect(blockOf({ ...english, ahead: 0 }, 'turn')?.aheadText).toBe('You are next')
  expect(blockOf(english, 'foot')?.issued).toBe('14 July 2026, 09.42 WITA, kiosk 1')
})

test('[R4.8] a booked visit says its time', () => {
  const booked = { ...sample, bookedAt: Date.parse('2026-07-14T10:00:00+08:00') }
  expect(blockOf(booked, 'note')?.lines[0]).toBe('Terdaftar pukul 10.00.')
  expect(blockOf({ ...booked, locale: 'en' }, 'note')?.lines[0]).toBe('Booked for 10.00.')
})

test('one slip for a visit of several booths: each in order, with its place', () => {
  expect(kinds({ ...sample, visits: [] })).not.toContain('visits')
  expect(blockOf(journey, 'visits')).toEqual({
    kind: 'visits',
    title: 'Urutan kunjungan Anda',
    booths: [
      { sign: '24', place: 'Lantai 1, Informasi, selesai', service: 'Informasi', done: true },
      { sign: '03', place: 'Lantai 1, Disdukcapil', service: 'Perekaman KTP-el baru', done: false },
      { sign: '11', place: 'Lantai 2, BPJS Kesehatan', service: 'Perubahan data peserta', done: false },
    ],
    note: 'Nomor ini berlaku di semua gerai itu. Urutannya dapat berubah.',
  })
  expect(blockOf({ ...journey, locale: 'en', orderMayChange: false }, 'visits')).toMatchObject({
    title: 'Your visit in order',
    note: 'This number is good at all of these booths.',
  })
})

test('[R7.1] no estimate is said in words, never as a guess', () => {
  expect(blockOf({ ...sample, estimate: null }, 'turn')?.expected?.time).toBe('Belum dapat diperkirakan')
  const soon = { fromAt: sample.takenAt, toAt: sample.takenAt + 60_000, minutes: [0, 1] } as const
  expect(blockOf({ ...sample, estimate: soon }, 'turn')?.expected?.time).toBe('Segera')
})

test('[R2.5] the date on the slip is the date of the site, on both sides of UTC midnight', () => {
  const at = (time: string) => blockOf({ ...sample, takenAt: Date.parse(`2026-07-14T${time}+08:00`) }, 'foot')?.issued
  expect(at('07:59:00')).toBe('14 Juli 2026, pukul 07.59 WITA, Kios 1')
  expect(at('08:01:00')).toBe('14 Juli 2026, pukul 08.01 WITA, Kios 1')
  expect(at('00:00:30')).toBe('14 Juli 2026, pukul 00.00 WITA, Kios 1')
})

test('[R4.11] priority is a diamond and a word, without a category', () => {
  expect(kinds(sample)).not.toContain('mark')
  expect(blockOf({ ...sample, priority: true }, 'mark')).toEqual({ kind: 'mark', text: 'Prioritas', diamond: true })
})

test('a reprint says so', () => {
  const marks = layOutSlip(longest).filter(({ kind }) => kind === 'mark')
  expect(marks.map((mark) => 'text' in mark && mark.text)).toEqual(['CETAK ULANG', 'Prioritas'])
})

test('the first three requirements, and how many more there are', () => {
  const list = blockOf(longest, 'checklist')
  expect(list?.items).toHaveLength(3)
  expect(list?.more).toBe('dan 4 lagi, lihat lewat kode QR')
  expect(kinds({ ...sample, requirements: [] })).not.toContain('checklist')
})

test('control bytes in any text from people are gone before a block exists', () => {
  const evil = 'A\x1b@\x1dV\x00B\u202e\u0085\r\n C\ud800'
  const content: SlipContent = {
    ...sample,
    site: { name: evil, place: evil },
    label: 'D\x1b-0\x0023',
    agency: evil,
    service: evil,
    sign: evil,
    kiosk: evil,
    zoneAbbreviation: evil,
    requirements: [{ text: evil, ready: false }],
    url: `http://x/t/${evil}`,
    complaintSign: evil,
  }
  expect(JSON.stringify(layOutSlip(content))).not.toMatch(/\\u00[01]|\\[rnbft]|\u0085|\u202e|\\ud800/)
  expect(blockOf(content, 'number')).toMatchObject({ letters: 'D', digits: '023' })
  expect(blockOf(content, 'service')?.agency).toBe('A@VB C')
})
