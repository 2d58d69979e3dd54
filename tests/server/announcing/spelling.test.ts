import { figureWords, spellFigures, spellLetter, valueWords } from '../../../server/announcing/spelling.ts'

const upTo999 = Array.from({ length: 1000 }, (_, value) => value)
const units = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']

/** Understands Indonesian number words the way a listener does, knowing nothing of how they were made. */
function understand(words: readonly string[]): number {
  let [total, last] = [0, 0]
  for (const word of words) {
    if (units.includes(word)) last = units.indexOf(word)
    else if (word === 'belas') last += 10
    else if (word === 'sepuluh' || word === 'sebelas') last = word === 'sepuluh' ? 10 : 11
    else if (word === 'puluh') [total, last] = [total + last * 10, 0]
    else if (word === 'ratus') [total, last] = [total + last * 100, 0]
    else if (word === 'ribu') [total, last] = [(total + last) * 1000, 0]
    else if (word === 'seratus' || word === 'seribu') total += word === 'seratus' ? 100 : 1000
    else throw new Error(`not a number word: ${word}`)
  }
  return total + last
}

describe('Indonesian numbers', () => {
  test.each([
    [0, 'nol'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [110, 'seratus sepuluh'],
    [111, 'seratus sebelas'],
    [115, 'seratus lima belas'],
    [120, 'seratus dua puluh'],
    [200, 'dua ratus'],
    [211, 'dua ratus sebelas'],
    [305, 'tiga ratus lima'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1100, 'seribu seratus'],
    [2011, 'dua ribu sebelas'],
  ])('%i is %s', (value, spelled) => {
    expect(valueWords(value, 'id').join(' ')).toBe(spelled)
  })

  test('all of 0 to 9999 are understood as what they are', () => {
    for (let value = 0; value < 10_000; value++) expect(understand(valueWords(value, 'id'))).toBe(value)
  })

  test('0 to 999 take at most five words out of sixteen, and never "satu puluh", "satu belas" or "satu ratus"', () => {
    const spelled = upTo999.map((value) => valueWords(value, 'id'))
    expect(Math.max(...spelled.map((words) => words.length))).toBe(5)
    expect(new Set(spelled.flat()).size).toBe(16)
    expect(new Set(spelled.map(String)).size).toBe(1000)
    for (const words of spelled) expect(words.join(' ')).not.toMatch(/\bsatu (puluh|belas|ratus)\b|nol .|. nol/)
  })
})

describe('English numbers', () => {
  test.each([
    ['0', 'zero'],
    ['13', 'thirteen'],
    ['20', 'twenty'],
    ['32', 'thirty-two'],
    ['100', 'one hundred'],
    ['345', 'three hundred forty-five'],
    ['1019', 'one thousand nineteen'],
  ])('%s is %s', (figures, spelled) => {
    expect(spellFigures(figures, 'value', 'en').text).toBe(spelled)
  })

  test('0 to 9999 are all different and made of 30 words', () => {
    const spelled = Array.from({ length: 10_000 }, (_, value) => valueWords(value, 'en'))
    expect(new Set(spelled.map(String)).size).toBe(10_000)
    expect(new Set(spelled.flat())).toHaveProperty('size', 30)
    expect(spelled.flat()).not.toContain('')
  })
})

const smallWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tensWords = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Understands English number words the way a listener does. */
function understandEnglish(words: readonly string[]): number {
  let [total, part] = [0, 0]
  for (const word of words) {
    if (word === 'hundred') part *= 100
    else if (word === 'thousand') [total, part] = [total + part * 1000, 0]
    else if (smallWords.includes(word)) part += smallWords.indexOf(word)
    else if (tensWords.includes(word)) part += (tensWords.indexOf(word) + 2) * 10
    else throw new Error(`not a number word: ${word}`)
  }
  return total + part
}

test('a listener understands every written number from 0 to 9999, in every reading and both languages', () => {
  const listeners = { id: understand, en: understandEnglish }
  for (const language of ['id', 'en'] as const) {
    const zero = language === 'id' ? 'nol' : 'zero'
    const heardAs = (words: readonly string[]) => (words.length === 0 ? '' : String(listeners[language](words)))
    const misheard: string[] = []
    for (let value = 0; value < 10_000; value++) {
      const figures = String(value).padStart(3, '0')
      const mixed = figureWords(figures, 'mixed', language)
      const lead = mixed.findIndex((word) => word !== zero)
      const zeros = lead < 0 ? mixed.length : lead
      const heard = [
        heardAs(figureWords(figures, 'value', language)).padStart(3, '0'),
        '0'.repeat(zeros) + heardAs(mixed.slice(zeros)),
        figureWords(figures, 'digit', language)
          .map((word) => heardAs([word]))
          .join(''),
      ]
      if (heard.some((one) => one !== figures)) misheard.push(`${figures}: ${heard}`)
    }
    expect(misheard).toEqual([])
  }
})

describe('the three readings', () => {
  test.each([
    ['001', 'nol nol satu', 'nol nol satu', 'satu'],
    ['010', 'nol satu nol', 'nol sepuluh', 'sepuluh'],
    ['023', 'nol dua tiga', 'nol dua puluh tiga', 'dua puluh tiga'],
    ['123', 'satu dua tiga', 'seratus dua puluh tiga', 'seratus dua puluh tiga'],
    ['000', 'nol nol nol', 'nol nol nol', 'nol'],
    ['1000', 'satu nol nol nol', 'seribu', 'seribu'],
  ])('%s', (figures, digit, mixed, value) => {
    expect(figureWords(figures, 'digit', 'id').join(' ')).toBe(digit)
    expect(figureWords(figures, 'mixed', 'id').join(' ')).toBe(mixed)
    expect(figureWords(figures, 'value', 'id').join(' ')).toBe(value)
  })

  test('read figure by figure, every number gives its figures back, up to 9999', () => {
    for (let value = 0; value < 10_000; value++) {
      const figures = String(value).padStart(3, '0')
      const heard = figureWords(figures, 'digit', 'id').map((word) => units.indexOf(word))
      expect(heard.join('')).toBe(figures)
    }
  })

  test('a number too long for a value is read figure by figure', () => {
    expect(figureWords('12345', 'value', 'en').join(' ')).toBe('one two three four five')
  })
})

test('a letter is written as itself and said by its name', () => {
  expect(spellLetter('d')).toEqual({ text: 'D', clips: ['letter-d'], figure: true })
})
