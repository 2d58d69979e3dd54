import type { VisitorTicketWire } from '../server/contract/api.ts'
import { epochOf } from '../ui-kit/time-text.ts'

type Overtaking = VisitorTicketWire['overtakenBy'][number]

/** The kinds that have a sentence of their own; every other call ahead of turn is told as `other`. */
export const overtakingKinds = [
  'priority-turn',
  'held-return',
  'front-transfer',
  'by-number',
  'second-tier',
  'walk-in',
] as const
export type OvertakingKind = (typeof overtakingKinds)[number] | 'other'

export interface OvertakingGroup {
  readonly kind: OvertakingKind
  readonly count: number
  /** Epoch ms of each call, latest first. */
  readonly at: readonly number[]
}

const kindOf = ({ name }: Overtaking): OvertakingKind => overtakingKinds.find((kind) => kind === name) ?? 'other'

/** R4.10: who was called before and why, one group a kind, the kind of the latest call first. */
export function groupOvertaking(overtakenBy: readonly Overtaking[]): OvertakingGroup[] {
  const groups = new Map<OvertakingKind, number[]>()
  for (const call of overtakenBy) {
    const times = groups.get(kindOf(call)) ?? []
    groups.set(kindOf(call), [...times, epochOf(call.at)])
  }
  return [...groups]
    .map(([kind, at]) => ({ kind, count: at.length, at: at.sort((a, b) => b - a) }))
    .sort((a, b) => (b.at[0] ?? 0) - (a.at[0] ?? 0))
}
