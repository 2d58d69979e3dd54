import type { ServiceWire } from '../server/contract/api.ts'
import type { Messages } from '../ui-kit/messages/create-messages.ts'
import type { KitKey } from '../ui-kit/messages/kit.ts'

/** "20–35 menit", or why it cannot be said. */
export const waitText = ({ estimate }: Pick<ServiceWire, 'estimate'>, { t }: Messages<KitKey>): string =>
  estimate ? t('time.minutes', { a: estimate.minutes[0], b: estimate.minutes[1] }) : t('time.unknown')
