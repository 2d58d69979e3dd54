import type { Language, Word } from '../../drivers/voices/voice.ts'

/** How the figures of a number are read: each apart, leading zeros apart and the rest as a value, or all as a value. */
export type Reading = 'digit' | 'mixed' | 'value'

const indonesianUnits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const

const englishSmall = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
  ...['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
] as const
const englishTens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const

/** The words of a whole number from 0 to 9999; the Indonesian spelling is that of KBBI (mpp.md §4.3). */
export function valueWords(value: number, language: Language): string[] {
  return language === 'id' ? indonesianValue(value) : englishValue(value)
}

/** The words of a written number such as `023`. Numbers above four figures are always read figure by figure. */
export function figureWords(figures: string, reading: Reading, language: Language): string[] {
  if (reading === 'digit' || figures.length > 4) return digitWords(figures, language)
  if (reading === 'value') return valueWords(Number(figures), language)
  const zeros = /^0*/.exec(figures)?.[0] ?? ''
  const rest = figures.slice(zeros.length)
  return [...digitWords(zeros, language), ...(rest ? valueWords(Number(rest), language) : [])]
}

/** A number as one word of a script. */
export function spellFigures(figures: string, reading: Reading, language: Language): Word {
  const clips = figureWords(figures, reading, language)
  return { text: joinNumber(clips), clips, figure: true }
}

/** How Indonesian calls the letters, A to Z (KBBI). */
export const letterNames = 'a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet'.split(
  ' ',
) as readonly string[]

/** A letter as one word of a script: written as itself, said by its name. */
export const spellLetter = (letter: string): Word => ({
  text: letter.toUpperCase(),
  clips: [`letter-${letter.toLowerCase()}`],
  figure: true,
})

const digitWords = (figures: string, language: Language): string[] =>
  [...figures].flatMap((figure) => valueWords(Number(figure), language))

function indonesianValue(value: number): string[] {
  const unit = indonesianUnits[value]
  if (unit) return [unit]
  if (value === 10) return ['sepuluh']
  if (value === 11) return ['sebelas']
  if (value < 20) return [...indonesianValue(value - 10), 'belas']
  if (value < 100) return [...indonesianValue(Math.floor(value / 10)), 'puluh', ...indonesianRest(value % 10)]
  if (value < 200) return ['seratus', ...indonesianRest(value - 100)]
  if (value < 1000) return [...indonesianValue(Math.floor(value / 100)), 'ratus', ...indonesianRest(value % 100)]
  if (value < 2000) return ['seribu', ...indonesianRest(value - 1000)]
  return [...indonesianValue(Math.floor(value / 1000)), 'ribu', ...indonesianRest(value % 1000)]
}

const indonesianRest = (value: number): string[] => (value === 0 ? [] : indonesianValue(value))

function englishValue(value: number): string[] {
  const small = englishSmall[value]
  if (small) return [small]
  if (value < 100) return [englishTens[Math.floor(value / 10) - 2] ?? '', ...englishRest(value % 10)]
  if (value < 1000) return [...englishValue(Math.floor(value / 100)), 'hundred', ...englishRest(value % 100)]
  return [...englishValue(Math.floor(value / 1000)), 'thousand', ...englishRest(value % 1000)]
}

const englishRest = (value: number): string[] => (value === 0 ? [] : englishValue(value))

/** English writes twenty-one with a hyphen; Indonesian has no such word. */
const joinNumber = (words: readonly string[]): string =>
  words.join(' ').replace(/(\w+ty) (one|two|three|four|five|six|seven|eight|nine)\b/g, '$1-$2')
