import type { Answer, Command } from '../contract/commands.ts'
import type { HallTicket } from '../contract/hall.ts'
import { reasonCodeOf } from '../contract/reasons.ts'
import { listsOutcomes } from '../readings/tickets.ts'
import type { Call, Reply } from './operation.ts'

/** Sends a command to the hall and lets the route word its answer; everything else goes to the one translator. */
export async function execute(call: Call, command: Command, word: (answer: Answer) => Reply): Promise<Reply> {
  const { stage, actor, device, key, fingerprint } = call
  const result = await stage.hall.execute({
    command: await withoutOwnWords(call, command),
    actor,
    device,
    key,
    fingerprint,
  })
  if ('mismatch' in result) return result
  return 'answer' in result.outcome ? word(result.outcome.answer) : { outcome: result.outcome }
}

/** The journal is for ever, so nobody's own words enter it: a reason goes in as a code, ready or of a remark. */
async function withoutOwnWords({ stage, actor }: Call, command: Command): Promise<Command> {
  const coded = async (words: string): Promise<string> =>
    reasonCodeOf(words) ?? stage.remarks.keepReason(words, 'ticket' in command ? command.ticket : null, actor.id)
  // The reason of a pause is a code of the contract.
  if (command.verb === 'pause-building') return command
  // R5.5: where a service lists no outcomes, one is words.
  if (command.verb === 'finish' && command.outcome && !listsOutcomes(stage.hall.told, command.ticket))
    return { ...command, outcome: await coded(command.outcome) }
  if ('reason' in command && command.reason) return { ...command, reason: await coded(command.reason) }
  if ('override' in command && command.override) return { ...command, override: await coded(command.override) }
  return command
}

export function ticketOf(answer: Answer): HallTicket {
  if (!answer.ticket) throw new Error('the hall answered without a ticket')
  return answer.ticket
}
