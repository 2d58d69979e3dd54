import { useEffect, useState } from 'react'
import { counterActs, guideActs, type Keypad, type KeypadAct, keptKeys } from '../../server/contract/keypad.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { FieldOf } from '../forms/field.ts'
import { GroupFrame } from '../forms/field-frame.tsx'
import { useForm } from '../forms/form-context.ts'
import { valueAt } from '../forms/path.ts'
import type { FieldProps } from '../forms/simple-fields.tsx'
import type { ConsoleKey } from '../messages/console.ts'
import { actWords } from './act-words.ts'
import './keys-field.css'

/** The keys of a pad: a press on the pad itself teaches the form which key it is. */
export function KeysField({ field, at, value }: FieldProps<FieldOf<'keys'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, problemAt, isReadOnly, entry } = useForm()
  const [learns, setLearns] = useState<KeypadAct | null>(null)
  const keys = (value ?? {}) as Keypad['keys']
  const use = valueAt(entry, at.replace(/[^.]+$/, 'use'))
  const readOnly = isReadOnly(at)
  const learn = (name: string) => {
    if (learns) change(at, { ...keys, [name]: learns })
    setLearns(null)
  }
  return (
    <GroupFrame field={field} problem={problemAt(at, true)}>
      <ul className="pad-keys">
        {(use === 'kiosk' ? guideActs : counterActs).map((act) => {
          const words = t(actWords[act])
          const names = Object.keys(keys).filter((name) => keys[name] === act)
          return (
            <li key={act}>
              <span>{words}</span>
              <span className="pad-caps">
                {names.map((name) => (
                  <span key={name}>
                    <kbd>{name}</kbd>
                    {!readOnly && (
                      <button
                        type="button"
                        aria-label={t('form.take-out', { name: `${words}: ${name}` })}
                        onClick={() => change(at, without(keys, name))}
                      >
                        <Icon name="x" />
                      </button>
                    )}
                  </span>
                ))}
              </span>
              {!readOnly &&
                (learns === act ? (
                  <Learning onKey={learn} onStop={() => setLearns(null)} />
                ) : (
                  <button
                    type="button"
                    className="small"
                    aria-label={t('pad.learn-for', { act: words })}
                    onClick={() => setLearns(act)}
                  >
                    <Icon name="keyboard" />
                    {t('pad.learn')}
                  </button>
                ))}
            </li>
          )
        })}
      </ul>
    </GroupFrame>
  )
}

const without = (keys: Keypad['keys'], name: string): Keypad['keys'] =>
  Object.fromEntries(Object.entries(keys).filter(([other]) => other !== name))

/** Waits for one key, wherever the focus is; the mouse and Tab still lead away. */
function Learning({ onKey, onStop }: { onKey: (name: string) => void; onStop: () => void }) {
  const { t } = useMessages<ConsoleKey>()
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const name = event.code || event.key
      if (event.repeat || keptKeys.has(name)) return
      event.preventDefault()
      event.stopPropagation()
      onKey(name)
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [onKey])
  return (
    <span className="pad-learning">
      <span role="status">{t('pad.press')}</span>
      <button type="button" className="small" onClick={onStop}>
        {t('pad.stop')}
      </button>
    </span>
  )
}
