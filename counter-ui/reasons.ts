import type { Messages } from '../ui-kit/messages/create-messages.ts'
import { type CounterKey, counterCatalogue } from './messages.ts'

type ReasonKey = Extract<CounterKey, `reason.${string}`>

/** Ready reasons of each dialog. */
export const holdReasons = ['reason.papers', 'reason.copy', 'reason.payment', 'reason.central-system'] as const
export const breakReasons = ['reason.rest', 'reason.prayer', 'reason.meal', 'reason.duty'] as const
export const callReasons = ['reason.at-desk', 'reason.follow-up', 'reason.short-matter'] as const
export const cancelReasons = ['reason.left', 'reason.mistaken'] as const

const known: readonly ReasonKey[] = [
  ...holdReasons,
  ...breakReasons,
  ...callReasons,
  ...cancelReasons,
  'reason.errand',
  'reason.counter-stopped',
  'reason.return-here',
]

/** What is recorded: reasons reach the public and the supervisor, so ready ones go out in the building's language. */
export function recordedReason(typed: string, messages: Messages<CounterKey>): string {
  const text = typed.trim()
  const key = known.find((each) => messages.t(each) === text)
  return key ? counterCatalogue.id[key] : text
}

/** A recorded reason in the language of the screen: the hall's own names and ready reasons are translated. */
export function reasonText(recorded: string, messages: Messages<CounterKey>): string {
  const key = known.find((each) => counterCatalogue.id[each] === recorded || each === `reason.${recorded}`)
  return key ? messages.t(key) : recorded
}
