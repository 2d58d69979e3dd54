import type { Command } from '../contract/commands.ts'
import type { Actor } from '../contract/hall.ts'
import { isAllowed } from './access.ts'
import { callNext, callTicket, recall } from './calling.ts'
import { checkIn } from './check-in.ts'
import { configure, reconfigure } from './configuring.ts'
import { breakCounter, closeCounter, openCounter } from './counters.ts'
import { closeDay, openDay } from './day.ts'
import type { Decision, Moment } from './decision.ts'
import { handOver, reopen, walkIn } from './desk.ts'
import type { Hall } from './hall.ts'
import { acknowledgeHelp, askHelp, endHelp } from './help.ts'
import { deliver, failPrint, issue, lapse, offer, reprint } from './issuing.ts'
import { addService, cancel, changeService, noted, setPriority, transfer, visitorAct } from './moving.ts'
import { enterPaper } from './paper.ts'
import { comeBack, finish, giveUpHold, hold, miss, noShow, requeue, resume, start } from './serving.ts'
import { pauseBuilding, resumeBuilding, setSystem } from './standstill.ts'
import { undo } from './undo.ts'

/**
 * The rules of the hall: turns a command into events, or refuses it by name. Pure: the hall, the moment and every id
 * come in, nothing is changed. A refusal is a value; an exception is a bug.
 */
export function decide(hall: Hall, command: Command, moment: Moment): Decision {
  if (!isAllowed(hall, command, moment.actor)) return { forbidden: true }
  return signed(hall, judge(hall, command, moment), moment.actor)
}

/** R5.6: what an officer does is an action on their counter, also where it changes a ticket alone; so it can be undone. A call for help is none. */
function signed(hall: Hall, decision: Decision, { role, counter }: Actor): Decision {
  const own = role === 'officer' && counter !== undefined ? hall.counters.get(counter) : undefined
  if (!own || !('events' in decision)) return decision
  const events = decision.events.map((draft) =>
    draft.counters?.length || draft.help ? draft : { ...draft, counters: [own] },
  )
  return { ...decision, events }
}

function judge(hall: Hall, command: Command, moment: Moment): Decision {
  switch (command.verb) {
    case 'configure':
      return configure(hall, command)
    case 'open-day':
      return openDay(hall, command.day, moment)
    case 'close-day':
      return closeDay(hall, command, moment)
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
    case 'check-in':
      return checkIn(hall, command, moment)
    case 'enter-paper':
      return enterPaper(hall, command, moment)
    case 'walk-in':
      return walkIn(hall, command, moment)
    case 'change-service':
      return changeService(hall, command, moment)
    case 'hand-over':
      return handOver(hall, command)
    case 'reopen':
      return reopen(hall, command, moment)
    case 'note':
      return noted(hall, command)
    case 'reprint':
      return reprint(hall, command)
    case 'pause-building':
      return pauseBuilding(hall, command, moment)
    case 'resume-building':
      return resumeBuilding(hall)
    case 'set-system':
      return setSystem(hall, command, moment)
    case 'ask-help':
      return askHelp(hall, command, moment)
    case 'acknowledge-help':
      return acknowledgeHelp(hall, command, moment)
    case 'end-help':
      return endHelp(hall, command, moment)
    case 'reconfigure':
      return reconfigure(hall, command, moment)
  }
}
