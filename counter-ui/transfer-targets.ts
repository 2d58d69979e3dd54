import type { ServiceWire } from '../server/contract/api.ts'
import type { CounterSnapshot } from '../server/contract/live.ts'
import type { Messages } from '../ui-kit/messages/create-messages.ts'
import { counterName } from './counter-name.ts'
import type { CounterKey } from './messages.ts'

export interface TransferTarget {
  readonly id: string
  readonly to: { service: string } | { counter: number }
  readonly sign: string
  readonly floor: number
  readonly title: string
  readonly detail: string
  /** Everything that a search may find it by. */
  readonly words: string
  readonly waiting: number | null
  readonly minutes: readonly [number, number] | null
  readonly counterState: 'open' | 'break' | 'closed' | null
}

/** Where a number can be sent: the other counters of this booth first, then every service of the building. */
export function transferTargets(
  { counter, others }: CounterSnapshot,
  services: readonly ServiceWire[],
  { t, pick }: Messages<CounterKey | 'place.counter' | 'place.floor'>,
): TransferTarget[] {
  const { sign, floor, agency } = counter
  const counters = others.map((other): TransferTarget => {
    const title = counterName(other.label, other.number, t)
    return {
      id: `counter-${other.number}`,
      to: { counter: other.number },
      sign,
      floor,
      title,
      detail: agency,
      words: `${title} ${agency}`,
      waiting: null,
      minutes: null,
      counterState: other.state,
    }
  })
  const lines = services.map((service): TransferTarget => {
    const { booth, estimate, agency: owner } = service
    return {
      id: service.code,
      to: { service: service.code },
      sign: booth.sign,
      floor: booth.floor,
      title: owner.short,
      detail: `${pick(service.name)} · ${t('place.floor', { level: booth.floor })}`,
      words: [pick(service.name), pick(owner.name), owner.short, booth.sign, ...service.keywords].join(' '),
      waiting: service.waiting,
      minutes: estimate ? [estimate.minutes[0], estimate.minutes[1]] : null,
      counterState: null,
    }
  })
  return [...counters, ...lines]
}
