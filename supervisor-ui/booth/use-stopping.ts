import type { BoothCounterWire } from '../../server/contract/booth-tickets.ts'
import { counterText } from '../counter-text.ts'
import { useBoothWords } from './messages.ts'
import { useBoothDoing } from './use-booth.ts'

interface BreakWish {
  readonly reason: string
  /** Null: nobody knows when it ends. */
  readonly minutes: number | null
  readonly force: boolean
}

/** How closing ended; with people who would be left waiting it has not happened yet. */
type Closed = 'done' | 'not' | { readonly waiting: number }

/** R5.9: what stops a counter. */
export function useStopping(counter: BoothCounterWire) {
  const words = useBoothWords()
  const { send, act, say, now } = useBoothDoing()
  const path = `/api/counters/${counter.number}`
  const said = words.t('said.changed', { counter: counterText(counter, words) })

  const startBreak = ({ reason, minutes, force }: BreakWish): Promise<boolean> => {
    const until = minutes === null ? {} : { until: new Date(now() + minutes * 60_000).toISOString() }
    return act(`${path}/break`, { reason, ...until, force }, said)
  }

  const close = async (wish: { confirm: boolean; force: boolean }): Promise<Closed> => {
    const refusal = await send(`${path}/close`, wish)
    if (refusal !== null && refusal !== 'failed' && refusal.name === 'people-waiting')
      return { waiting: (refusal.next as { waiting: number }).waiting }
    say(refusal === null ? said : refusal === 'failed' ? words.t('act.failed') : words.pick(refusal.message))
    return refusal === null ? 'done' : 'not'
  }
  return { startBreak, close }
}
