import { useMemo } from 'react'
import type { SiteChange } from '../../server/contract/site-change.ts'
import { entryOf } from '../../server/contract/site-change.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { Entry } from '../forms/path.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { codeOf, type Plan } from '../plans/plan.ts'
import { Affected, Mistakes } from './affected.tsx'
import { useConsole } from './console-context.ts'
import { AskDialog } from './dialog.tsx'
import { hashOf } from './route.ts'
import { usePreview } from './use-preview.ts'
import { useSaving } from './use-saving.ts'

/** Takes an entry away, after saying what goes with it and who is affected. */
export function RemoveEntry({ plan, entry, onClose }: { plan: Plan; entry: Entry; onClose: () => void }) {
  const { setting, site, way } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { save, busy, fault } = useSaving()
  const changes = useMemo((): SiteChange[] => {
    if (plan.kind === 'site') return []
    const self = { kind: plan.kind, code: codeOf(plan.kind, entry) }
    const along = plan.alongWhenGone?.(entry, site) ?? []
    return [{ ...self, before: entryOf(site, self), after: null }, ...along]
  }, [plan, entry, site])
  const preview = usePreview(changes, undefined)
  const name = plan.nameOf(entry, setting)
  const go = async () => {
    const saved = await save({ changes, confirm: true, said: t('saved.removed', { name }) })
    if (!saved || !('answer' in saved)) return
    way.guard(false)
    way.go(hashOf({ tab: way.route.tab, slug: way.route.slug }))
  }
  const others = changes.filter(({ after }) => after === null).length - 1
  return (
    <AskDialog
      title={t('remove.title', { name })}
      submit={t('remove.submit')}
      able={preview !== null && preview.mistakes.length === 0}
      busy={busy}
      fault={fault}
      onSubmit={() => void go()}
      onClose={onClose}
    >
      {others > 0 && <p>{t('remove.along', { n: others })}</p>}
      {preview ? (
        <>
          <Affected affected={preview.affected} needsConfirm={preview.needsConfirm} />
          <Mistakes mistakes={preview.mistakes} />
        </>
      ) : (
        <p>{t('affected.asking')}</p>
      )}
    </AskDialog>
  )
}
