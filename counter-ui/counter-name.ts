import type { Messages } from '../ui-kit/messages/create-messages.ts'

/** "Loket 2" in the language of the screen, from the plan's label ("2" or "Loket 2"); without one, by its number. */
export function counterName(label: string | null, number: number, t: Messages<'place.counter'>['t']): string {
  return t('place.counter', { n: /\d+/.exec(label ?? '')?.[0] ?? number })
}
