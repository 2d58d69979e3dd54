import { mergeTemplates, type SlipTemplate, slipParts } from '../../../server/contract/site-slip.ts'
import { layOutMissing, layOutRollSlip } from '../../../server/printing/desk-layouts.ts'
import { defaultPaper, encodeSlip } from '../../../server/printing/encode-slip.ts'
import { layOutSlip } from '../../../server/printing/slip.ts'
import { wordsIn } from '../../../server/printing/slip-words.ts'
import { readEscpos } from './_decoder.ts'
import { sample } from './_slips.ts'

const saying = { id: 'Selamat datang', en: 'Welcome' }
const allHidden = Object.fromEntries(slipParts.map((part) => [part, 'hidden']))
const slipOf = (template: SlipTemplate) => layOutSlip({ ...sample, template })
const wordsOf = (template: SlipTemplate) => wordsIn(slipOf(template)).join(' | ')

test('a template that says nothing, or that everything is shown, is the slip as designed', () => {
  const shown = Object.fromEntries(slipParts.map((part) => [part, 'shown']))
  expect(slipOf({})).toEqual(layOutSlip(sample))
  expect(slipOf({ parts: shown, numberSize: 'large' })).toEqual(layOutSlip(sample))
})

test('lines of the head, greeting and closing stand where the form says, in the language of the slip', () => {
  const head = [
    { id: 'Imigrasi', en: 'Immigration' },
    { id: 'Kelas I', en: 'Class I' },
  ]
  const blocks = slipOf({ head, greeting: saying, closing: { id: 'Terima kasih', en: 'Thank you' } })
  expect(blocks.slice(1, 3)).toEqual([
    { kind: 'heading', lines: ['Imigrasi', 'Kelas I'] },
    { kind: 'saying', text: 'Selamat datang', strong: false },
  ])
  expect(blocks.at(-2)).toEqual({ kind: 'saying', text: 'Terima kasih', strong: false })
  expect(wordsIn(layOutSlip({ ...sample, template: { head, greeting: saying }, locale: 'en' }))).toEqual(
    expect.arrayContaining(['Immigration', 'Class I', 'Welcome']),
  )
})

test('whatever is left out: the number, the service, the place and how to follow the turn stay', () => {
  const words = wordsOf({ parts: allHidden })
  for (const kept of [
    'DK 050',
    'Disdukcapil',
    'Perekaman KTP-el baru',
    'Lantai 1, Gerai 03',
    'Pantau giliran',
    sample.url,
  ])
    expect(words).toContain(kept)
  for (const gone of ['Perkiraan dipanggil', 'Siapkan', '14 Juli', 'gratis', 'Pengaduan', 'Pindai'])
    expect(words).not.toContain(gone)
  expect(slipOf({ parts: allHidden }).map(({ kind }) => kind)).not.toContain('weave')
})

test.each([
  ['estimate', '10.00–10.20'],
  ['requirements', 'Siapkan'],
  ['issued', '14 Juli 2026'],
  ['free', 'gratis'],
  ['complaints', 'Pengaduan'],
] as const)('without %s nothing else goes', (part, words) => {
  const [all, less] = [wordsIn(slipOf({})), wordsIn(slipOf({ parts: { [part]: 'hidden' } }))]
  expect(all.some((line) => line.includes(words))).toBe(true)
  expect(less.some((line) => line.includes(words))).toBe(false)
  expect(all).toEqual(expect.arrayContaining(less))
})

test('the number is as large as the building wants it, drawn and in letters', async () => {
  const heights = []
  const scales = []
  for (const numberSize of ['large', 'medium', 'small'] as const) {
    const { items } = readEscpos(await encodeSlip(slipOf({ numberSize }), defaultPaper))
    heights.push(items.reduce((sum, item) => sum + (item.kind === 'picture' ? item.rows.length : 0), 0))
    const text = readEscpos(await encodeSlip(slipOf({ numberSize }), { ...defaultPaper, mode: 'text', qr: 'native' }))
    scales.push(text.items.flatMap((item) => (item.kind === 'text' && item.text === 'DK 050' ? [item.tall] : [])))
  }
  expect(heights).toEqual([heights[0], (heights[0] ?? 0) - 32, (heights[0] ?? 0) - 64])
  expect(scales).toEqual([[6], [4], [3]])
})

test('an agency’s parts win one by one over the building’s', () => {
  const building: SlipTemplate = { greeting: saying, numberSize: 'small', parts: { qr: 'hidden', free: 'hidden' } }
  expect(mergeTemplates(building, { numberSize: 'medium', parts: { qr: 'shown' } })).toEqual({
    greeting: saying,
    numberSize: 'medium',
    parts: { qr: 'shown', free: 'hidden' },
  })
  expect(mergeTemplates(building, undefined)).toEqual(building)
  expect(mergeTemplates(undefined, undefined)).toEqual({})
})

test('slips of missing papers and those printed ahead follow the template too', () => {
  const content = { ...sample, template: { greeting: saying, parts: allHidden }, missing: ['KK'], keepUntil: null }
  for (const blocks of [layOutMissing(content), layOutRollSlip(content)]) {
    expect(blocks.map(({ kind }) => kind)).not.toContain('weave')
    expect(wordsIn(blocks)).toEqual(expect.arrayContaining(['Selamat datang', 'DK 050']))
  }
  expect(wordsIn(layOutMissing(content))).toEqual(
    expect.arrayContaining([sample.url, 'KK', 'Lalu kembali ke Lantai 1, Gerai 03']),
  )
})

test('control bytes in a template reach no printer', async () => {
  const evil = { id: 'A\x1bp0\x1d\x00V', en: 'B' }
  const template = { head: [evil], greeting: evil, closing: evil }
  expect(JSON.stringify(slipOf(template))).not.toMatch(/\\u00[01]/)
  const { commands } = readEscpos(await encodeSlip(slipOf(template), { ...defaultPaper, mode: 'text', qr: 'native' }))
  expect(commands).not.toContain('ESC p')
})

test('a slip that the printer’s letters write says everything that the drawn one says', async () => {
  const blocks = slipOf({ greeting: saying })
  const { items } = readEscpos(await encodeSlip(blocks, { ...defaultPaper, mode: 'text', qr: 'native' }))
  const said = items.map((item) => (item.kind === 'text' ? item.text : item.kind === 'qr' ? item.text : '')).join(' ')
  for (const words of wordsIn(blocks)) expect(said).toContain(words.replaceAll('–', '-'))
  expect(said).toContain(sample.url)
})
