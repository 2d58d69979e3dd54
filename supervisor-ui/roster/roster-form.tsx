import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { isSame } from '../../server/contract/site-change.ts'
import { ApiError, isRefused } from '../../ui-kit/api.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { AskDialog } from '../console/dialog.tsx'
import { faultOf } from '../console/use-saving.ts'
import type { FieldGroup, Schema } from '../forms/field.ts'
import { ProblemText } from '../forms/field-frame.tsx'
import { FormFields } from '../forms/form-fields.tsx'
import { type Entry, withValue } from '../forms/path.ts'
import { type Problem, problemsOf } from '../forms/problems.ts'
import type { ConsoleKey } from '../messages/console.ts'

export interface Removal {
  readonly path: string
  readonly act: string
  readonly title: string
  readonly about: string
  readonly said: string
}

interface Props {
  title: string
  hint?: ReactNode
  /** Which parts there are may depend on what has been filled in. */
  groups: readonly FieldGroup[] | ((entry: Entry) => readonly FieldGroup[])
  schema: Schema
  begin: Entry
  isNew: boolean
  mayKeep: boolean
  /** Where it is sent. */
  path: string
  said: (entry: Entry) => string
  /** What is sent, where that is not the entry itself. */
  bodyOf?: (entry: Entry) => Entry
  /** What else follows from a part that was just filled in. */
  follow?: (entry: Entry, path: string) => Entry
  removal: Removal | null
  /** It is saved or gone. */
  onDone: () => void
}

/** One officer, shift or device: filled in, sent, and what the hub finds wrong shown at its field. */
export function RosterForm(props: Props) {
  const { title, hint, schema, begin, isNew, mayKeep, path, said, removal, onDone } = props
  const { bodyOf = same, follow = same } = props
  const { api, setting, way, notify } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const [draft, setDraft] = useState(begin)
  const [wrong, setWrong] = useState<readonly Problem[]>([])
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const groups = typeof props.groups === 'function' ? props.groups(draft) : props.groups
  const fields = groups.flatMap((group) => group.fields)
  const choices = new Set(fields.filter(({ kind }) => kind === 'choice').map((field) => field.path))
  const isDirty = !isSame(begin, draft)
  useEffect(() => {
    way.guard(isDirty)
    return () => way.guard(false)
  }, [isDirty, way.guard])

  const run = async (work: () => Promise<unknown>, done: string) => {
    setBusy(true)
    setFault(null)
    try {
      const answer = await work()
      if (isRefused(answer)) return setFault(pick(answer.refusal.message))
      way.guard(false)
      notify({ text: done })
      onDone()
    } catch (error) {
      const found = mistakesOf(error).map((field) => ({ path: field.path, message: pick(field.text) }))
      if (found.length > 0) setWrong(found)
      else setFault(t(faultOf(error)))
      setAsking(false)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = problemsOf(schema, draft, setting.messages).map((one) =>
      choices.has(one.path) ? { ...one, message: t('problem.choose') } : one,
    )
    setWrong(found)
    if (found.length === 0 && !busy) void run(() => api.command(path, bodyOf(draft)), said(draft))
  }

  return (
    <form className="roster-form" onSubmit={submit} noValidate aria-label={title}>
      <header className="entry-head">
        <div>
          <h2 tabIndex={-1}>{title}</h2>
          {hint && <p>{hint}</p>}
        </div>
        {mayKeep && removal && (
          <div className="acts">
            <Button icon="x" onClick={() => setAsking(true)}>
              {removal.act}
            </Button>
          </div>
        )}
      </header>
      {!mayKeep && <p className="read-only">{t('entry.read-only')}</p>}
      <FormFields
        groups={groups}
        setting={setting}
        entry={draft}
        kind="roster"
        isNew={isNew}
        isReadOnly={() => !mayKeep}
        problemAt={(at, below = false) =>
          wrong.find((each) => each.path === at || (below && each.path.startsWith(`${at}.`)))?.message ?? null
        }
        change={(at, value) => {
          setWrong((before) => before.filter((each) => each.path !== at && !each.path.startsWith(`${at}.`)))
          setDraft((before) => follow((withValue(before, at, value) ?? {}) as Entry, at))
        }}
      />
      {mayKeep && (
        <footer className="acts">
          <div role="alert">
            <ProblemText problem={fault ?? (wrong.length > 0 ? t('change.problems', { n: wrong.length }) : null)} />
          </div>
          <Button main type="submit" disabled={busy}>
            {t('roster.save')}
          </Button>
        </footer>
      )}
      {asking && removal && (
        <AskDialog
          title={removal.title}
          submit={removal.act}
          busy={busy}
          fault={fault}
          onSubmit={() => void run(() => api.remove(removal.path), removal.said)}
          onClose={() => setAsking(false)}
        >
          <p>{removal.about}</p>
        </AskDialog>
      )}
    </form>
  )
}

const same = (entry: Entry): Entry => entry

interface WrongField {
  readonly path: string
  readonly text: { id: string; en: string }
}

/** What the hub found wrong, by field, in words. */
export function mistakesOf(error: unknown): readonly WrongField[] {
  if (!(error instanceof ApiError) || error.status !== 400) return []
  const { error: told } = (error.body ?? {}) as { error?: { fields?: readonly Partial<WrongField>[] } }
  return (told?.fields ?? []).filter((field): field is WrongField => !!field.path && !!field.text)
}
