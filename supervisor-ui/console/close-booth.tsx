import { useMemo, useState } from 'react'
import type { SiteChange } from '../../server/contract/site-change.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { Entry } from '../forms/path.ts'
import { dayWords } from '../forms/wording.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { boothPlan } from '../plans/booth-plans.ts'
import { Affected, Mistakes } from './affected.tsx'
import { useConsole } from './console-context.ts'
import { AskDialog } from './dialog.tsx'
import { usePreview } from './use-preview.ts'
import { useSaving } from './use-saving.ts'

/** Closes a booth by dated hours without any: from a day, until a day or until somebody takes them away. */
export function CloseBooth({ booth, onClose }: { booth: Entry; onClose: () => void }) {
  const { setting, site, today } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { save, busy, fault } = useSaving()
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState('')
  const changes = useMemo((): SiteChange[] => {
    const code = freeCode(
      site.exceptions.map((each) => each.code),
      `TUTUP-${String(booth.code)}`,
    )
    const after = {
      code,
      name: { id: 'Tutup sementara', en: 'Temporarily closed' },
      from,
      ...(to && { to }),
      scope: { booth: booth.code },
      hours: {},
    }
    return [{ kind: 'exceptions', code, before: null, after }]
  }, [site, booth.code, from, to])
  const preview = usePreview(changes, undefined)
  const name = boothPlan.nameOf(booth, setting)
  const go = async () => {
    const saved = await save({ changes, confirm: true, said: t('saved.closed', { name }) })
    if (saved && 'answer' in saved) onClose()
  }
  const isOrdered = to === '' || from <= to
  return (
    <AskDialog
      title={preview?.needsConfirm ? t('waiting.title', { n: preview.affected.waiting }) : t('close.title', { name })}
      submit={preview?.needsConfirm ? t('waiting.submit') : t('close.submit')}
      able={preview !== null && preview.mistakes.length === 0 && isOrdered}
      busy={busy}
      fault={isOrdered ? fault : t('problem.last-before-first')}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      <p>{t(preview?.needsConfirm ? 'waiting.about' : 'close.about')}</p>
      <div className="pair">
        <label>
          {t('field.first-day')}
          <input type="date" min={today} value={from} onChange={({ target }) => setFrom(target.value || today)} />
          <small>{dayWords(from, setting)}</small>
        </label>
        <label>
          {t('close.until')}
          <input type="date" min={from} value={to} onChange={({ target }) => setTo(target.value)} />
          <small>{to ? dayWords(to, setting) : t('close.open-end')}</small>
        </label>
      </div>
      {preview && (
        <>
          <Affected affected={preview.affected} />
          <Mistakes mistakes={preview.mistakes} />
        </>
      )}
    </AskDialog>
  )
}

/** A name of at most 20 letters that no other entry has. */
function freeCode(taken: readonly string[], wish: string): string {
  const name = wish.slice(0, 17)
  for (let n = 1; ; n++) {
    const code = n === 1 ? name : `${name}-${n}`
    if (!taken.includes(code)) return code
  }
}
