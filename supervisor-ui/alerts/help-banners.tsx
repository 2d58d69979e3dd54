import { useState } from 'react'
import type { HelpView } from '../../server/contract/standstill.ts'
import { StatusShape } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { counterText } from '../counter-text.ts'
import { useAlertWords, useHub } from './use-alerts.ts'

/** Calls for help, emergencies first. Nothing sounds: whoever threatens a counter must not hear that help was called. */
export function HelpBanners({ helps, timeZone }: { helps: readonly HelpView[]; timeZone: string }) {
  const sorted = [...helps].sort((a, b) => a.kind.localeCompare(b.kind) || a.at - b.at)
  return sorted.map((call) => <HelpBanner key={call.id} call={call} timeZone={timeZone} />)
}

function HelpBanner({ call, timeZone }: { call: HelpView; timeZone: string }) {
  const words = useAlertWords()
  const { t } = words
  const { send, trouble } = useHub()
  const [isComing, setComing] = useState(false)
  const { id, kind, label, sign, floor, answers, at } = call
  const path = `/api/help/${encodeURIComponent(id)}`
  const come = async () => setComing((await send(`${path}/acknowledge`)) !== null)
  const mayEnd = isComing && (kind === 'supervisor' || answers >= 2)
  return (
    <div className={`alert-row alert-${kind}`} role="status">
      <StatusShape state="action" />
      <b>{t(`help.${kind}`, { counter: counterText({ label, number: call.counter }, words), sign, level: floor })}</b>
      <span>
        {[timeText(at, timeZone), ...(answers > 0 ? [t('help.answers', { n: answers })] : [])].join(' · ')}
        {trouble && ` ${trouble}`}
        {isComing && !mayEnd && ` ${t('help.two')}`}
      </span>
      {!isComing && (
        <button type="button" onClick={() => void come()}>
          {t('help.come')}
        </button>
      )}
      {mayEnd && (
        <button type="button" onClick={() => void send(`${path}/end`)}>
          {t('help.end')}
        </button>
      )}
    </div>
  )
}
