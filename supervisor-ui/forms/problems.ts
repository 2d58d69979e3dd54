import { actTold, keyTold } from '../../server/contract/keypad.ts'
import type { Messages } from '../../ui-kit/messages/create-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Issue, Schema } from './field.ts'
import type { Entry } from './path.ts'

/** What is wrong in one place of an entry, in the words of the screen. */
export interface Problem {
  readonly path: string
  readonly message: string
}

/** Everything that an entry's schema finds, as a person who fills the form would say it. */
export function problemsOf(schema: Schema, entry: Entry, { t }: Messages<ConsoleKey>): Problem[] {
  const result = schema.safeParse(entry)
  return (result.error?.issues ?? []).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: wordsOf(issue, t),
  }))
}

type Say = Messages<ConsoleKey>['t']

function wordsOf(issue: Issue, t: Say): string {
  if (issue.code === 'invalid_type')
    return t(issue.expected === 'number' || issue.expected === 'int' ? 'problem.number' : 'problem.missing')
  if (issue.code === 'too_small') return tooSmall(issue, t)
  if (issue.code === 'too_big') return tooBig(issue, t)
  if (issue.code === 'invalid_format') return badFormat(issue, t)
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return t('problem.choose')
  if (/end after it begins/.test(issue.message)) return t('problem.ends-before')
  if (/on or after its first day/.test(issue.message)) return t('problem.last-before-first')
  if (issue.message === actTold) return t('problem.pad-act')
  if (issue.message === keyTold) return t('problem.pad-key')
  if (issue.code === 'invalid_key') return t('problem.key-name')
  return issue.message
}

function tooSmall({ origin, minimum }: Issue, t: Say): string {
  const n = String(minimum)
  if (origin === 'string') return t('problem.missing')
  if (origin === 'array' || origin === 'set') return t('problem.few', { least: n })
  return t(minimum === 0 ? 'problem.above' : 'problem.small', { least: n })
}

function tooBig({ origin, maximum }: Issue, t: Say): string {
  const most = String(maximum)
  if (origin === 'string') return t('problem.long', { most })
  return t(origin === 'array' ? 'problem.many' : 'problem.big', { most })
}

/** The formats are told apart by what their schema says of them in English. */
function badFormat(issue: Issue, t: Say): string {
  const { message, format } = issue
  if (format === 'date') return t('problem.date')
  if (/time of day/.test(message)) return t('problem.time')
  if (/none of I, O, Q/.test(message)) return t('problem.prefix')
  if (/two digits/.test(message)) return t('problem.sign')
  if (/begins with \//.test(message)) return t('problem.path')
  if (/four hexadecimal/.test(message)) return t('problem.usb')
  if (/device host/.test(message)) return t('problem.host')
  return t('problem.code')
}
