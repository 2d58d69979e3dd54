import type { Messages } from '../ui-kit/messages/create-messages.ts'
import type { KitKey } from '../ui-kit/messages/kit.ts'

/** "Loket 2" in the language of the screen; the hub sends the label as the building's plan has it. */
export function counterText({ label, number }: { label: string; number: number }, { t }: Messages<KitKey>): string {
  return t('place.counter', { n: /\d+/.exec(label)?.[0] ?? number })
}
