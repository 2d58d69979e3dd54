import { useState } from 'react'
import type { BoothCounterWire } from '../../server/contract/booth-tickets.ts'
import { labelText } from '../../ui-kit/number.tsx'
import { counterText } from '../counter-text.ts'
import { AskedForm, type Reason, ReasonField } from './asked-form.tsx'
import { useBoothWords } from './messages.ts'
import { useStopping } from './use-stopping.ts'

const breakReasons: readonly Reason[] = ['prayer', 'meal', 'rest', 'duty', 'other']
const breakMinutes = [10, 15, 30, 45, 60] as const

interface Props {
  counter: BoothCounterWire
  /** People who would be left waiting; null while nobody has been told of. */
  waiting: number | null
  onClose: () => void
}

/** R5.9: a break for a reason, after the present visitor or at once. */
export function BreakForm({ counter, onClose }: Omit<Props, 'waiting'>) {
  const words = useBoothWords()
  const { t } = words
  const { startBreak } = useStopping(counter)
  const [reason, setReason] = useState<Reason>('rest')
  const [minutes, setMinutes] = useState('')
  const [force, setForce] = useState(false)
  const go = async () => {
    if (await startBreak({ reason, minutes: minutes === '' ? null : Number(minutes), force })) onClose()
  }
  return (
    <AskedForm
      title={t('break.title', { counter: counterText(counter, words) })}
      submit={t('break.do')}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      <ReasonField among={breakReasons} value={reason} onChange={setReason} />
      <label>
        {t('break.until')}
        <select value={minutes} onChange={({ target }) => setMinutes(target.value)}>
          <option value="">{t('break.open-end')}</option>
          {breakMinutes.map((n) => (
            <option key={n} value={n}>
              {t('break.minutes', { n })}
            </option>
          ))}
        </select>
      </label>
      <WhenField counter={counter} force={force} onChange={setForce} />
    </AskedForm>
  )
}

/** R5.9: asks first when people would be left waiting for nobody. */
export function CloseForm({ counter, waiting: told, onClose }: Props) {
  const words = useBoothWords()
  const { t } = words
  const { close } = useStopping(counter)
  const [waiting, setWaiting] = useState(told)
  const [force, setForce] = useState(false)
  const go = async () => {
    const ended = await close({ confirm: waiting !== null, force })
    if (ended === 'done') onClose()
    else if (ended !== 'not') setWaiting(ended.waiting)
  }
  return (
    <AskedForm
      title={t('close.title', { counter: counterText(counter, words) })}
      submit={t(waiting === null ? 'close.do' : 'close.anyway')}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      <p role="alert">{waiting !== null && t('close.waiting', { n: waiting })}</p>
      <WhenField counter={counter} force={force} onChange={setForce} />
    </AskedForm>
  )
}

/** When the counter has somebody: after them, or at once; and what becomes of them then. */
function WhenField({
  counter: { number, ticket },
  force,
  onChange,
}: Pick<Props, 'counter'> & { force: boolean; onChange: (force: boolean) => void }) {
  const { t } = useBoothWords()
  if (!ticket) return null
  const label = labelText(ticket.label)
  return (
    <fieldset>
      <legend>{t('when')}</legend>
      <label>
        <input type="radio" name={`when-${number}`} checked={!force} onChange={() => onChange(false)} />
        {t('when.after', { label })}
      </label>
      <label>
        <input type="radio" name={`when-${number}`} checked={force} onChange={() => onChange(true)} />
        {t(`when.${ticket.state}`, { label })}
      </label>
    </fieldset>
  )
}
