import { readdirSync } from 'node:fs'
import { type SpokenCall, writeSentences } from '../../../server/announcing/sentence.ts'

const call: SpokenCall = {
  label: 'D-023',
  sign: '02',
  counterInBooth: 2,
  floor: 1,
  counterNumber: 5,
  call: 1,
  english: false,
}

const text = (change: Partial<SpokenCall>, options = {}) =>
  writeSentences({ ...call, ...change }, options).map((sentence) => sentence.text)

describe('the sentence of a call (design language §7.3)', () => {
  test('in Indonesian', () => {
    expect(text({})).toEqual(['Nomor antrean D, nol dua tiga. Silakan menuju Gerai dua, Loket dua, Lantai satu.'])
  })

  test('the letters of a prefix stand apart', () => {
    expect(text({ label: 'DK-050', sign: '03', counterInBooth: 3 })).toEqual([
      'Nomor antrean D, K, nol lima nol. Silakan menuju Gerai tiga, Loket tiga, Lantai satu.',
    ])
  })

  test('a booth with one counter names no counter, a building with one floor no floor', () => {
    expect(text({ counterInBooth: null, floor: null, sign: '12' })).toEqual([
      'Nomor antrean D, nol dua tiga. Silakan menuju Gerai dua belas.',
    ])
  })

  test('with building-wide counter numbers', () => {
    expect(text({ counterNumber: 32, floor: 2 }, { counterNaming: 'building' })).toEqual([
      'Nomor antrean D, nol dua tiga. Silakan menuju Loket tiga puluh dua, Lantai dua.',
    ])
  })

  test('the second and the last call say so first', () => {
    expect(text({ call: 2 })[0]).toMatch(/^Panggilan kedua\. Nomor antrean D, /)
    expect(text({ call: 3 })[0]).toMatch(/^Panggilan terakhir\. Nomor antrean D, /)
  })

  test('English follows the Indonesian, only for a visitor who chose it', () => {
    expect(text({ english: true, call: 2, sign: '21' })).toEqual([
      'Panggilan kedua. Nomor antrean D, nol dua tiga. Silakan menuju Gerai dua puluh satu, Loket dua, Lantai satu.',
      'Second call. Queue number D, zero two three. Please go to booth twenty-one, counter two, floor one.',
    ])
  })

  test.each([
    ['mixed', 'Nomor antrean D, nol dua puluh tiga.'],
    ['value', 'Nomor antrean D, dua puluh tiga.'],
  ])('read as %s', (reading, number) => {
    expect(text({}, { reading })[0]).toContain(number)
  })

  test('a sign with a letter in it is spelled', () => {
    expect(text({ sign: 'B3' })[0]).toContain('Gerai B tiga,')
  })

  test('groups are where the commas and full stops are', () => {
    const [sentence] = writeSentences(call)
    expect(sentence?.groups.map((group) => group.map((word) => word.text).join(' '))).toEqual([
      'Nomor antrean D',
      'nol dua tiga',
      'Silakan menuju Gerai dua',
      'Loket dua',
      'Lantai satu',
    ])
  })
})

/** All 26 letters with all numbers 0 to 999, and 1000 to 9999 by one letter, in all three readings and both languages. */
test('every number of every series can be said with the clips that are shipped', () => {
  const shipped = { id: new Set(readdirSync('voices/id')), en: new Set(readdirSync('voices/en')) }
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const labels = [
    ...letters.flatMap((letter) => Array.from({ length: 1000 }, (_, n) => `${letter}-${String(n).padStart(3, '0')}`)),
    ...Array.from({ length: 9000 }, (_, n) => `DK-${n + 1000}`),
  ]
  const unsaid = new Set<string>()
  for (const reading of ['digit', 'mixed', 'value'] as const) {
    const texts = new Set<string>()
    for (const [at, label] of labels.entries()) {
      const spoken = { ...call, label, sign: String(at % 100), call: (at % 3) + 1, english: true }
      const [indonesian, english] = writeSentences({ ...spoken, counterNumber: at % 1000 }, { reading })
      texts.add(`${indonesian?.text.match(/Nomor[^.]*/)?.[0]}`)
      for (const sentence of [indonesian, english]) {
        for (const clip of sentence?.groups.flat().flatMap((word) => word.clips) ?? []) {
          const { language = 'id' } = sentence ?? {}
          if (!shipped[language].has(`${clip}.wav`)) unsaid.add(`${language}/${clip}`)
        }
      }
    }
    expect(texts.size).toBe(labels.length)
  }
  expect([...unsaid]).toEqual([])
})
