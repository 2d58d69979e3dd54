import { useMessages } from '../ui-kit/use-messages.ts'
import { actionWords } from './action-words.ts'
import { DialogFrame } from './dialog-frame.tsx'
import { KeyCap } from './key-cap.tsx'
import { type KeyName, keysOfField } from './keys.ts'
import type { CounterKey } from './messages.ts'
import type { ActionName, Field } from './stage.ts'

interface Props {
  field: Field
  letters: boolean
  onLetters: (on: boolean) => void
  onClose: () => void
}

const groups: readonly { field: Field; title: CounterKey; open: readonly Field[] }[] = [
  { field: 'next', title: 'field.next', open: ['next', 'idle'] },
  { field: 'calling', title: 'status.called' as CounterKey, open: ['calling'] },
  { field: 'serving', title: 'field.serving', open: ['serving'] },
  { field: 'closed', title: 'field.closed', open: ['closed', 'break'] },
]

/** Every shortcut, and the switch for those of a single character (WCAG 2.1.4). */
export function HelpDialog({ field, letters, onLetters, onClose }: Props) {
  const { t } = useMessages<CounterKey>()
  return (
    <DialogFrame
      wide
      focusSubmit
      title={t('help.title')}
      submit={t('help.done')}
      back={null}
      onSubmit={onClose}
      onClose={onClose}
    >
      <div className="frame-body">
        <label className="check">
          <input type="checkbox" checked={letters} onChange={() => onLetters(!letters)} />
          <span>
            {t('help.letters')}
            <small>{t('help.letters-hint')}</small>
          </span>
        </label>
        <div className="keys">
          {groups.map((group) => (
            <section key={group.field} data-now={group.open.includes(field)}>
              <h3>{t(group.title)}</h3>
              <ul>
                {Object.entries(keysOfField[group.field]).map(([key, action]) => (
                  <li key={key} data-off={!letters && key.length === 1}>
                    <KeyCap name={key as KeyName} />
                    {t(actionWords[action as ActionName].key)}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <p>{t('help.others')}</p>
      </div>
    </DialogFrame>
  )
}
