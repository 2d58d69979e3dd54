import type { IconName } from '../ui-kit/icon.tsx'
import type { CounterKey } from './messages.ts'
import type { ActionName } from './stage.ts'

/** The word and the icon of each action; words that carry a number are filled in where they are shown. */
export const actionWords: Record<ActionName, { key: CounterKey; icon: IconName }> = {
  open: { key: 'act.open', icon: 'storefront' },
  'call-next': { key: 'act.call-next', icon: 'megaphone-fill' },
  pick: { key: 'act.pick', icon: 'hash' },
  resume: { key: 'act.resume', icon: 'clock-counter-clockwise' },
  'walk-in': { key: 'act.walk-in', icon: 'user-plus' },
  paper: { key: 'act.paper', icon: 'ticket' },
  start: { key: 'counter.start', icon: 'play-fill' },
  recall: { key: 'counter.recall', icon: 'megaphone' },
  miss: { key: 'counter.missed', icon: 'user-minus' },
  undo: { key: 'act.undo', icon: 'undo' },
  transfer: { key: 'counter.transfer', icon: 'arrows-left-right' },
  hold: { key: 'counter.hold', icon: 'pause-fill' },
  papers: { key: 'counter.papers', icon: 'file-x' },
  finish: { key: 'counter.finish', icon: 'check-fat-fill' },
  'finish-next': { key: 'act.finish-next', icon: 'megaphone' },
  'add-service': { key: 'act.add-service', icon: 'plus' },
  requeue: { key: 'act.requeue', icon: 'arrow-left' },
  'hand-over': { key: 'act.hand-over', icon: 'arrow-right' },
  note: { key: 'act.note', icon: 'text-aa' },
  cancel: { key: 'act.cancel', icon: 'x-circle' },
  prioritise: { key: 'act.prioritise', icon: 'check' },
  unprioritise: { key: 'act.unprioritise', icon: 'minus' },
  break: { key: 'act.break', icon: 'circle-half' },
  close: { key: 'act.close', icon: 'minus' },
  search: { key: 'act.search', icon: 'magnifying-glass' },
  help: { key: 'act.help', icon: 'keyboard' },
}
