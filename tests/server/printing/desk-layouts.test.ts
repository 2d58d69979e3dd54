import { layOutMissing, layOutRollSlip } from '../../../server/printing/desk-layouts.ts'
import { defaultPaper, encodeSlip } from '../../../server/printing/encode-slip.ts'
import { layOutSlip } from '../../../server/printing/slip.ts'
import { wordsIn } from '../../../server/printing/slip-words.ts'
import { sample } from './_slips.ts'

const missing = {
  ...sample,
  missing: ['Kartu Keluarga', 'Surat nikah\u0007'],
  keepUntil: Date.parse('2026-07-14T11:30:00+08:00'),
}

test('the slip of missing papers names each, until when the number is kept, and where to come back', () => {
  const blocks = layOutMissing(missing)
  expect(blocks).toContainEqual({
    kind: 'number',
    caption: 'Nomor antrean Anda',
    letters: 'DK',
    digits: '050',
    size: 'large',
  })
  expect(blocks).toContainEqual({ kind: 'mark', text: 'Berkas kurang', diamond: false })
  expect(blocks.find(({ kind }) => kind === 'checklist')).toMatchObject({
    items: [
      { text: 'Kartu Keluarga', ready: false },
      { text: 'Surat nikah', ready: false },
    ],
    more: null,
  })
  expect(blocks.find(({ kind }) => kind === 'turn')).toMatchObject({ expected: { time: '11.30' }, code: sample.url })
  expect(blocks.find(({ kind }) => kind === 'way')).toMatchObject({ sign: '03' })
  expect(wordsIn(blocks)).toEqual(
    expect.arrayContaining(['Pindai untuk memantau giliran dari HP.', 'Pengaduan di Gerai 24.']),
  )
  expect(layOutMissing({ ...missing, keepUntil: null }).find(({ kind }) => kind === 'turn')).toMatchObject({
    expected: { time: 'Akhir layanan' },
  })
  expect(layOutMissing({ ...missing, locale: 'en' })).toContainEqual({
    kind: 'mark',
    text: 'Papers missing',
    diamond: false,
  })
})

test('a number printed ahead has no code and no estimate, and room for the time', () => {
  const blocks = layOutRollSlip({ ...sample, label: 'D-051' })
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'weave',
    'heading',
    'number',
    'service',
    'way',
    'note',
    'foot',
    'weave',
  ])
  expect(JSON.stringify(blocks)).toContain('Diambil pukul')
})

test('[R3.24] a slip printed again is marked, and tells of no line where the number stands in none', () => {
  const again = layOutSlip({ ...sample, reprint: true })
  expect(again).toContainEqual({ kind: 'mark', text: 'CETAK ULANG', diamond: false })
  const called = layOutSlip({ ...sample, reprint: true, ahead: null, estimate: null })
  expect(called.find(({ kind }) => kind === 'turn')).toMatchObject({
    aheadText: 'Keadaan nomor ada di kode QR',
    ahead: null,
  })
})

test.each(['raster', 'text'] as const)('both come out on paper, as %s', async (mode) => {
  for (const blocks of [layOutMissing(missing), layOutRollSlip(sample)])
    expect((await encodeSlip(blocks, { ...defaultPaper, mode })).length).toBeGreaterThan(200)
})
