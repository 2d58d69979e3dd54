import { useState } from 'react'
import type { Device } from '../../server/contract/devices.ts'
import { ApiError } from '../../ui-kit/api.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { AskDialog } from '../console/dialog.tsx'
import type { ConsoleKey } from '../messages/console.ts'
import { mistakesOf } from '../roster/roster-form.tsx'

interface Props {
  device: Device
  onClose: () => void
  onDone: () => void
}

/** Another machine takes over everything that this one was. */
export function ReplaceDialog({ device: { id, name }, onClose, onDone }: Props) {
  const { api, notify } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const send = async () => {
    setBusy(true)
    setFault(null)
    try {
      await api.command(`/api/devices/${id}/replace`, { code })
      notify({ text: t('device.replaced', { name }) })
      onDone()
      onClose()
    } catch (error) {
      const [mistake] = error instanceof ApiError ? mistakesOf(error) : []
      setFault(mistake ? pick(mistake.text) : t('device.failed'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <AskDialog
      title={t('device.replace.title', { name })}
      submit={t('device.act.replace')}
      able={code.trim() !== ''}
      busy={busy}
      fault={fault}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('device.replace.about')}</p>
      <label className="device-code">
        {t('device.code')}
        <input value={code} autoComplete="off" maxLength={12} onChange={({ target }) => setCode(target.value)} />
      </label>
    </AskDialog>
  )
}
