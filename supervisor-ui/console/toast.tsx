import { useEffect, useState } from 'react'
import { isRefused } from '../../ui-kit/api.ts'
import { Button } from '../../ui-kit/button.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { type Note, useConsole } from './console-context.ts'
import { faultOf } from './use-saving.ts'

const shownMs = 20_000

/** What just happened, with a way back for a while. */
export function Toast({ note, onDone }: { note: (Note & { id: number }) | null; onDone: () => void }) {
  const { api, reload, notify } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const [busy, setBusy] = useState(false)
  const id = note?.id
  useEffect(() => {
    if (id === undefined) return
    const timer = setTimeout(onDone, shownMs)
    return () => clearTimeout(timer)
  }, [id, onDone])
  const undo = async (seq: number) => {
    setBusy(true)
    try {
      const answer = await api.command(`/api/site/history/${seq}/undo`)
      await reload()
      notify({ text: isRefused(answer) ? pick(answer.refusal.message) : t('history.undone') })
    } catch (error) {
      notify({ text: t(faultOf(error)) })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="toast" role="status">
      {note && (
        <p key={note.id}>
          <span>{note.text}</span>
          {note.undo !== undefined && (
            <Button disabled={busy} icon="undo" onClick={() => note.undo !== undefined && void undo(note.undo)}>
              {t('toast.undo')}
            </Button>
          )}
          <button type="button" aria-label={t('toast.close')} onClick={onDone}>
            <Icon name="x" />
          </button>
        </p>
      )}
    </div>
  )
}
