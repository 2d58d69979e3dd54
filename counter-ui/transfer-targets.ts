import type { ServiceWire } from '../server/contract/api.ts'
import type { CounterSnapshot } from '../server/contract/live.ts'
import type { Messages } from '../ui-kit/messages/create-messages.ts'
import { counterName } from './counter-name.ts'
import type { CounterKey } from './messages.ts'

export interface TransferTarget {
  readonly id: string
  readonly to: { service: string } | { booth: string } | { counter: number }
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

/** Where a number can be sent: the other counters of this booth, then every other booth, then every service. */
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
  return [...counters, ...boothTargets(counter.booth, services, { t, pick }), ...lines]
}

/** The booths of the building but this one, in the order of their services; whoever is sent there waits in its nearest line. */
function boothTargets(
  own: string,
  services: readonly ServiceWire[],
  { t, pick }: Pick<Messages<CounterKey | 'place.floor'>, 't' | 'pick'>,
): TransferTarget[] {
  const codes = new Set(services.map(({ booth }) => booth.code))
  codes.delete(own)
  return [...codes].flatMap((code): TransferTarget[] => {
    const here = services.filter(({ booth }) => booth.code === code)
    const [first] = here
    if (!first) return []
    const { booth, agency } = first
    return [
      {
        id: `booth-${code}`,
        to: { booth: code },
        sign: booth.sign,
        floor: booth.floor,
        title: agency.short,
        detail: `${t('transfer.booth')} · ${t('place.floor', { level: booth.floor })}`,
        words: [pick(agency.name), agency.short, booth.sign, t('transfer.booth')].join(' '),
        waiting: here.reduce((sum, { waiting }) => sum + waiting, 0),
        minutes: null,
        counterState: null,
      },
    ]
  })
}
