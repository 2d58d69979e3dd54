import type { Keypad } from '../../server/contract/keypad.ts'
import { type Weekly, weekdays } from '../../server/contract/site.ts'
import { isSame } from '../../server/contract/site-change.ts'
import { dateText, numberText } from '../../ui-kit/time-text.ts'
import { actWords } from '../keypads/act-words.ts'
import { type Field, isText, type Setting } from './field.ts'
import { type Entry, valueAt } from './path.ts'

/** One part of an entry before and after, in words. */
export interface Difference {
  readonly path: string
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What differs between two entries, field by field as their form shows them. */
export function differencesOf(fields: readonly Field[], before: Entry, after: Entry, setting: Setting): Difference[] {
  return fields.flatMap((field) => {
    const [was, is] = [valueAt(before, field.path), valueAt(after, field.path)]
    if (isSame(was, is)) return []
    const words = (value: unknown, owner: Entry) => wordsOf(field, value, setting, owner)
    const [past, next] = [words(was, before), words(is, after)]
    const isList = Array.isArray(was) && Array.isArray(is) && (field.kind === 'rows' || field.kind === 'words-list')
    const [shownPast, shownNext] = isList ? changedRows(field, was, is, setting) : [past, next]
    return [{ path: field.path, label: setting.messages.t(field.label), before: shownPast, after: shownNext }]
  })
}

/** Of two long lists only the rows that are not in both, unless they merely stand in another order. */
function changedRows(
  field: Field,
  was: readonly unknown[],
  is: readonly unknown[],
  setting: Setting,
): [string, string] {
  const lone = (rows: readonly unknown[], others: readonly unknown[]) =>
    rows.filter((row) => !others.some((other) => isSame(row, other)))
  const [gone, come] = [lone(was, is), lone(is, was)]
  const show = (rows: readonly unknown[]) => wordsOf(field, rows, setting, {})
  return gone.length + come.length === 0 ? [show(was), show(is)] : [show(gone), show(come)]
}

/** A value as a person would read it out; "tidak ada" where there is none. */
export function wordsOf(field: Field, value: unknown, setting: Setting, owner: Entry): string {
  const { t, locale, pick } = setting.messages
  const join = (values: unknown, word: (each: unknown) => string, comma = '; ') =>
    (Array.isArray(values) ? values : []).map(word).join(comma) || t('words.none')
  if (value === undefined || value === null || value === '') {
    if (field.kind === 'choice' && field.none) return t(field.none)
    if (field.kind === 'voice') return t('voice.bundled')
    return t(field.path === 'schedule' ? 'words.wider' : 'words.none')
  }
  switch (field.kind) {
    case 'words':
      return isText(value) ? pick(value) : t('words.none')
    case 'words-list':
      return join(value, (each) => (isText(each) ? pick(each) : ''))
    case 'tags':
      return join(value, String, ', ')
    case 'flag':
      return t(value ? 'words.yes' : 'words.no')
    case 'date':
      return dayWords(String(value), setting)
    case 'time':
      return String(value).replace(':', '.')
    case 'number':
      return `${typeof value === 'number' ? numberText(value, locale, Number.isInteger(value) ? 0 : 2) : value}${field.unit ? ` ${t(field.unit)}` : ''}`
    case 'weekly':
      return weeklyWords(value as Weekly, setting)
    case 'choice':
    case 'checks':
    case 'many':
    case 'steps': {
      const options = field.options(setting, owner)
      const word = (each: unknown) => options.find((option) => option.value === String(each))?.label ?? String(each)
      return Array.isArray(value) ? join(value, word) : word(value)
    }
    case 'after': {
      const options = field.options(setting, owner)
      const word = (code: string) => options.find((option) => option.value === code)?.label ?? code
      const needs = Object.entries(value as Readonly<Record<string, readonly string[]>>).filter(
        ([, codes]) => codes.length > 0,
      )
      return join(needs, (need) => {
        const [code, codes] = need as [string, readonly string[]]
        return `${t('steps.after', { name: word(code) })} ${codes.map(word).join(', ')}`
      })
    }
    case 'tiers': {
      const options = field.options(setting, owner)
      const word = (each: unknown) => options.find((option) => option.value === each)?.label ?? String(each)
      return join(value, (tier) => join(tier, word, ', '), ' | ')
    }
    case 'group':
      return partWords(field.fields, value, setting)
    case 'rows':
      return join(value, (row) => partWords(field.fields, row, setting))
    case 'logo':
      return t('slip.logo.words', { n: Math.floor((String(value).length * 3) / 4) })
    case 'place':
      return placeWords(value as Entry, setting)
    case 'scope': {
      const [reach, code] = Object.entries(value as Entry)[0] ?? []
      return reach === undefined ? t('scope.site') : `${t(`scope.${reach}` as 'scope.booth')} ${String(code)}`
    }
    case 'keys':
      return (
        Object.entries(value as Keypad['keys'])
          .filter(([, act]) => act !== 'none')
          .map(([key, act]) => `${key}: ${t(actWords[act as keyof typeof actWords])}`)
          .join('; ') || t('words.none')
      )
    default:
      return String(value)
  }
}

const partWords = (fields: readonly Field[], value: unknown, setting: Setting): string =>
  fields
    .filter(({ path }) => valueAt(value, path) !== undefined)
    .map(
      (field) =>
        `${setting.messages.t(field.label)} ${wordsOf(field, valueAt(value, field.path), setting, value as Entry)}`,
    )
    .join(', ')

function placeWords({ x, y, w, h, side }: Entry, { messages: { t } }: Setting): string {
  const size = w === undefined ? '' : `, ${w} × ${h}, ${t(`side.${String(side)}` as 'side.up')}`
  return `x ${x}, y ${y}${size}`
}

/** "Selasa, 14 Juli 2026" of a date as 2026-07-14. */
export const dayWords = (date: string, { messages }: Pick<Setting, 'messages'>): string =>
  /^\d{4}-\d\d-\d\d$/.test(date) ? dateText(`${date}T00:00:00Z`, 'UTC', messages.locale) : date

/** Days with the same hours together: "Senin–Kamis 08.00–15.00; Jumat 08.00–11.00". */
export function weeklyWords(weekly: Weekly, { messages: { t } }: Pick<Setting, 'messages'>): string {
  const hoursOf = (day: (typeof weekdays)[number]) =>
    (weekly[day] ?? []).map(({ from, to }) => `${from}\u2060–\u2060${to}`.replaceAll(':', '.')).join(', ')
  const runs: { first: string; last: string; hours: string }[] = []
  for (const day of weekdays) {
    const hours = hoursOf(day)
    const run = runs.at(-1)
    if (run?.hours === hours) run.last = t(`day.${day}`)
    else runs.push({ first: t(`day.${day}`), last: t(`day.${day}`), hours })
  }
  const open = runs.filter(({ hours }) => hours !== '')
  if (open.length === 0) return t('weekly.all-closed')
  return open.map(({ first, last, hours }) => `${first === last ? first : `${first}–${last}`} ${hours}`).join('; ')
}
