import { useState } from 'react'
import type { HallSnapshot } from '../../server/contract/live.ts'
import type { DownSystem } from '../../server/contract/standstill.ts'
import { agenciesText, boothsText, stillScene, useStandstillWords } from '../../ui-kit/standstill/words.ts'
import { StatusShape } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { TransferAll } from './transfer-all.tsx'
import { useAlertWords, useHub } from './use-alerts.ts'

/** The pause of the building and every central system that is down, each with its way back. */
export function StillBanners({ hall: { standstill, site } }: { hall: HallSnapshot }) {
  const { t } = useAlertWords()
  const words = useStandstillWords()
  const { send, trouble } = useHub()
  const still = stillScene(standstill, words, site.timeZone)
  return (
    <>
      {still && (
        <div className="alert-row" role="status">
          <StatusShape state={still.kind === 'closed' ? 'closed' : 'held'} />
          <b>{[still.reason, still.title].filter(Boolean).join(': ')}</b>
          <span>{still.kind === 'pause' ? [still.lines.join(' · '), trouble].filter(Boolean).join(' ') : trouble}</span>
          {still.kind === 'pause' && (
            <button type="button" onClick={() => void send('/api/building/resume')}>
              {t('act.resume')}
            </button>
          )}
        </div>
      )}
      {standstill.systems.map((system) => (
        <SystemBanner key={system.code} system={system} timeZone={site.timeZone} />
      ))}
    </>
  )
}

type Asked = 'another-day' | 'transfer' | null

function SystemBanner({ system, timeZone }: { system: DownSystem; timeZone: string }) {
  const { t } = useAlertWords()
  const words = useStandstillWords()
  const { get, send, trouble } = useHub()
  const [asked, setAsked] = useState<Asked>(null)
  const [waiting, setWaiting] = useState(0)
  const [said, setSaid] = useState('')
  const path = `/api/systems/${encodeURIComponent(system.code)}`
  const ask = async (wish: Asked) => {
    const answer = await get<{ systems: { code: string; waiting: number }[] }>('/api/systems')
    setWaiting(answer?.systems.find(({ code }) => code === system.code)?.waiting ?? 0)
    setAsked(wish)
  }
  const act = async (wish: 'another-day' | 'transfer', body: object = {}) => {
    setAsked(null)
    const answer = await send<{ moved: unknown[]; left: string[] }>(`${path}/${wish}`, body)
    if (!answer) return
    const key = wish === 'transfer' ? 'system.transferred' : 'system.moved'
    setSaid(t(key, { n: answer.moved.length, left: answer.left.length }))
  }
  const back = (
    <button type="button" onClick={() => setAsked(null)}>
      {t('cancel')}
    </button>
  )
  const since = words.t('system.since', { time: timeText(system.since, timeZone) })
  return (
    <div className="alert-row alert-system" role="status">
      <StatusShape state="action" />
      <b>{t('system.now', { system: system.name, since })}</b>
      {asked === 'transfer' ? (
        <TransferAll
          system={system}
          waiting={waiting}
          back={back}
          onChoose={(service) => void act('transfer', { service })}
        />
      ) : (
        <span>
          {asked === 'another-day'
            ? t('system.sure', { n: waiting })
            : said || trouble || `${boothsText(system, words)}, ${agenciesText(system)}`}
        </span>
      )}
      {asked === 'another-day' && (
        <>
          {back}
          <button type="button" onClick={() => void act('another-day')}>
            {t('system.move')}
          </button>
        </>
      )}
      {asked === null && (
        <>
          <button type="button" onClick={() => void ask('transfer')}>
            {t('system.transfer')}
          </button>
          <button type="button" onClick={() => void ask('another-day')}>
            {t('system.move')}
          </button>
          <button type="button" onClick={() => void send(path, { down: false })}>
            {t('system.up')}
          </button>
        </>
      )}
    </div>
  )
}
