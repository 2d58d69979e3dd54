import { useMemo } from 'react'
import type { DownSystem, Standstill } from '../../server/contract/standstill.ts'
import { createMessages } from '../messages/create-messages.ts'
import { timeText } from '../time-text.ts'
import { useMessages } from '../use-messages.ts'
import { standstillCatalogue } from './catalogue.ts'

/** The words of a standstill in the language of the screen. */
export function useStandstillWords() {
  const { locale } = useMessages()
  return useMemo(() => createMessages(locale, standstillCatalogue), [locale])
}
type Words = ReturnType<typeof useStandstillWords>

/** Why the whole building stands still, as a screen says it. */
export interface StillScene {
  readonly kind: 'pause' | 'closed'
  readonly title: string
  /** In one or two words; empty when the day is over. */
  readonly reason: string
  readonly lines: readonly string[]
}

const reasons = ['ceremony', 'fire-drill', 'power'] as const

/** Null while the building goes on. A day that is closed is no longer paused. */
export function stillScene({ pause, closed }: Standstill, { t }: Words, timeZone: string): StillScene | null {
  if (closed) return { kind: 'closed', title: t('closed.title'), reason: '', lines: [t('closed.thanks')] }
  if (!pause) return null
  const reason = reasons.find((one) => one === pause.reason) ?? 'other'
  const next = pause.until === null ? t('pause.later') : t('pause.until', { time: timeText(pause.until, timeZone) })
  const lines = [...(reason === 'fire-drill' ? [t('pause.follow')] : []), next, t('pause.kept')]
  return { kind: 'pause', title: t('pause.title'), reason: t(`pause.${reason}`), lines }
}

/** "Gerai 02, 05" of the booths that a system stops. */
export const boothsText = ({ booths }: Pick<DownSystem, 'booths'>, { t }: Words): string =>
  t('system.booths', { signs: booths.map(({ sign }) => sign).join(', ') })

/** "Disdukcapil" or "PN Tanah Grogot, PA Tanah Grogot". */
export const agenciesText = ({ booths }: Pick<DownSystem, 'booths'>): string =>
  [...new Set(booths.map(({ name }) => name))].join(', ')
