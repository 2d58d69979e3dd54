import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { isSame, type SiteChange } from '../../server/contract/site-change.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { ClashPanel } from '../forms/clash-panel.tsx'
import { FormFields } from '../forms/form-fields.tsx'
import type { Entry } from '../forms/path.ts'
import { problemsOf } from '../forms/problems.ts'
import { useDraft } from '../forms/use-draft.ts'
import { differencesOf } from '../forms/wording.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { changesBetween, codeOf, isSettings, type Plan } from '../plans/plan.ts'
import { ChangePanel } from './change-panel.tsx'
import { ConfirmWaiting } from './confirm-waiting.tsx'
import { useConsole } from './console-context.ts'
import { EntryHead } from './entry-head.tsx'
import { mayAdd, mayChange } from './rights.ts'
import { hashOf } from './route.ts'
import { usePreview } from './use-preview.ts'
import { useSaving } from './use-saving.ts'

interface Props {
  plan: Plan
  /** As the building has it; null for a new one. */
  present: Entry | null
  /** What the form begins with. */
  begin: Entry
  /** The entry that a new one is a copy of. */
  source: Entry | null
}

/** One entry: its form, what changing it would do, and the way to save it. */
export function EntryPage({ plan, present, begin, source }: Props) {
  const surroundings = useConsole()
  const { setting, way, site } = surroundings
  const { messages } = setting
  const { t } = useMessages<ConsoleKey>()
  const { base, draft, clash, change, reset, settle } = useDraft(present, begin)
  const [effective, setEffective] = useState<string>()
  const [note, setNote] = useState('')
  const [asking, setAsking] = useState(false)
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
  const isNew = base === null
  const isDirty = isNew ? !isSame(draft, begin) : !isSame(base, draft)
  const fields = useMemo(() => plan.groups.flatMap((group) => group.fields), [plan])
  const differences = useMemo(
    () => (isDirty ? differencesOf(fields, base ?? {}, draft, setting) : []),
    [fields, base, draft, setting, isDirty],
  )
  const taken = isNew && plan.kind !== 'site' && takenIn(plan, draft, site)
  const problems = useMemo(() => {
    const found = problemsOf(plan.schema, draft, messages)
    const key = fields.find((field) => field.key)?.path
    return taken && key ? [...found, { path: key, message: messages.t('problem.taken') }] : found
  }, [plan, draft, messages, taken, fields])
  const changes = useMemo((): SiteChange[] => {
    if (!isDirty || problems.length > 0 || clash) return []
    const along = isNew ? (plan.alongWhenNew?.(draft, setting, source) ?? []) : []
    return [...changesBetween(plan.kind, base, draft), ...along]
  }, [isDirty, problems, clash, isNew, plan, draft, setting, source, base])
  const preview = usePreview(changes, effective)
  const { save, busy, fault } = useSaving()

  useEffect(() => {
    way.guard(isDirty)
    return () => way.guard(false)
  }, [isDirty, way.guard])

  const isReadOnly = (path: string): boolean => {
    const isKey = fields.some((field) => field.path === path && field.key)
    return (
      (isKey && !isNew) || !(isNew ? mayAdd(surroundings, plan.kind) : mayChange(surroundings, plan.kind, base, path))
    )
  }
  const mayAny = fields.some(({ path }) => !isReadOnly(path))
  const isTold = (path: string) => !isNew || [...touched].some((each) => path === each || path.startsWith(`${each}.`))
  const found = useMemo(() => {
    const ofHub = (preview?.mistakes ?? []).flatMap((mistake) =>
      mistake.code === undefined || mistake.code !== String(plan.kind === 'site' ? '' : codeOf(plan.kind, draft))
        ? []
        : [
            {
              path: mistake.path.replace(/^\w+\[\d+\]\.?/, '').replace(/\[(\d+)\]/g, '.$1'),
              message: messages.pick(mistake.message),
            },
          ],
    )
    return [...problems, ...ofHub]
  }, [preview, problems, plan.kind, draft, messages])
  const problemAt = (path: string, below = false): string | null =>
    found.find((each) => isTold(each.path) && (each.path === path || (below && each.path.startsWith(`${path}.`))))
      ?.message ?? null

  const name = plan.nameOf(draft, setting)
  const Beside = plan.beside
  const send = async (confirm: boolean) => {
    const saved = await save({
      changes,
      effective,
      note,
      confirm,
      said: t('saved.done', { name: name || t(plan.one) }),
    })
    if (saved && 'name' in saved) {
      if (saved.name === 'people-waiting') setAsking(true)
      if (saved.name === 'still-in-use' && typeof saved.next === 'object' && saved.next && 'from' in saved.next)
        setEffective(String(saved.next.from))
      return
    }
    setAsking(false)
    if (!saved) return
    setNote('')
    way.guard(false)
    if (saved.answer.plan) {
      setEffective(undefined)
      reset()
    } else if (isNew && plan.kind !== 'site')
      way.go(hashOf({ ...way.route, code: codeOf(plan.kind, draft), isNew: false }))
    else settle({ base: draft, draft })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changes.length === 0) return
    if (preview?.needsConfirm && !effective) setAsking(true)
    else void send(false)
  }

  return (
    <form
      className={Beside ? 'entry entry-shown' : 'entry'}
      onSubmit={submit}
      noValidate
      aria-label={name || t(plan.one)}
    >
      <div className="entry-form">
        <EntryHead plan={plan} entry={draft} isNew={isNew} />
        {!mayAny && <p className="read-only">{t('entry.read-only')}</p>}
        {clash && (
          <ClashPanel
            fields={fields}
            setting={setting}
            base={base}
            draft={draft}
            theirs={clash.theirs}
            onSettle={settle}
            onGone={() => {
              way.guard(false)
              way.go(hashOf({ tab: way.route.tab, slug: way.route.slug }))
            }}
          />
        )}
        <FormFields
          groups={plan.groups}
          setting={setting}
          entry={draft}
          kind={plan.kind}
          isNew={isNew}
          isReadOnly={isReadOnly}
          problemAt={problemAt}
          change={(path, value) => {
            setTouched((before) => new Set([...before, path]))
            change(path, value)
          }}
        />
      </div>
      {Beside && <Beside draft={draft} />}
      {mayAny && (
        <ChangePanel
          differences={differences}
          preview={preview}
          isNew={isNew}
          along={changes.length - 1}
          isClashing={clash !== null}
          isDirty={isDirty}
          problems={problems.length}
          effective={effective}
          note={note}
          busy={busy}
          fault={fault}
          able={changes.length > 0 && (preview?.mistakes.length ?? 0) === 0}
          onEffective={setEffective}
          onNote={setNote}
          onReset={() => {
            reset()
            setNote('')
            setTouched(new Set())
          }}
        />
      )}
      {asking && (
        <ConfirmWaiting
          affected={preview?.affected ?? null}
          busy={busy}
          onConfirm={() => void send(true)}
          onClose={() => setAsking(false)}
        />
      )}
    </form>
  )
}

function takenIn(plan: Plan, draft: Entry, site: ReturnType<typeof useConsole>['site']): boolean {
  if (isSettings(plan) || plan.kind === 'site') return false
  const kind = plan.kind
  return (site[kind] as readonly Entry[]).some((each) => codeOf(kind, each) === codeOf(kind, draft))
}
