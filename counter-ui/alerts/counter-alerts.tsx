import { useCallback, useMemo, useState } from 'react'
import type { CounterSnapshot } from '../../server/contract/live.ts'
import type { HelpView } from '../../server/contract/standstill.ts'
import { createApi, isRefused } from '../../ui-kit/api.ts'
import { createMessages } from '../../ui-kit/messages/create-messages.ts'
import { stillScene, useStandstillWords } from '../../ui-kit/standstill/words.ts'
import { StatusShape } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { alertCatalogue } from './catalogue.ts'
import { useEmergencyKey } from './use-emergency-key.ts'

interface Props {
  snapshot: CounterSnapshot
  token: string | undefined
  linked: boolean
}

function useAlertWords() {
  const { locale } = useMessages()
  return useMemo(() => createMessages(locale, alertCatalogue), [locale])
}

/** What stands still around this counter, and help: asked for here, or by a colleague of the same booth. No sound. */
export function CounterAlerts({ snapshot, token, linked }: Props) {
  const words = useAlertWords()
  const { t } = words
  const [failed, setFailed] = useState(false)
  const { number } = snapshot.counter
  const api = useMemo(() => createApi(token ? { token } : {}), [token])
  const send = useCallback(
    (path: string, body: object = {}) =>
      void api.command(path, body).then(
        (answer) => setFailed(isRefused(answer)),
        () => setFailed(true),
      ),
    [api],
  )
  const ask = useCallback((kind: HelpView['kind']) => send(`/api/counters/${number}/help`, { kind }), [send, number])
  useEmergencyKey(useCallback(() => ask('emergency'), [ask]))

  const own = snapshot.helps.filter(({ counter }) => counter === number)
  const others = snapshot.helps.filter(({ counter }) => counter !== number)
  const isAsked = own.some(({ kind }) => kind === 'supervisor')
  return (
    <aside className="alerts" aria-label={t('title')}>
      <Still snapshot={snapshot} />
      {others.map((call) => (
        <ColleagueCall key={call.id} call={call} linked={linked} onSend={send} />
      ))}
      <p className="alerts-help">
        {own.map((call) => (
          <OwnCall key={call.id} call={call} linked={linked} onSend={send} />
        ))}
        {!isAsked && (
          <button type="button" disabled={!linked} title={t('help.key')} onClick={() => ask('supervisor')}>
            {t('help.ask')}
          </button>
        )}
        <span role="status">{failed && t('help.failed')}</span>
      </p>
    </aside>
  )
}

function Still({ snapshot: { standstill, site } }: { snapshot: CounterSnapshot }) {
  const { t } = useAlertWords()
  const words = useStandstillWords()
  const still = stillScene(standstill, words, site.timeZone)
  const since = (at: number) => words.t('system.since', { time: timeText(at, site.timeZone) })
  return (
    <>
      {still && (
        <p className="alerts-row" role="status">
          <StatusShape state={still.kind === 'closed' ? 'closed' : 'held'} />
          <b>{[still.reason, still.title].filter(Boolean).join(': ')}</b>
          <span>{t(still.kind === 'closed' ? 'still.closed' : 'still.keep')}</span>
        </p>
      )}
      {standstill.systems.map((system) => (
        <p key={system.code} className="alerts-row alerts-system" role="status">
          <StatusShape state="action" />
          <b>{words.t('system.title')}</b>
          <span>{t('system.text', { system: system.name, since: since(system.since) })}</span>
        </p>
      ))}
    </>
  )
}

interface CallProps {
  call: HelpView
  linked: boolean
  onSend: (path: string) => void
}

const pathOf = ({ id }: HelpView, verb: 'acknowledge' | 'end') => `/api/help/${encodeURIComponent(id)}/${verb}`

/** Discreet: whoever stands at the counter reads nothing of an emergency in it. */
function OwnCall({ call, linked, onSend }: CallProps) {
  const { t } = useAlertWords()
  const mayEnd = call.kind === 'supervisor' || call.answers >= 2
  return (
    <>
      <span role="status">{t(`help.${call.kind}.${call.answers > 0 ? 'n' : 0}`, { n: call.answers })}</span>
      {mayEnd && (
        <button type="button" disabled={!linked} onClick={() => onSend(pathOf(call, 'end'))}>
          {t('help.end')}
        </button>
      )}
    </>
  )
}

function ColleagueCall({ call, linked, onSend }: CallProps) {
  const { t } = useAlertWords()
  const [isMine, setMine] = useState(false)
  const come = () => {
    setMine(true)
    onSend(pathOf(call, 'acknowledge'))
  }
  return (
    <p className="alerts-row alerts-system" role="status">
      <StatusShape state="action" />
      <b>{t(call.kind === 'emergency' ? 'help.emergency-of' : 'help.of', { counter: call.label })}</b>
      {isMine ? (
        <span>{t('help.coming')}</span>
      ) : (
        <button type="button" disabled={!linked} onClick={come}>
          {t('help.come')}
        </button>
      )}
    </p>
  )
}
