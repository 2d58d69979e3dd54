import type { EstimateWire } from '../server/contract/api.ts'
import { epochOf } from '../ui-kit/time-text.ts'

const minuteMs = 60_000

export interface ExpectedCall {
  /** Epoch ms of the range as the hub rounded it (R7.1). */
  readonly from: number
  readonly to: number
  /** From now to both ends, outward to whole minutes. */
  readonly minutes: readonly [from: number, to: number]
  /** `soon`: it may come within two minutes; `late`: the range has passed without a call. */
  readonly kind: 'range' | 'soon' | 'late'
}

/** The range as it reads at `now` (epoch ms of the hall): the hub's instants stay, the minutes to them shrink. */
export function expectedCall(estimate: EstimateWire, now: number): ExpectedCall {
  const from = epochOf(estimate.from)
  const to = epochOf(estimate.to)
  const minutes = [
    Math.max(0, Math.floor((from - now) / minuteMs)),
    Math.max(0, Math.ceil((to - now) / minuteMs)),
  ] as const
  const kind = to < now ? 'late' : minutes[1] <= 2 ? 'soon' : 'range'
  return { from, to, minutes, kind }
}

/** The range on a line that begins now: its ends as shares of the line's length, and the instant at its far end. */
export function rangeOnLine({ from, to }: ExpectedCall, now: number): { start: number; end: number; until: number } {
  const quarters = Math.max(1, Math.ceil(((to - now) * 1.5) / (15 * minuteMs)))
  const span = quarters * 15 * minuteMs
  const share = (at: number) => Math.min(1, Math.max(0, (at - now) / span))
  return { start: share(from), end: share(to), until: now + span }
}
