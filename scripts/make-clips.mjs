/**
 * Makes the clip packs `voices/id` and `voices/en` with espeak-ng: `npx tsx scripts/make-clips.mjs`.
 * Needed only to change a pack; the product reads the clips. A recording of the same name may replace any clip.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clipLoudness, levelTo, trimSilence } from '../drivers/voices/loudness.ts'
import { decodeWav, encodeWav } from '../drivers/voices/wav.ts'
import { root } from './root.mjs'

/** Words per minute asked of espeak-ng, so that whole sentences with their pauses come to about 110. */
const speed = { id: 158, en: 132 }

/** Spelled in the phonemes of espeak-ng where its Indonesian rules take the wrong e (KBBI: gêrai, lokét, êmpat, bêlas). */
const indonesian = {
  'nomor-antrean': 'nomor antrean',
  'silakan-menuju': 'silakan menuju',
  gerai: "[[g@R2'aI]]",
  loket: "[[l'okEt]]",
  lantai: 'lantai',
  'panggilan-kedua': 'panggilan kedua',
  'panggilan-terakhir': 'panggilan terakhir',
  nol: 'nol',
  satu: 'satu',
  dua: 'dua',
  tiga: 'tiga',
  empat: "[[@mp'at]]",
  lima: 'lima',
  enam: "[[@n'am]]",
  tujuh: 'tujuh',
  delapan: 'delapan',
  sembilan: 'sembilan',
  sepuluh: 'sepuluh',
  sebelas: "[[s@b@l'as]]",
  belas: "[[b@l'as]]",
  puluh: 'puluh',
  seratus: 'seratus',
  ratus: 'ratus',
  seribu: 'seribu',
  ribu: 'ribu',
}

/** The names of the letters in KBBI, A to Z. */
const letterNames =
  "a be ce de [[_|'e]] ef ge ha i je ka el em en o pe ki [['ER]] es te u ve we [['Eks]] ye [[z'Et]]".split(' ')

const englishWords = [
  ...['queue number', 'please go to', 'booth', 'counter', 'floor', 'second call', 'last call'],
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(' '),
  ...'seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand'.split(' '),
]

const alphabet = [...'abcdefghijklmnopqrstuvwxyz']

const packs = {
  id: {
    voice: 'id',
    clips: { ...indonesian, ...Object.fromEntries(alphabet.map((a, at) => [`letter-${a}`, letterNames[at]])) },
  },
  en: {
    voice: 'en-gb',
    clips: {
      ...Object.fromEntries(englishWords.map((words) => [words.replaceAll(' ', '-'), words])),
      ...Object.fromEntries(alphabet.map((a) => [`letter-${a}`, a.toUpperCase()])),
    },
  },
}

for (const [language, { voice, clips }] of Object.entries(packs)) {
  const folder = join(root, 'voices', language)
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder).filter((name) => name.endsWith('.wav'))) rmSync(join(folder, old))
  let bytes = 0
  for (const [name, text] of Object.entries(clips)) {
    const said = execFileSync('espeak-ng', ['-v', voice, '-s', String(speed[language]), '--stdout', '--stdin'], {
      input: text,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const wav = encodeWav(levelTo(trimSilence(decodeWav(said)), clipLoudness))
    writeFileSync(join(folder, `${name}.wav`), wav)
    bytes += wav.length
  }
  console.log(`${language}: ${Object.keys(clips).length} clips, ${Math.round(bytes / 1000)} kB`)
}
