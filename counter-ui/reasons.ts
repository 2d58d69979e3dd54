import { reasonCodeOf, reasons } from '../server/contract/reasons.ts'
import type { Messages, Text } from '../ui-kit/messages/create-messages.ts'

/** Ready reasons of each dialog. */
export const holdReasons = ['papers', 'copy', 'payment', 'central-system'] as const
export const breakReasons = ['rest', 'prayer', 'friday-prayer', 'meal', 'meeting', 'duty'] as const
export const callReasons = ['at-desk', 'follow-up', 'short-matter'] as const
export const cancelReasons = ['left', 'mistaken'] as const
export const frontReasons = ['mistaken', 'vulnerable', 'official-error'] as const
export const restoreReasons = ['came-back', 'official-error'] as const
export const overrideReasons = ['vulnerable', 'came-from-far', 'official-error'] as const
export type ReasonCode = keyof typeof reasons

export const wordsOf = (code: ReasonCode): Text => reasons[code]

/** What is sent: the code of a ready reason in whichever language it was typed, else the officer's own words. */
export const recordedReason = (typed: string): string => reasonCodeOf(typed) ?? typed.trim()

/** A reason as the hub tells it, in the language of the screen; own words stay as they were written. */
export function reasonText(told: string, { pick }: Pick<Messages<never>, 'pick'>): string {
  const code = reasonCodeOf(told)
  return code ? pick(wordsOf(code as ReasonCode)) : told
}
