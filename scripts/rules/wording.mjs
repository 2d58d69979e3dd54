import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFiles } from './project-files.mjs'

/** Wrong word → right word, in Indonesian sentences that people see (KBBI, EYD, and the glossary of the rule book). */
const instead = {
  antri: 'antre',
  antrian: 'antrean',
  apotik: 'apotek',
  booth: 'gerai',
  cacat: 'disabilitas',
  counter: 'loket',
  customer: 'pengunjung',
  download: 'unduh',
  ijin: 'izin',
  kadaluarsa: 'kedaluwarsa',
  kadaluwarsa: 'kedaluwarsa',
  kwitansi: 'kuitansi',
  login: 'masuk',
  logout: 'keluar',
  mall: 'mal',
  manula: 'lansia',
  materai: 'meterai',
  nomer: 'nomor',
  pasien: 'pengunjung',
  perijinan: 'perizinan',
  praktek: 'praktik',
  resiko: 'risiko',
  scan: 'pindai',
  sholat: 'salat',
  silahkan: 'silakan',
  tenant: 'gerai',
  upload: 'unggah',
}

const catalogueFile = /(^|\/)messages(\/.+|[^/]*)\.ts$/

/** Reads the message catalogues: `id: { key: 'sentence' }`. No wrong word, and no exclamation mark in any language. */
export function wording(tree) {
  return projectFiles(tree, catalogueFile)
    .filter(isProduct)
    .flatMap((file) => {
      let language
      return readFileSync(join(tree, file), 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          language = /^\s*(id|en): \{/.exec(line)?.[1] ?? language
          return sentencesIn(line)
            .flatMap((sentence) => mistakesIn(sentence, language))
            .map((mistake) => `${file}:${index + 1} ${mistake}`)
        })
    })
}

const isProduct = (file) => !file.startsWith('tests/') && !file.startsWith('scripts/')

/** The quoted texts of a line that are not keys, without the names of their values. */
function sentencesIn(line) {
  const quoted = /(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`([^`]*)`)(\s*:)?/g
  return [...line.matchAll(quoted)]
    .filter(([, , , , colon]) => !colon)
    .map(([, single, double, template]) => (single ?? double ?? template).replace(/\$?\{[^}]*\}/g, ''))
}

function mistakesIn(sentence, language) {
  const exclaims = sentence.includes('!') ? [`"${sentence}": no exclamation mark`] : []
  if (language !== 'id') return exclaims
  const words = sentence.toLowerCase().match(/\p{L}+/gu) ?? []
  const wrong = words.filter((word) => Object.hasOwn(instead, word))
  return [...exclaims, ...wrong.map((word) => `"${sentence}": ${instead[word]}, not ${word}`)]
}
