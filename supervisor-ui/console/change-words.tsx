import { useMemo } from 'react'
import type { HistoryAnswer } from '../../server/contract/site-wire.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { Entry } from '../forms/path.ts'
import { differencesOf } from '../forms/wording.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { plansFor } from '../plans/all-plans.ts'
import { Differences } from './change-panel.tsx'
import { useConsole } from './console-context.ts'

type Change = HistoryAnswer['entries'][number]['changes'][number]

const changesShown = 12

/** Changes in words: what each was about, and every part before and after. */
export function ChangeWords({ changes }: { changes: readonly Change[] }) {
  const { t } = useMessages<ConsoleKey>()
  return (
    <ul className="worded">
      {changes.slice(0, changesShown).map((change) => (
        <OneChange key={`${change.kind} ${change.code}`} change={change} />
      ))}
      {changes.length > changesShown && <li>{t('history.more', { n: changes.length - changesShown })}</li>}
    </ul>
  )
}

function OneChange({ change }: { change: Change }) {
  const { setting } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { kind, code } = change
  const isSetting = kind === 'site'
  const [before, after] = [change.before, change.after].map((entry) =>
    isSetting ? { [code]: entry ?? undefined } : ((entry ?? {}) as Entry),
  ) as [Entry, Entry]
  const plans = plansFor(kind)
  const fields = useMemo(() => plans.flatMap((plan) => plan.groups.flatMap((group) => group.fields)), [plans])
  const isNew = change.before === null && !isSetting
  const isGone = change.after === null && !isSetting
  const differences = isGone ? [] : differencesOf(fields, before, after, setting)
  const plan = plans[0]
  const name = isSetting || !plan ? t('kind.site') : plan.nameOf(isGone ? before : after, setting)
  return (
    <li>
      <b>{isSetting || !plan ? name : `${t(plan.one)} ${name}`}</b>
      {isNew && ` ${t('history.added')}`}
      {isGone && ` ${t('history.removed')}`}
      {differences.length > 0 && <Differences differences={differences} isNew={isNew} />}
    </li>
  )
}
