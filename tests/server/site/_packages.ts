import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SitePackage } from '../../../server/contract/site.ts'
import type { Mistake } from '../../../server/site/mistake.ts'
import { readSitePackage } from '../../../server/site/validate.ts'

/** Loose enough to be spoiled in any way. */
// biome-ignore lint/suspicious/noExplicitAny: the tests write what the types forbid
export type Loose = any

export const paserText = readFileSync(join(__dirname, '../../../sites/paser.json'), 'utf8')
export const smallText = readFileSync(join(__dirname, '../../../sites/contoh-kecil.json'), 'utf8')

export function siteOf(text: string): SitePackage {
  const reading = readSitePackage(text)
  if ('mistakes' in reading) throw new Error(JSON.stringify(reading.mistakes, null, 2))
  return reading.site
}

export function mistakesOf(text: string): readonly Mistake[] {
  const reading = readSitePackage(text)
  return 'mistakes' in reading ? reading.mistakes : []
}

/** A package spoiled by one change, and its text. */
export function spoiled(text: string, change: (site: Loose) => unknown): { value: Loose; text: string } {
  const value: Loose = JSON.parse(text)
  change(value)
  return { value, text: JSON.stringify(value, null, 2) }
}

export type Spoiling = [
  name: string,
  rule: string,
  path: string,
  code: string | undefined,
  change: (site: Loose) => unknown,
]

const withCode = (list: Loose[], code: string): Loose => list.find((entry) => entry.code === code)
export const service = (site: Loose, code: string): Loose => withCode(site.services, code)
export const booth = (site: Loose, code: string): Loose => withCode(site.booths, code)
export const counter = (site: Loose, number: number): Loose => site.counters[number - 1]

/** The package of Paser with one change has one mistake, in its own place in the text. */
export function expectOneMistake([, rule, path, code, change]: Spoiling) {
  const { value, text } = spoiled(paserText, change)
  const mistakes = mistakesOf(text)
  expect(mistakes.map(({ message: _message, line: _line, column: _column, ...rest }) => rest)).toEqual([
    { rule, path, ...(code === undefined ? {} : { code }) },
  ])
  const mistake = mistakes[0]!
  expect(mistake.message.id).not.toBe(mistake.message.en)
  expect(mistake.message.id).not.toContain('bentuk yang diminta')
  const line = text.split('\n')[mistake.line - 1]!
  expect(line.slice(mistake.column - 1).replace(/,$/, '')).toBe(firstLineAt(value, path))
}

/** How the text goes on at a path: with its value, or with its owner when it is missing. */
function firstLineAt(root: Loose, path: string): string {
  const steps = path.match(/[^.[\]]+/g) ?? []
  const found = steps.reduce<Loose>((value, step) => value?.[step], root)
  if (found === undefined) return '{'
  if (typeof found !== 'object' || found === null) return JSON.stringify(found)
  if (Object.keys(found).length === 0) return Array.isArray(found) ? '[]' : '{}'
  return Array.isArray(found) ? '[' : '{'
}
