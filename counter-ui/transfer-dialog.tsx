import { useState } from 'react'
import { BoothSign } from '../ui-kit/booth-sign.tsx'
import { labelText } from '../ui-kit/number.tsx'
import { Status } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { ComboList } from './combo-list.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import { isFound } from './find.ts'
import type { CounterKey } from './messages.ts'
import { presses, type TransferTo } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { frontReasons, recordedReason } from './reasons.ts'
import { waitedMinutes } from './stage.ts'
import { type TransferTarget, transferTargets } from './transfer-targets.ts'
import { useServices } from './use-services.ts'
import { useSubmit } from './use-submit.ts'

interface Props extends DialogProps {
  id: string
  label: string
  since: number
  /** At the counter now: only then can it be asked to come back here. */
  atDesk: boolean
}

const positions = ['keep', 'end', 'front'] as const

/** R4.4, R5.7: to another service or to one counter, with the place it takes there. */
export function TransferDialog({ id, label, since, atDesk, snapshot, press, hallNow, onClose }: Props) {
  const messages = useMessages<CounterKey>()
  const { t } = messages
  const { services, failed } = useServices()
  const [query, setQuery] = useState('')
  const [target, setTarget] = useState<TransferTarget | null>(null)
  const [position, setPosition] = useState<TransferTo['position']>('keep')
  const [reason, setReason] = useState('')
  const [returnHere, setReturnHere] = useState(false)
  const { submit, fault, busy } = useSubmit(press, onClose)
  const number = labelText(label)
  const waited = waitedMinutes(since, hallNow())

  const options = transferTargets(snapshot, services ?? [], messages).filter(({ words }) => isFound(query, words))
  const submitWord = !target
    ? t('transfer.pick')
    : 'counter' in target.to
      ? t('transfer.to-counter', { counter: target.title })
      : t('transfer.to-booth', { sign: target.sign })

  /** Words for the next officer travel as a note; the reason for the front is recorded with the transfer. */
  const steps = (to: TransferTo['to']) => {
    const words = recordedReason(reason)
    const isReason = position === 'front'
    const note = isReason || words === '' ? [] : [presses.note(id, reason.trim())]
    return [...note, presses.transfer(id, { to, position, returnHere, reason: isReason ? words : '' })]
  }

  return (
    <DialogFrame
      wide
      title={t('transfer.title')}
      label={label}
      submit={submitWord}
      able={target !== null && (position !== 'front' || reason.trim() !== '')}
      busy={busy}
      fault={fault}
      onSubmit={() => target && void submit(...steps(target.to))}
      onClose={onClose}
    >
      <div className="frame-body frame-halves">
        <ComboList
          label={t('transfer.search')}
          listLabel={t('transfer.targets')}
          empty={services ? t('transfer.none') : failed ? t('sign.failed') : t('link.waiting')}
          query={query}
          onQuery={setQuery}
          options={options}
          selected={target?.id ?? null}
          onSelect={setTarget}
          render={(each) => <TargetRow target={each} />}
        />
        <div className="frame-side">
          <fieldset className="radios">
            <legend>{t('transfer.position')}</legend>
            {positions.map((each) => (
              <label key={each}>
                <input type="radio" name="position" checked={position === each} onChange={() => setPosition(each)} />
                <span>
                  {t(`transfer.position-${each}`)}
                  {each === 'keep' && <small>{t('transfer.position-keep-hint', { n: waited })}</small>}
                  {each === 'front' && <small>{t('transfer.position-front-hint')}</small>}
                </span>
              </label>
            ))}
          </fieldset>
          {atDesk && (
            <label className="check">
              <input type="checkbox" checked={returnHere} onChange={() => setReturnHere(!returnHere)} />
              <span>{t('transfer.return')}</span>
            </label>
          )}
          <ReasonField
            label={t(position === 'front' ? 'transfer.note-needed' : 'transfer.note')}
            value={reason}
            onChange={setReason}
            {...(position === 'front' ? { examples: frontReasons } : {})}
          />
          {target && (
            <div className="seen">
              <h3>{t('transfer.seen')}</h3>
              <p>
                {'counter' in target.to
                  ? t('transfer.counter', { number, counter: target.title })
                  : t('transfer.keep', { number, booth: target.sign, floor: target.floor })}
              </p>
            </div>
          )}
        </div>
      </div>
    </DialogFrame>
  )
}

function TargetRow({ target }: { target: TransferTarget }) {
  const { t } = useMessages<CounterKey>()
  return (
    <>
      <BoothSign sign={target.sign} />
      <span className="combo-words">
        <b>{target.title}</b>
        <small>{target.detail}</small>
      </span>
      {target.counterState ? (
        <Status state={target.counterState} />
      ) : (
        <span className="combo-wait">
          {t('transfer.waiting', { n: target.waiting ?? 0 })}
          {target.minutes && <small>{t('time.minutes', { a: target.minutes[0], b: target.minutes[1] })}</small>}
        </span>
      )}
    </>
  )
}
