import { type CounterAct, counterActs, type Keypad, type KeypadAct } from '../server/contract/keypad.ts'
import { type ActionName, isOffered, type Stage } from './stage.ts'

const acts: ReadonlySet<string> = new Set(counterActs)

export const isCounterAct = (act: KeypadAct): act is CounterAct => acts.has(act)

/** What the officer's screen does for an act of the pad now; nothing for one that is not offered. */
export function actionOf(act: Exclude<CounterAct, 'no-show'>, stage: Stage): ActionName {
  switch (act) {
    case 'call-next':
      return stage.main.name
    case 'finish-and-next':
      // With nobody to call next, the visit still ends.
      return isOffered(stage, 'finish-next') ? 'finish-next' : 'finish'
    case 'missed':
      return 'miss'
    default:
      return act
  }
}

/** Each thing that the pad can do with the keys that do it, in the order of the acts. */
export function legendOf(keys: Keypad['keys']): readonly { act: CounterAct; names: readonly string[] }[] {
  const named = Object.entries(keys)
  return counterActs
    .map((act) => ({ act, names: named.filter(([, one]) => one === act).map(([name]) => capOf(name)) }))
    .filter(({ names }) => names.length > 0)
}

const signs: Readonly<Record<string, string>> = {
  NumpadEnter: 'Enter',
  NumpadAdd: '+',
  NumpadSubtract: '−',
  NumpadMultiply: '×',
  NumpadDivide: '÷',
  NumpadDecimal: '.',
  PageDown: 'Page ↓',
  PageUp: 'Page ↑',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** A key as it is printed on a pad. */
export const capOf = (name: string): string => signs[name] ?? name.replace(/^(Numpad|Digit|Key)(?=.)/, '')
