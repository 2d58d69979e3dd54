import type { Language, Script, Word } from '../../drivers/voices/voice.ts'
import { type Reading, spellFigures, spellLetter } from './spelling.ts'

/** What a sentence needs to know of a call. `call` counts from 1; `floor` is null where the building has only one. */
export type SpokenCall = {
  label: string
  sign: string
  counterInBooth: number | null
  floor: number | null
  counterNumber: number
  call: number
  english: boolean
  /** Numbers of the same booth that are called in the same sentence, each to its own counter. */
  others?: readonly { label: string; counterInBooth: number | null }[]
  /** The number and its place alone, in Indonesian (R5.2: only where the site wants it so). */
  isShort?: boolean
}

/** `booth`: the booth's sign and the counter in it; `building`: the building-wide counter number (glossary, counter). */
export type CounterNaming = 'booth' | 'building'

export type SentenceOptions = { reading?: Reading; counterNaming?: CounterNaming }

/** One language's sentence: as written in the log, and as the script of a voice; `instead` where the voice lacks a word. */
export type Sentence = Script & { text: string; instead?: Sentence }

const phrases = {
  id: {
    second: 'Panggilan kedua',
    last: 'Panggilan terakhir',
    number: 'Nomor antrean',
    go: 'Silakan menuju',
    booth: 'Gerai',
    counter: 'Loket',
    floor: 'Lantai',
    and: 'dan',
  },
  en: {
    second: 'Second call',
    last: 'Last call',
    number: 'Queue number',
    go: 'Please go to',
    booth: 'booth',
    counter: 'counter',
    floor: 'floor',
    and: 'and',
  },
} as const

type Groups = readonly (readonly Word[])[]

/** The sentences of a call in the order they are spoken: Indonesian, then English if the visitor chose it (§7.1, §7.3). */
export function writeSentences(call: SpokenCall, options: SentenceOptions = {}): Sentence[] {
  const languages: Language[] = call.english && !call.isShort ? ['id', 'en'] : ['id']
  return languages.map((language) => writeSentence(call, language, options))
}

function writeSentence(call: SpokenCall, language: Language, options: SentenceOptions): Sentence {
  const { reading = 'digit', counterNaming = 'booth' } = options
  const words = phrases[language]
  const { isShort = false, others = [] } = call
  const numbers = isShort ? spelled(call.label, reading, language) : numberGroups(call.label, reading, language)
  const statements: Groups[] = [
    ...(call.call === 1 || isShort ? [] : [[[phrase(call.call === 2 ? words.second : words.last)]]]),
    others.length === 0 ? numbers : numbersTogether(call, numbers, reading, language),
    placeGroups(call, counterNaming, language),
  ]
  const text = statements.map((groups) => `${groups.map(written).join(', ')}.`).join(' ')
  return { language, text, groups: statements.flat() }
}

/** "D, K, nol lima nol": the letters apart, the figures together. */
const spelled = (label: string, reading: Reading, language: Language): Groups =>
  (label.match(/[a-z]|\d+/gi) ?? []).map((part) => [
    /\d/.test(part) ? spellFigures(part, reading, language) : spellLetter(part),
  ])

/** "Nomor antrean D, K, nol lima nol". */
function numberGroups(label: string, reading: Reading, language: Language): Groups {
  const [first = [], ...rest] = spelled(label, reading, language)
  return [[phrase(phrases[language].number), ...first], ...rest]
}

/** "Nomor antrean D, nol nol satu, Loket satu, dan D, nol nol dua, Loket dua": who goes to which counter stays together. */
function numbersTogether(call: SpokenCall, first: Groups, reading: Reading, language: Language): Groups {
  const words = phrases[language]
  const atCounter = ({ counterInBooth }: { counterInBooth: number | null }): Groups =>
    counterInBooth === null ? [] : [[phrase(words.counter), ...placeWords(String(counterInBooth), language)]]
  const further = (call.others ?? []).flatMap((other) => {
    const [start = [], ...rest] = spelled(other.label, reading, language)
    return [[phrase(words.and), ...start], ...rest, ...atCounter(other)]
  })
  return [...first, ...atCounter(call), ...further]
}

function placeGroups(call: SpokenCall, naming: CounterNaming, language: Language): Groups {
  const words = phrases[language]
  const named = (name: string, value: string | number) => [phrase(name), ...placeWords(String(value), language)]
  const places =
    naming === 'building'
      ? [named(words.counter, call.counterNumber)]
      : [
          named(words.booth, call.sign),
          ...(call.counterInBooth === null || call.others?.length ? [] : [named(words.counter, call.counterInBooth)]),
        ]
  if (call.floor !== null) places.push(named(words.floor, call.floor))
  const [first = [], ...rest] = places
  return call.isShort ? places : [[phrase(words.go), ...first], ...rest]
}

/** Places are read as values whatever the reading of numbers: sign `02` is "dua". A letter in a sign is spelled. */
const placeWords = (sign: string, language: Language): Word[] =>
  (sign.match(/[a-z]|\d+/gi) ?? []).map((part) =>
    /\d/.test(part) ? spellFigures(part, 'value', language) : spellLetter(part),
  )

const phrase = (text: string): Word => ({
  text,
  clips: [text.toLowerCase().replaceAll(' ', '-')],
  figure: false,
})

const written = (group: readonly Word[]): string => group.map((word) => word.text).join(' ')
