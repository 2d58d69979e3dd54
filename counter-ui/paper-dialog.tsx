import { useId, useState } from 'react'
import { useMessages } from '../ui-kit/use-messages.ts'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { readPaperNumber } from './paper-number.ts'
import { presses } from './presses.ts'
import { ServicePicker } from './service-picker.tsx'
import { useDesk } from './use-desk.ts'
import { useSubmit } from './use-submit.ts'

/** A number on paper that the hub does not know yet, given while kiosks failed: entered, then called here. */
export function PaperDialog({ snapshot, press, api, onClose }: DialogProps) {
  const { t } = useMessages<CounterKey>()
  const field = useId()
  const desk = useDesk(api)
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const { submit, fault, busy } = useSubmit(press, onClose)
  const { counter } = snapshot
  const paper = readPaperNumber(typed)
  const prefixOf = new Map(desk?.services.map(({ code, prefix }) => [code, prefix]))
  const fits = counter.services.filter((code) => !paper?.prefix || prefixOf.get(code) === paper.prefix)
  const service = picked !== null && fits.includes(picked) ? picked : fits.length === 1 ? (fits[0] ?? null) : null
  const call = (code: string, number: number) =>
    submit(presses.enterPaper(code, number), (entered) =>
      presses.call(counter.number, (entered as { ticket: { id: string } }).ticket.id, 'paper-number'),
    )
  return (
    <DialogFrame
      title={t('act.paper')}
      submit={service && paper ? t('paper.submit') : t('paper.pick')}
      able={service !== null && paper !== null}
      busy={busy}
      fault={fault}
      onSubmit={() => service && paper && void call(service, paper.number)}
      onClose={onClose}
    >
      <div className="frame-body">
        <p>{t('paper.text')}</p>
        <div className="reason">
          <label htmlFor={field}>{t('paper.number')}</label>
          <input
            id={field}
            className="text-field"
            value={typed}
            maxLength={8}
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: a dialog just opened on request begins at its question
            autoFocus
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <ServicePicker only={fits} booth={counter.booth} selected={service} onSelect={setPicked} focusFirst={false} />
      </div>
    </DialogFrame>
  )
}
