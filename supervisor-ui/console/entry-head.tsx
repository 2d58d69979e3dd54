import { useState } from 'react'
import { Button } from '../../ui-kit/button.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { Entry } from '../forms/path.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { codeOf, type Plan } from '../plans/plan.ts'
import { CloseBooth } from './close-booth.tsx'
import { useConsole } from './console-context.ts'
import { RemoveEntry } from './remove-entry.tsx'
import { mayAdd, mayOpen } from './rights.ts'
import { hashOf } from './route.ts'

/** The entry's name, and what can be done with the whole of it. */
export function EntryHead({ plan, entry, isNew }: { plan: Plan; entry: Entry; isNew: boolean }) {
  const surroundings = useConsole()
  const { setting, way } = surroundings
  const { t } = useMessages<ConsoleKey>()
  const [asked, setAsked] = useState<'remove' | 'close' | null>(null)
  // Where nothing is made anew, nothing is taken away: the page shows a part of entries that belong on another one.
  const isList = plan.kind !== 'site' && plan.blank !== undefined
  const name = isNew ? t('entry.new', { kind: t(plan.one).toLowerCase() }) : plan.nameOf(entry, setting)
  const code = plan.kind === 'site' ? '' : codeOf(plan.kind, entry)
  return (
    <header className="entry-head">
      <div>
        <h2 tabIndex={-1}>{name}</h2>
        {!isNew && <p>{plan.hintOf?.(entry, setting)}</p>}
      </div>
      {isList && !isNew && (
        <div className="acts">
          {plan.kind === 'booths' && mayOpen(surroundings, plan.kind, entry) && (
            <Button onClick={() => setAsked('close')}>{t('entry.close')}</Button>
          )}
          {mayAdd(surroundings, plan.kind) && (
            <Button
              icon="plus"
              onClick={() => way.go(hashOf({ tab: way.route.tab, slug: way.route.slug, isNew: true, code }))}
            >
              {t('entry.copy')}
            </Button>
          )}
          {mayAdd(surroundings, plan.kind) && mayOpen(surroundings, plan.kind, entry) && (
            <Button icon="x" onClick={() => setAsked('remove')}>
              {t('entry.remove')}
            </Button>
          )}
        </div>
      )}
      {asked === 'remove' && <RemoveEntry plan={plan} entry={entry} onClose={() => setAsked(null)} />}
      {asked === 'close' && <CloseBooth booth={entry} onClose={() => setAsked(null)} />}
    </header>
  )
}
