import { useState } from 'react'
import type { LineRow } from '../server/contract/live.ts'
import { labelText, TicketNumber } from '../ui-kit/number.tsx'
import { Status } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { ComboList } from './combo-list.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import { findRows } from './find.ts'
import type { CounterKey } from './messages.ts'
import { presses } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { callReasons, recordedReason } from './reasons.ts'
import { useSubmit } from './use-submit.ts'

/** R4.5: by number, with a reason, recorded and shown. The only way out of the order. */
export function CallDialog({ row, snapshot, press, onClose }: DialogProps & { row: LineRow | null }) {
  const { t, pick } = useMessages<CounterKey>()
  const [query, setQuery] = useState('')
  const [picked, setPicked] = useState(row)
  const [reason, setReason] = useState('')
  const { submit, fault, busy } = useSubmit(press, onClose)
  const { waiting, missed, counter } = snapshot
  const isMissed = (id: string) => missed.some((each) => each.id === id)
  return (
    <DialogFrame
      wide={!row}
      title={t('call.title')}
      {...(picked ? { label: picked.label } : {})}
      submit={picked ? t('call.submit', { number: labelText(picked.label) }) : t('call.pick')}
      able={picked !== null && reason.trim() !== ''}
      busy={busy}
      fault={fault}
      onSubmit={() => picked && void submit(presses.call(counter.number, picked.id, recordedReason(reason)))}
      onClose={onClose}
    >
      <div className={row ? 'frame-body' : 'frame-body frame-halves'}>
        {!row && (
          <ComboList
            label={t('call.search')}
            listLabel={t('call.numbers')}
            empty={t('call.none')}
            query={query}
            onQuery={setQuery}
            options={findRows([...waiting, ...missed], query, pick)}
            selected={picked?.id ?? null}
            onSelect={setPicked}
            render={(each) => (
              <>
                <TicketNumber label={each.label} />
                <span className="combo-words">
                  <small>{pick(each.serviceName)}</small>
                </span>
                <Status state={isMissed(each.id) ? 'missed' : 'waiting'} />
              </>
            )}
          />
        )}
        <div className="frame-side">
          <ReasonField
            label={t('reason.label')}
            value={reason}
            onChange={setReason}
            examples={callReasons}
            focusFirst={row !== null}
          />
          <p>{t('call.note')}</p>
        </div>
      </div>
    </DialogFrame>
  )
}
