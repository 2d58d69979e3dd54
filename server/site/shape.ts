import type { z } from 'zod'
import { actTold, keyTold } from '../contract/keypad.ts'
import { type Text, yearsTold } from '../contract/site.ts'
import { type Finding, say } from './mistake.ts'

type Issue = z.core.$ZodIssue

const typeNames: Record<string, Text> = {
  string: say('teks', 'text'),
  number: say('angka', 'a number'),
  int: say('bilangan bulat', 'a whole number'),
  boolean: say('true atau false', 'true or false'),
  array: say('daftar [ ]', 'a list [ ]'),
  object: say('objek { }', 'an object { }'),
}

/** Forms of the contract, by their English message there. */
const forms: Record<string, string> = {
  'capital letters, digits and hyphens, at most 20': 'huruf besar, angka, dan tanda hubung, paling banyak 20',
  'small letters, digits and hyphens': 'huruf kecil, angka, dan tanda hubung',
  'a time of day as 08:00': 'jam seperti 08:00',
  'one or two capital letters, none of I, O, Q': 'satu atau dua huruf besar, tanpa I, O, Q',
  'two digits': 'dua angka',
  'the name of an ALSA device': 'nama perangkat ALSA',
  'a path that begins with /, as /dev/usb/lp0': 'alamat berkas yang diawali /, seperti /dev/usb/lp0',
  'four hexadecimal digits as 04b8': 'empat angka heksadesimal seperti 04b8',
  'the code of a device host, as PC-KIOS-1': 'kode PC perangkat, seperti PC-KIOS-1',
  'a PNG picture as base64': 'gambar PNG dalam base64',
  'the name of a file on the media shelf': 'nama berkas di rak media',
}

/** What the contract's schema says about a value, in words of both languages and every place of it. */
export function findShapeMistakes(issues: readonly Issue[], value: unknown): readonly Finding[] {
  const seen = new Set<string>()
  return issues.flatMap((issue) => {
    // A rule about a whole value is noise while its parts are wrong, and a second issue about one place too.
    if (issue.code === 'custom' && issues.some((other) => other !== issue && isWithin(issue, other))) return []
    return findingsOf(issue, value).filter((finding) => {
      const place = JSON.stringify(finding.path)
      if (seen.has(place)) return false
      seen.add(place)
      return true
    })
  })
}

function findingsOf(issue: Issue, root: unknown): Finding[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const name = String(path.at(-1) ?? '')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      rule: 'unknown-part',
      path: [...path, key],
      message: say(`Bagian "${key}" tidak dikenal`, `"${key}" is not a part of this format`),
    }))
  }
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && valueAt(root, path) === undefined) {
    return [{ rule: 'missing', path, message: say(`Bagian "${name}" belum ada`, `"${name}" is missing`) }]
  }
  const [rule, message] = judge(issue)
  return [{ rule, path, message }]
}

function judge(issue: Issue): [rule: string, message: Text] {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = typeNames[issue.expected] ?? say(issue.expected, issue.expected)
      return ['wrong-type', say(`Harus berupa ${wanted.id}`, `Must be ${wanted.en}`)]
    }
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value)).join(', ')
      return ['not-allowed', say(`Hanya boleh ${values}`, `Must be one of ${values}`)]
    }
    case 'invalid_format': {
      if (issue.format === 'date')
        return ['wrong-date', say('Harus tanggal seperti 2026-08-17', 'Must be a date as 2026-08-17')]
      const form = forms[issue.message]
      return ['wrong-form', say(`Harus ${form ?? 'sesuai bentuk yang diminta'}`, `Must be ${issue.message}`)]
    }
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'custom':
      if (issue.message === yearsTold)
        return ['wrong-date', say('Harus dalam tahun 1900 sampai 2999', 'Must be in the years 1900 to 2999')]
      if (issue.message === actTold)
        return [
          'wrong-act',
          say('Papan di tempat itu tidak mengenal tindakan ini', 'A pad in that place has no such act'),
        ]
      if (issue.message === keyTold)
        return ['kept-key', say('Tombol ini tetap milik papan ketik', 'This key stays with the keyboard')]
      return issue.message === 'must end on or after its first day'
        ? [
            'dates-backwards',
            say('Harus berakhir pada atau sesudah hari pertamanya', 'Must end on or after its first day'),
          ]
        : ['interval-backwards', say('Jam tutup harus sesudah jam buka', 'Must end after it begins')]
    case 'invalid_union':
      return ['wrong-value', say('Nilai ini tidak dapat diterima', 'This value cannot be accepted')]
    default:
      return ['wrong-value', say('Nilai ini tidak dapat diterima', issue.message)]
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): [string, Text] {
  if (origin === 'string') return ['too-short', say('Tidak boleh kosong', 'Must not be empty')]
  if (origin === 'array') return ['too-few', say(`Paling sedikit ${minimum} isian`, `At least ${minimum} entries`)]
  return inclusive
    ? ['too-small', say(`Paling kecil ${minimum}`, `Must be at least ${minimum}`)]
    : ['too-small', say(`Harus lebih dari ${minimum}`, `Must be more than ${minimum}`)]
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): [string, Text] {
  if (origin === 'string') return ['too-long', say(`Paling panjang ${maximum} huruf`, `At most ${maximum} characters`)]
  if (origin === 'array') return ['too-many', say(`Paling banyak ${maximum} isian`, `At most ${maximum} entries`)]
  return ['too-big', say(`Paling besar ${maximum}`, `Must be at most ${maximum}`)]
}

function isWithin(outer: Issue, inner: Issue): boolean {
  return outer.path.every((step, index) => inner.path[index] === step)
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    return (value as Record<string | number, unknown>)[step]
  }, root)
}
