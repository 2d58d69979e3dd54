/**
 * Makes the clip packs `voices/id` and `voices/en` with espeak-ng: `npx tsx scripts/make-clips.mjs`.
 * Needed only to change a pack; the product reads the clips. A recording of the same name may replace any clip.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clipLoudness, levelTo } from '../drivers/voices/level.ts'
import { trimSilence } from '../drivers/voices/trim.ts'
import { decodeWav, encodeWav } from '../drivers/voices/wav.ts'
import { letterNames, spellLetter } from '../server/announcing/spelling.ts'
import { listWords } from '../server/announcing/word-list.ts'
import { SitePackageSchema } from '../server/contract/site.ts'
import { root } from './root.mjs'

/** Words per minute asked of espeak-ng, so that whole sentences with their pauses come to about 110. */
const speed = { id: 158, en: 132 }
const voices = { id: 'id', en: 'en-gb' }

/** Spelled in the phonemes of espeak-ng where its Indonesian rules take the wrong e (KBBI: gêrai, lokét, êmpat, bêlas). */
const phonemes = {
  gerai: "g@R2'aI",
  loket: "l'okEt",
  empat: "@mp'at",
  enam: "@n'am",
  sebelas: "s@b@l'as",
  belas: "b@l'as",
  karena: "kaR2@n'a",
  dengan: "d@N'an",
  menit: "m@n'it",
  tetap: "t@t'ap",
  sistem: "s'istEm",
}

/** Names of letters that come out wrong as they are written. */
const letterPhonemes = { e: "_|'e", er: "'ER", eks: "'Eks", zet: "z'Et" }

const spelled = (text) =>
  text.replace(/\p{L}+/gu, (word) => (phonemes[word.toLowerCase()] ? `[[${phonemes[word.toLowerCase()]}]]` : word))

/** What espeak-ng is asked to say: a phrase in small letters, a statement as it is written, a letter by its name. */
function askedText({ language, clip, text }) {
  const letter = /^letter-(.)$/.exec(clip)?.[1]
  if (letter && language === 'en') return letter.toUpperCase()
  if (letter) {
    const name = letterNames[letter.charCodeAt(0) - 97]
    return letterPhonemes[name] ? `[[${letterPhonemes[name]}]]` : name
  }
  return language === 'id' ? spelled(clip.startsWith('notice-') ? text : text.toLowerCase()) : text.replace('’', "'")
}

/** Everything that any building may say, but for the names of its agencies. */
function allWords() {
  const package_ = SitePackageSchema.parse(JSON.parse(readFileSync(join(root, 'sites/paser.json'), 'utf8')))
  const site = { ...package_, site: { ...package_.site, numberReading: 'value' } }
  const letters = ['id', 'en'].flatMap((language) =>
    [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({ language, clip: spellLetter(letter).clips[0], text: letter })),
  )
  const words = listWords(site).filter(({ group }) => group !== 'agencies')
  return [...new Map([...words, ...letters].map((word) => [`${word.language}/${word.clip}`, word])).values()]
}

const words = allWords()
for (const [language, voice] of Object.entries(voices)) {
  const folder = join(root, 'voices', language)
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.wav'))) rmSync(join(folder, old))
  const own = words.filter((word) => word.language === language)
  let bytes = 0
  for (const word of own) {
    const said = execFileSync('espeak-ng', ['-v', voice, '-s', String(speed[language]), '--stdout', '--stdin'], {
      input: askedText(word),
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const wav = encodeWav(levelTo(trimSilence(decodeWav(said)), clipLoudness))
    writeFileSync(join(folder, `${word.clip}.wav`), wav)
    bytes += wav.length
  }
  console.log(`${language}: ${own.length} clips, ${Math.round(bytes / 1000)} kB`)
}
