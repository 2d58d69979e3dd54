import type { VisitorTicketWire } from '../server/contract/api.ts'
import type { Messages } from '../ui-kit/messages/create-messages.ts'
import type { KitKey } from '../ui-kit/messages/kit.ts'

type Where = VisitorTicketWire['where']

/** "Loket 2" in the language of the page; null where the booth has one counter or none is calling. */
export function counterText({ counterLabel }: Where, { t }: Messages<KitKey>): string | null {
  const number = counterLabel && /\d+/.exec(counterLabel)?.[0]
  return number ? t('place.counter', { n: number }) : counterLabel
}
