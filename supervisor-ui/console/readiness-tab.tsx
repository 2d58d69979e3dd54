import { useState } from 'react'
import type { SiteChange } from '../../server/contract/site-change.ts'
import { type ReadinessAnswer, readinessChecks } from '../../server/contract/site-wire.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { Status } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { Entry } from '../forms/path.ts'
import { dayWords } from '../forms/wording.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { boothName } from '../plans/options.ts'
import { useConsole } from './console-context.ts'
import { mayOpen } from './rights.ts'
import { hashOf } from './route.ts'
import { useAnswer } from './use-answer.ts'
import { useSaving } from './use-saving.ts'

type Row = ReadinessAnswer['booths'][number]
const seen: readonly string[] = ['network', 'printer', 'officer']
const shapes = { open: 'open', ready: 'open', soon: 'not-yet', 'not-ready': 'action' } as const

/** What each booth still lacks before its first day; what somebody has to see is ticked here. */
export function ReadinessTab() {
  const { t } = useMessages<ConsoleKey>()
  const { answer, failed } = useAnswer<ReadinessAnswer>('/api/site/readiness')
  const [onlyComing, setOnlyComing] = useState(false)
  const rows = (answer?.booths ?? []).filter(({ state }) => !onlyComing || state !== 'open')
  const count = (state: Row['state']) => answer?.booths.filter((row) => row.state === state).length ?? 0
  return (
    <div className="readiness card">
      <header>
        <div>
          <h2 id="ready-title">{t('ready.title')}</h2>
          <p>
            {t('ready.summary', {
              open: count('open'),
              ready: count('ready'),
              soon: count('soon'),
              lacking: count('not-ready'),
            })}
          </p>
        </div>
        <label className="f-switch">
          <input type="checkbox" checked={onlyComing} onChange={({ target }) => setOnlyComing(target.checked)} />
          {t('ready.only-coming')}
        </label>
      </header>
      {failed && <p className="none">{t('fault.hub')}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-labelledby="ready-title">
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t('one.booths')}</th>
              <th scope="col">{t('ready.state')}</th>
              <th scope="col">{t('field.opens')}</th>
              {readinessChecks.map((check) => (
                <th key={check} scope="col">
                  {t(`ready.${check}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <BoothRow key={row.booth} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}

function BoothRow({ row }: { row: Row }) {
  const surroundings = useConsole()
  const { setting, site, today } = surroundings
  const { t, pick } = useMessages<ConsoleKey>()
  const { save, busy } = useSaving()
  const booth = site.booths.find(({ code }) => code === row.booth)
  if (!booth) return null
  const mayTick = mayOpen(surroundings, 'booths', booth)
  const tick = (check: string, isDone: boolean) => {
    const { [check]: _old, ...others } = (booth.ready ?? {}) as Entry
    const ready = isDone ? { ...others, [check]: today } : others
    const { ready: _before, ...rest } = booth
    const after = Object.keys(ready).length > 0 ? { ...rest, ready } : rest
    const change: SiteChange = { kind: 'booths', code: booth.code, before: booth, after }
    void save({ changes: [change], said: t('saved.done', { name: boothName(setting, booth.code) }) })
  }
  return (
    <tr>
      <th scope="row">
        <a href={hashOf({ tab: 'gerai', code: booth.code })}>
          <BoothSign sign={booth.sign} /> {boothName(setting, booth.code).slice(3)}
        </a>
      </th>
      <td>
        <Status state={shapes[row.state]}>{t(`ready.state.${row.state}`)}</Status>
      </td>
      <td>{row.opens ? dayWords(row.opens, setting).replace(/^[^,]+, /, '') : '–'}</td>
      {row.checks.map((check) => (
        <td key={check.name}>
          {seen.includes(check.name) && mayTick ? (
            <label className="tick" title={pick(check.detail)}>
              <input
                type="checkbox"
                checked={check.done}
                disabled={busy}
                aria-label={t('ready.tick', { check: t(`ready.${check.name}`), booth: boothName(setting, booth.code) })}
                onChange={({ target }) => tick(check.name, target.checked)}
              />
              <small>
                {check.since ? dayWords(check.since, setting).replace(/^[^,]+, | \d{4}$/g, '') : t('ready.lacking')}
              </small>
            </label>
          ) : (
            <span className={check.done ? 'has' : 'lacks'}>
              <Icon name={check.done ? 'check' : 'minus'} />
              <small>{pick(check.detail)}</small>
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}
