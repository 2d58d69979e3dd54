import type { CounterAct, GuideAct } from '../../server/contract/keypad.ts'
import type { ConsoleKey } from '../messages/console.ts'

/** What each key of a pad does, in the words of the console. */
export const actWords: Readonly<Record<CounterAct | GuideAct, ConsoleKey>> = {
  'call-next': 'pad.call-next',
  recall: 'pad.recall',
  start: 'pad.start',
  finish: 'pad.finish',
  'finish-and-next': 'pad.finish-and-next',
  hold: 'pad.hold',
  missed: 'pad.missed',
  'no-show': 'pad.no-show',
  previous: 'pad.previous',
  next: 'pad.next',
  ok: 'pad.ok',
  back: 'pad.back',
  repeat: 'pad.repeat',
  louder: 'pad.louder',
  guide: 'pad.guide',
}
