import { useState } from 'react'
import type { HistoryAnswer, PlanWire } from '../../server/contract/site-wire.ts'
import { isRefused } from '../../ui-kit/api.ts'
import { Button } from '../../ui-kit/button.tsx'
import { dateText, timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { dayWords } from '../forms/wording.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { ChangeWords } from './change-words.tsx'
import { useConsole } from './console-context.ts'
import { useAnswer } from './use-answer.ts'
import { faultOf } from './use-saving.ts'

/** What is going to change, and everything that has: by whom, when, before and after. */
export function HistoryTab() {
  return (
    <div className="halves history">
      <Past />
      <Planned />
    </div>
  )
}

function Past() {
  const { api, editable, reload, notify, site } = useConsole()
  const { t, locale, pick } = useMessages<ConsoleKey>()
  const { answer, failed, again } = useAnswer<HistoryAnswer>('/api/site/history')
  const [busy, setBusy] = useState(false)
  const undo = async (seq: number) => {
    setBusy(true)
    try {
      const undone = await api.command(`/api/site/history/${seq}/undo`)
      notify({ text: isRefused(undone) ? pick(undone.refusal.message) : t('history.undone') })
      await reload()
      await again()
    } catch (error) {
      notify({ text: t(faultOf(error)) })
    } finally {
      setBusy(false)
    }
  }
  const zone = site.site.timeZone
  return (
    <section className="card past" aria-labelledby="past-title">
      <h2 id="past-title">{t('history.title')}</h2>
      {failed && <p className="none">{t('fault.hub')}</p>}
      {answer?.entries.length === 0 && <p className="none">{t('history.none')}</p>}
      <ol>
        {answer?.entries.map((entry) => (
          <li key={entry.seq}>
            <header>
              <b>
                {dateText(entry.at, zone, locale, true)}, {timeText(entry.at, zone)}
              </b>
              <span>{t('history.by', { role: t(`role.${entry.role}`), name: entry.by.split(':').at(-1) ?? '' })}</span>
              {entry.undoes !== null && <span>{t('history.undoes')}</span>}
              {entry.note && <q>{entry.note}</q>}
              {entry.canUndo && (editable.all || editable.agency !== null) && (
                <Button disabled={busy} icon="undo" onClick={() => void undo(entry.seq)}>
                  {t('toast.undo')}
                </Button>
              )}
            </header>
            <ChangeWords changes={entry.changes} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Planned() {
  const { api, setting, editable, notify } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const { answer, again } = useAnswer<{ plans: readonly PlanWire[] }>('/api/site/plans')
  const withdraw = async (id: string) => {
    try {
      const answer = await api.remove(`/api/site/plans/${id}`)
      notify({ text: isRefused(answer) ? pick(answer.refusal.message) : t('plans.withdrawn') })
      await again()
    } catch (error) {
      notify({ text: t(faultOf(error)) })
    }
  }
  return (
    <section className="card planned" aria-labelledby="planned-title">
      <h2 id="planned-title">{t('plans.title')}</h2>
      {answer?.plans.length === 0 && <p className="none">{t('plans.none')}</p>}
      <ol>
        {answer?.plans.map((plan) => (
          <li key={plan.id}>
            <header>
              <b>{dayWords(plan.effective, setting)}</b>
              <span>{t(`plans.${plan.state}`)}</span>
              {plan.state === 'planned' && (editable.all || editable.agency !== null) && (
                <Button icon="x" onClick={() => void withdraw(plan.id)}>
                  {t('plans.withdraw')}
                </Button>
              )}
            </header>
            {plan.trouble && <p className="f-problem">{plan.trouble}</p>}
            <ChangeWords changes={plan.changes} />
          </li>
        ))}
      </ol>
    </section>
  )
}
