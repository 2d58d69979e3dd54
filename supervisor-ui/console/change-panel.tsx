import { useId } from 'react'
import type { PreviewAnswer } from '../../server/contract/site-wire.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { type Difference, dayWords } from '../forms/wording.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { Affected, Mistakes } from './affected.tsx'
import { useConsole } from './console-context.ts'

interface Props {
  differences: readonly Difference[]
  preview: PreviewAnswer | null
  isNew: boolean
  /** How many other entries a new one brings along. */
  along: number
  /** Another's change waits to be settled first. */
  isClashing: boolean
  isDirty: boolean
  problems: number
  /** A date; undefined: now. */
  effective: string | undefined
  /** Why, in the person's own words. */
  note: string
  busy: boolean
  fault: string | null
  able: boolean
  onEffective: (date: string | undefined) => void
  onNote: (note: string) => void
  onReset: () => void
}

/** Beside the form: what will change, who is affected, when, and the one button that does it. */
export function ChangePanel(props: Props) {
  const {
    differences,
    preview,
    isNew,
    along,
    isClashing,
    isDirty,
    problems,
    effective,
    note,
    busy,
    fault,
    able,
    onEffective,
    onNote,
    onReset,
  } = props
  const { t } = useMessages<ConsoleKey>()
  return (
    <aside className="change card" aria-label={t('change.title')}>
      <section>
        <h3>{t('change.title')}</h3>
        {!isDirty ? (
          <p className="none">{t('change.none')}</p>
        ) : isNew ? (
          <p className="none">{along > 0 ? t('change.new-along', { n: along }) : t('change.new')}</p>
        ) : (
          <Differences differences={differences} />
        )}
      </section>
      {isDirty && (
        <>
          <section aria-live="polite">
            <h3>{t('affected.title')}</h3>
            {isClashing ? (
              <p className="none">{t('clash.first')}</p>
            ) : problems > 0 ? (
              <p className="none">{t('change.problems', { n: problems })}</p>
            ) : preview ? (
              <>
                <Affected affected={preview.affected} needsConfirm={preview.needsConfirm && !effective} />
                <Mistakes mistakes={preview.mistakes} />
              </>
            ) : (
              <p className="none">{t('affected.asking')}</p>
            )}
          </section>
          <When effective={effective} onChange={onEffective} />
          <label className="change-note">
            {t('change.note')}
            <input value={note} maxLength={200} onChange={({ target }) => onNote(target.value)} />
          </label>
        </>
      )}
      <div className="save">
        <p role="alert" className="f-problem">
          {fault}
        </p>
        <div className="acts">
          <Button disabled={!isDirty} onClick={onReset}>
            {t('change.reset')}
          </Button>
          <Button main type="submit" disabled={!isDirty || !able || busy}>
            {effective ? t('change.plan') : t(isNew ? 'change.add' : 'change.save')}
          </Button>
        </div>
      </div>
    </aside>
  )
}

export function Differences({ differences, isNew = false }: { differences: readonly Difference[]; isNew?: boolean }) {
  const { t } = useMessages<ConsoleKey>()
  return (
    <dl className="differences">
      {differences.map(({ path, label, before, after }) => (
        <div key={path}>
          <dt>{label}</dt>
          <dd>
            {!isNew && (
              <>
                <span className="k-sr">{t('change.was')} </span>
                <s>{before}</s>
              </>
            )}
            <span className="k-sr">{t('change.becomes')} </span>
            <b>{after}</b>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function When({
  effective,
  onChange,
}: {
  effective: string | undefined
  onChange: (date: string | undefined) => void
}) {
  const { t } = useMessages<ConsoleKey>()
  const { today, setting } = useConsole()
  const id = useId()
  const tomorrow = dayAfter(today)
  return (
    <fieldset className="when">
      <legend>{t('when.title')}</legend>
      <label>
        <input type="radio" name={id} checked={effective === undefined} onChange={() => onChange(undefined)} />
        {t('when.now')}
      </label>
      <label>
        <input type="radio" name={id} checked={effective !== undefined} onChange={() => onChange(tomorrow)} />
        {t('when.date')}
      </label>
      {effective !== undefined && (
        <span>
          <input
            type="date"
            aria-label={t('when.which')}
            value={effective}
            min={tomorrow}
            onChange={({ target }) => onChange(target.value || tomorrow)}
          />
          {dayWords(effective, setting)}
        </span>
      )}
    </fieldset>
  )
}

/** The date that follows a date as 2026-07-14. */
export const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
