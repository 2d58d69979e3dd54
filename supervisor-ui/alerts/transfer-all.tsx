import { type ReactNode, useEffect, useId, useState } from 'react'
import type { ServicesAnswer } from '../../server/contract/api.ts'
import type { DownSystem } from '../../server/contract/standstill.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useAlertWords, useHub } from './use-alerts.ts'

interface Props {
  system: DownSystem
  waiting: number
  back: ReactNode
  onChoose: (service: string) => void
}

/** R8.6: which service takes over those who wait for a central system; those that stand still too are left out. */
export function TransferAll({ system, waiting, back, onChoose }: Props) {
  const { t } = useAlertWords()
  const { pick } = useMessages()
  const { get, trouble } = useHub()
  const [services, setServices] = useState<ServicesAnswer['services']>([])
  const [chosen, setChosen] = useState('')
  const field = useId()
  useEffect(() => {
    void get<ServicesAnswer>('/api/services').then((answer) => answer && setServices(answer.services))
  }, [get])
  const open = services.filter(({ code, pausedSystem }) => !system.services.includes(code) && pausedSystem === null)
  return (
    <>
      <span className="alert-transfer">
        <label htmlFor={field}>{t('system.transfer.to')}</label>
        <select id={field} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t('system.transfer.choose')}</option>
          {open.map(({ code, name, agency, booth }) => (
            <option key={code} value={code}>
              {`${booth.sign} · ${agency.short} · ${pick(name)}`}
            </option>
          ))}
        </select>
        {trouble}
      </span>
      {back}
      <button type="button" disabled={chosen === ''} onClick={() => onChoose(chosen)}>
        {t('system.transfer.do', { n: waiting })}
      </button>
    </>
  )
}
