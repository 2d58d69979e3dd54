import { useMemo, useState } from 'react'
import type { KioskSnapshot } from '../../server/contract/live.ts'
import type { HelpWire } from '../../server/contract/standstill.ts'
import { type Api, isRefused } from '../../ui-kit/api.ts'
import { createMessages } from '../../ui-kit/messages/create-messages.ts'
import { boothsText, stillScene, useStandstillWords } from '../../ui-kit/standstill/words.ts'
import { StatusShape } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { deskAlertCatalogue } from './messages.ts'
import { useHelps } from './use-helps.ts'

function useAlertWords() {
  const { locale } = useMessages()
  return useMemo(() => createMessages(locale, deskAlertCatalogue), [locale])
}

interface Props {
  api: Api
  hall: KioskSnapshot
  linked: boolean
}

/** What the desk has to know before it gives a number, and who calls for help. Nothing sounds (R5.13). */
export function DeskAlerts({ api, hall, linked }: Props) {
  const { t } = useAlertWords()
  const { helps, refresh } = useHelps(api, linked)
  const { timeZone } = hall.site
  const sorted = [...helps].sort((a, b) => a.kind.localeCompare(b.kind) || a.at.localeCompare(b.at))
  return (
    <aside className="alerts" aria-label={t('alerts.title')}>
      {sorted.map((call) => (
        <HelpRow key={call.id} call={call} api={api} timeZone={timeZone} linked={linked} onDone={refresh} />
      ))}
      <Still hall={hall} />
    </aside>
  )
}

function Still({ hall: { standstill, site } }: Pick<Props, 'hall'>) {
  const { t } = useAlertWords()
  const words = useStandstillWords()
  const still = stillScene(standstill, words, site.timeZone)
  return (
    <>
      {still && (
        <p className="alerts-row" role="status">
          <StatusShape state={still.kind === 'closed' ? 'closed' : 'held'} />
          <b>{[still.reason, still.title].filter(Boolean).join(': ')}</b>
          <span>
            {still.kind === 'closed'
              ? t('still.closed')
              : [still.lines[0], t('still.pause')].filter(Boolean).join('. ')}
          </span>
        </p>
      )}
      {standstill.systems.map((system) => (
        <p key={system.code} className="alerts-row" role="status">
          <StatusShape state="action" />
          <b>{words.t('system.title')}</b>
          <span>
            {t('still.system', {
              system: system.name,
              since: words.t('system.since', { time: timeText(system.since, site.timeZone) }),
              booths: boothsText(system, words),
            })}
          </span>
        </p>
      ))}
    </>
  )
}

interface HelpProps {
  call: HelpWire
  api: Api
  timeZone: string
  linked: boolean
  onDone: () => void
}

function HelpRow({ call, api, timeZone, linked, onDone }: HelpProps) {
  const { t } = useAlertWords()
  const { pick } = useMessages()
  const [isComing, setComing] = useState(false)
  const [trouble, setTrouble] = useState('')
  const answers = call.acknowledged.length
  const mayEnd = isComing && (call.kind === 'supervisor' || answers >= 2)
  const send = async (verb: 'acknowledge' | 'end') => {
    setTrouble('')
    try {
      const answer = await api.command(`/api/help/${encodeURIComponent(call.id)}/${verb}`)
      if (isRefused(answer)) setTrouble(pick(answer.refusal.message))
      else if (verb === 'acknowledge') setComing(true)
    } catch {
      setTrouble(t('help.failed'))
    }
    onDone()
  }
  return (
    <div className={`alerts-row alerts-${call.kind}`} role="status">
      <StatusShape state="action" />
      <b>{t(`help.${call.kind}`, { counter: call.label, sign: call.sign, level: call.floor })}</b>
      <span>
        {[timeText(call.at, timeZone), answers > 0 && t('help.answers', { n: answers })].filter(Boolean).join(' · ')}
        {trouble ? ` ${trouble}` : isComing && !mayEnd && ` ${t('help.two')}`}
      </span>
      {!isComing && (
        <button type="button" disabled={!linked} onClick={() => void send('acknowledge')}>
          {t('help.come')}
        </button>
      )}
      {mayEnd && (
        <button type="button" disabled={!linked} onClick={() => void send('end')}>
          {t('help.end')}
        </button>
      )}
    </div>
  )
}
