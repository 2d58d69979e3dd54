import type { CommandOf } from '../contract/commands.ts'
import type { Actor, HelpCall } from '../contract/hall.ts'
import { type Decision, type Moment, nothing, refuse } from './decision.ts'
import type { Hall } from './hall.ts'

/** So many different people must have answered an emergency before it can end. */
const needed = 2

/** One open call a counter and kind: asking again is the same call. */
export function askHelp(hall: Hall, { help, counter, kind }: CommandOf<'ask-help'>, moment: Moment): Decision {
  if (!hall.counters.has(counter)) return { unknown: 'counter' }
  if (openHelp(hall, counter, kind)) return nothing({})
  const call: HelpCall = { id: help, counter, kind, at: moment.at, acknowledged: [], endedAt: null }
  return { events: [{ type: 'help-asked', help: call }], answer: {} }
}

/** The call of this kind that a counter has open, if any. */
export const openHelp = (hall: Hall, counter: number, kind: HelpCall['kind']): HelpCall | undefined =>
  [...hall.helps.values()].find((call) => call.counter === counter && call.kind === kind && call.endedAt === null)

export function acknowledgeHelp(hall: Hall, { help }: CommandOf<'acknowledge-help'>, moment: Moment): Decision {
  const call = hall.helps.get(help)
  if (!call) return { unknown: 'help' }
  if (call.endedAt !== null) return refuse('help-ended')
  const by = moment.actor.id
  if (hasAnswered(call, moment.actor)) return nothing({})
  const answered = { ...call, acknowledged: [...call.acknowledged, { by, at: moment.at }] }
  return { events: [{ type: 'help-acknowledged', help: answered }], answer: {} }
}

/** Ended by the counter that asked or by somebody who answered; an emergency only after two people have. */
export function endHelp(hall: Hall, { help }: CommandOf<'end-help'>, moment: Moment): Decision {
  const call = hall.helps.get(help)
  if (!call) return { unknown: 'help' }
  if (call.endedAt !== null) return refuse('help-ended')
  const { actor } = moment
  const isConcerned = actor.role === 'hub' || actor.counter === call.counter || hasAnswered(call, actor)
  if (!isConcerned) return { forbidden: true }
  const { length } = call.acknowledged
  if (call.kind === 'emergency' && length < needed) return refuse('help-needs-two', { acknowledged: length })
  return { events: [{ type: 'help-ended', help: { ...call, endedAt: moment.at } }], answer: {} }
}

const hasAnswered = ({ acknowledged }: HelpCall, { id }: Actor): boolean => acknowledged.some(({ by }) => by === id)
