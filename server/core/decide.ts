import type { Command } from '../contract/commands.ts'
import type { Actor, HallCounter } from '../contract/hall.ts'
import { isAllowed } from './access.ts'
import { callNext, callTicket, recall } from './calling.ts'
import { breakCounter, closeCounter, newCounter, openCounter } from './counters.ts'
import { closeDay, openDay } from './day.ts'
import type { Decision, Moment } from './decision.ts'
import type { Hall } from './hall.ts'
import { deliver, failPrint, issue, lapse, offer } from './issuing.ts'
import { addService, cancel, setPriority, transfer, visitorAct } from './moving.ts'
import { comeBack, finish, giveUpHold, hold, miss, noShow, requeue, resume, start } from './serving.ts'
import { undo } from './undo.ts'

/**
 * The rules of the hall: turns a command into events, or refuses it by name. Pure: the hall, the moment and every id
 * come in, nothing is changed. A refusal is a value; an exception is a bug.
 */
export function decide(hall: Hall, command: Command, moment: Moment): Decision {
  if (!isAllowed(hall, command, moment.actor)) return { forbidden: true }
  return signed(hall, judge(hall, command, moment), moment.actor)
}

/** R5.6: what an officer does is an action on their counter, also where it changes a ticket alone; so it can be undone. */
function signed(hall: Hall, decision: Decision, { role, counter }: Actor): Decision {
  const own = role === 'officer' && counter !== undefined ? hall.counters.get(counter) : undefined
  if (!own || !('events' in decision)) return decision
  const events = decision.events.map((draft) => (draft.counters?.length ? draft : { ...draft, counters: [own] }))
  return { ...decision, events }
}

function judge(hall: Hall, command: Command, moment: Moment): Decision {
  switch (command.verb) {
    case 'configure':
      return configure(hall, command)
    case 'open-day':
      return openDay(hall, command.day)
    case 'close-day':
      return closeDay(hall, moment)
    case 'issue':
      return issue(hall, command, moment)
    case 'deliver':
      return deliver(hall, command)
    case 'fail-print':
      return failPrint(hall, command, moment)
    case 'offer':
      return offer(hall, command, moment)
    case 'lapse':
      return lapse(hall, command, moment)
    case 'visitor':
      return visitorAct(hall, command, moment)
    case 'open-counter':
      return openCounter(hall, command, moment)
    case 'close-counter':
      return closeCounter(hall, command, moment)
    case 'break-counter':
      return breakCounter(hall, command, moment)
    case 'call-next':
      return callNext(hall, command, moment)
    case 'call-ticket':
      return callTicket(hall, command, moment)
    case 'recall':
      return recall(hall, command, moment)
    case 'start':
      return start(hall, command, moment)
    case 'finish':
      return finish(hall, command, moment)
    case 'hold':
      return hold(hall, command, moment)
    case 'resume':
      return resume(hall, command, moment)
    case 'return':
      return comeBack(hall, command, moment)
    case 'give-up-hold':
      return giveUpHold(hall, command, moment)
    case 'requeue':
      return requeue(hall, command)
    case 'miss':
      return miss(hall, command, moment)
    case 'no-show':
      return noShow(hall, command, moment)
    case 'cancel':
      return cancel(hall, command, moment)
    case 'transfer':
      return transfer(hall, command, moment)
    case 'add-service':
      return addService(hall, command)
    case 'set-priority':
      return setPriority(hall, command)
    case 'undo':
      return undo(hall, command, moment)
  }
}

/** R8.4: the building is data and a change of it an event; counters that are new to it begin closed. */
function configure(hall: Hall, command: Extract<Command, { verb: 'configure' }>): Decision {
  const counters: HallCounter[] = command.site.counters
    .filter(({ number, booth }) => hall.counters.get(number)?.booth !== booth)
    .map(({ number, booth }) => ({ ...(hall.counters.get(number) ?? newCounter(number, booth)), booth }))
  return { events: [{ type: 'configured', site: command.site, counters }], answer: {} }
}
