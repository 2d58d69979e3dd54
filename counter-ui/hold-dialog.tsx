import { useState } from 'react'
import type { PrintAnswer } from '../server/contract/desk.ts'
import { labelText } from '../ui-kit/number.tsx'
import { timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { uncheckedPapers } from './checklist.tsx'
import { DialogFrame } from './dialog-frame.tsx'
import type { DialogProps } from './dialog-request.ts'
import type { CounterKey } from './messages.ts'
import { MinuteChoice } from './minute-choice.tsx'
import { MissingPapers } from './missing-papers.tsx'
import { presses } from './presses.ts'
import { ReasonField } from './reason-field.tsx'
import { holdReasons, recordedReason, wordsOf } from './reasons.ts'
import { useDesk } from './use-desk.ts'
import { useSubmit } from './use-submit.ts'

/** R5.10: why, what is missing, when it comes back by itself, and until when it is kept; the two times are not needed. */
export function HoldDialog(props: DialogProps & { id: string; label: string; papers: boolean }) {
  const { id, label, papers, snapshot, press, api, hallNow, onFault, onClose } = props
  const { t, pick } = useMessages<CounterKey>()
  const [reason, setReason] = useState(() => (papers ? pick(wordsOf('papers')) : ''))
  const requirements = snapshot.ticket?.requirements ?? []
  const [missing, setMissing] = useState(() => (papers ? uncheckedPapers(id, requirements) : []))
  const [printer, setPrinter] = useState<string | null>(null)
  const desk = useDesk(api)
  const [returnIn, setReturnIn] = useState<number | null>(null)
  const [keepFor, setKeepFor] = useState<number | null>(null)
  const { submit, fault, busy } = useSubmit(press, onClose)
  const ahead = (minutes: number | null) => (minutes === null ? null : hallNow() + minutes * 60_000)
  const clock = (minutes: number) => timeText(hallNow() + minutes * 60_000, snapshot.site.timeZone)
  const recorded = recordedReason(reason)
  const named = recorded === 'papers' ? missing : []
  const hold = async () => {
    const times = { returnAt: ahead(returnIn), keepUntil: ahead(keepFor) }
    const done = await submit(presses.hold(id, { reason: recorded, missing: named, ...times }))
    if (!done || named.length === 0 || printer === null) return
    const { path, body } = presses.missingSlip(id, printer)
    const fate = await api.command<PrintAnswer>(path, body).then(
      (answer) => ('print' in answer ? answer.print : 'refused'),
      () => 'unknown' as const,
    )
    if (fate !== 'printed' && fate !== 'waiting') onFault(t('hold.slip-failed', { number: labelText(label) }))
  }
  return (
    <DialogFrame
      title={t('hold.title')}
      label={label}
      submit={t('hold.submit', { number: labelText(label) })}
      able={reason.trim() !== ''}
      busy={busy}
      fault={fault}
      onSubmit={() => void hold()}
      onClose={onClose}
    >
      <div className="frame-body">
        <ReasonField label={t('reason.label')} value={reason} onChange={setReason} examples={holdReasons} focusFirst />
        {recorded === 'papers' && (
          <MissingPapers
            requirements={requirements}
            missing={missing}
            onMissing={setMissing}
            kiosks={desk?.kiosks ?? []}
            printer={printer}
            onPrinter={setPrinter}
          />
        )}
        <MinuteChoice
          legend={t('hold.return')}
          minutes={[10, 15, 30, 60]}
          value={returnIn}
          onChange={setReturnIn}
          wordOf={(each) => (each === null ? t('hold.return-none') : t('hold.return-in', { time: clock(each) }))}
        />
        <MinuteChoice
          legend={t('hold.keep')}
          minutes={[60, 120]}
          value={keepFor}
          onChange={setKeepFor}
          wordOf={(each) => (each === null ? t('hold.keep-none') : t('hold.keep-in', { time: clock(each) }))}
        />
      </div>
    </DialogFrame>
  )
}
