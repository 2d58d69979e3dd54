import { useMessages } from '../ui-kit/use-messages.ts'
import type { KeyName } from './keys.ts'
import type { CounterKey } from './messages.ts'

/** A key as it is printed on the keyboard. */
export function KeyCap({ name }: { name: KeyName }) {
  const { t } = useMessages<CounterKey>()
  return <kbd>{name === 'Space' ? t('key.space') : name}</kbd>
}
