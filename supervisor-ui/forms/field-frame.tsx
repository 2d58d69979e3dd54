import { type ReactNode, useId } from 'react'
import { StatusShape } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { Field } from './field.ts'

/** What ties an input to its words. */
export interface InputTies {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
}

interface Props {
  field: Pick<Field, 'label' | 'help' | 'optional'>
  problem: string | null
  unit?: string
  children: (ties: InputTies) => ReactNode
}

/** One input with its name above, its help and what is wrong with it below. */
export function FieldFrame({ field, problem, unit, children }: Props) {
  const { t } = useMessages<ConsoleKey>()
  const id = useId()
  const [helpId, problemId] = [`${id}-help`, `${id}-problem`]
  const described = [field.help && helpId, problem && problemId].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'f f-wrong' : 'f'}>
      <label htmlFor={id}>
        {t(field.label)}
        <Optional when={field.optional} />
      </label>
      <div className="f-input">
        {children({
          id,
          ...(described && { 'aria-describedby': described }),
          ...(problem && { 'aria-invalid': true }),
        })}
        {unit && <span className="f-unit">{unit}</span>}
      </div>
      {field.help && <p id={helpId}>{t(field.help)}</p>}
      <ProblemText id={problemId} problem={problem} />
    </div>
  )
}

/** The same for a field of several inputs. */
export function GroupFrame({
  field,
  problem,
  className,
  children,
}: Omit<Props, 'children' | 'unit'> & { className?: string; children: ReactNode }) {
  const { t } = useMessages<ConsoleKey>()
  const id = useId()
  return (
    <fieldset
      className={['f', problem && 'f-wrong', className].filter(Boolean).join(' ')}
      aria-describedby={`${id}-help ${id}-problem`}
    >
      <legend>
        {t(field.label)}
        <Optional when={field.optional} />
      </legend>
      <p id={`${id}-help`}>{field.help && t(field.help)}</p>
      {children}
      <ProblemText id={`${id}-problem`} problem={problem} />
    </fieldset>
  )
}

function Optional({ when }: { when: boolean | undefined }) {
  const { t } = useMessages<ConsoleKey>()
  return when ? <small> {t('form.optional')}</small> : null
}

export function ProblemText({ id, problem }: { id?: string; problem: string | null }) {
  return (
    <p id={id} className="f-problem">
      {problem && (
        <>
          <StatusShape state="action" />
          {problem}
        </>
      )}
    </p>
  )
}
