import type { CounterSnapshot } from '../server/contract/live.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { actionWords } from './action-words.ts'
import { KeyCap } from './key-cap.tsx'
import { legendOf } from './keypad.ts'
import { type KeyName, keysOfField } from './keys.ts'
import type { CounterKey } from './messages.ts'
import type { ActionName, Field } from './stage.ts'

/** The keys that matter most in each field; all of them are behind `?`. Where a pad lies, its keys are shown instead. */
const shown: Record<Field, readonly KeyName[]> = {
  closed: ['Enter', '/'],
  break: ['Enter', '/'],
  idle: ['Space', 'N', 'P', 'W', '/', 'I'],
  next: ['Space', 'N', 'P', 'W', '/', 'I'],
  calling: ['Enter', 'R', 'T', 'Ctrl Z', 'A', '/'],
  serving: ['Enter', 'Space', 'A', 'P', 'K', '/'],
}

const single = (key: KeyName) => key.length === 1

interface Props {
  field: Field
  letters: boolean
  keypad: CounterSnapshot['counter']['keypad']
  rules: CounterSnapshot['rules']
  onHelp: () => void
}

export function Hints({ field, letters, keypad, rules: { autoStartSeconds, autoCallSeconds }, onHelp }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  // R5.5: what happens by itself is said at all times.
  const rules = [
    ...(autoStartSeconds > 0 ? [t('auto.rule-start', { n: autoStartSeconds })] : []),
    ...(autoCallSeconds > 0 ? [t('auto.rule-call', { n: autoCallSeconds })] : []),
  ]
  return (
    <footer className="hints">
      {keypad ? (
        <ul aria-label={pick(keypad.name)}>
          {legendOf(keypad.keys).map(({ act, names }) => (
            <li key={act}>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
              {t(`pad.${act}`)}
            </li>
          ))}
        </ul>
      ) : (
        <ul aria-label={t('hints.label')}>
          {shown[field]
            .filter((key) => letters || !single(key))
            .map((key) => (
              <li key={key}>
                <KeyCap name={key} />
                {t(actionWords[keysOfField[field][key] as ActionName].key)}
              </li>
            ))}
        </ul>
      )}
      {rules.length > 0 && <p className="hints-auto">{t('auto.rules', { rules: rules.join(', ') })}</p>}
      <button type="button" className="hints-all" onClick={onHelp}>
        {letters && <KeyCap name="?" />}
        {t('act.help')}
      </button>
    </footer>
  )
}
