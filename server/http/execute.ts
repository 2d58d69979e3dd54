import type { Answer, Command } from '../contract/commands.ts'
import type { HallTicket } from '../contract/hall.ts'
import type { Call, Reply } from './operation.ts'

/** Sends a command to the hall and lets the route word its answer; everything else goes to the one translator. */
export async function execute(call: Call, command: Command, word: (answer: Answer) => Reply): Promise<Reply> {
  const { stage, actor, device, key, fingerprint } = call
  const result = await stage.hall.execute({ command, actor, device, key, fingerprint })
  if ('mismatch' in result) return result
  return 'answer' in result.outcome ? word(result.outcome.answer) : { outcome: result.outcome }
}

export function ticketOf(answer: Answer): HallTicket {
  if (!answer.ticket) throw new Error('the hall answered without a ticket')
  return answer.ticket
}
