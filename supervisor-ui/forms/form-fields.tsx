import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { FieldGroup } from './field.ts'
import { FieldView } from './field-view.tsx'
import { FormContext, type FormSurroundings } from './form-context.ts'
import { valueAt } from './path.ts'

/** All fields of an entry, in their groups. */
export function FormFields({
  groups,
  ...rest
}: { groups: readonly FieldGroup[] } & Omit<FormSurroundings, 'FieldView'>) {
  const { t } = useMessages<ConsoleKey>()
  return (
    <FormContext value={{ ...rest, FieldView }}>
      {groups.map((group) => (
        <section key={group.title} className="group card" aria-label={t(group.title)}>
          <h3>{t(group.title)}</h3>
          {group.about && <p className="about">{t(group.about)}</p>}
          <div className="fields">
            {group.fields
              .filter(({ kind }) => kind !== 'after')
              .map((field) => (
                <div key={field.path} className={field.wide ? 'wide' : undefined}>
                  <FieldView field={field} at={field.path} value={valueAt(rest.entry, field.path)} />
                </div>
              ))}
          </div>
        </section>
      ))}
    </FormContext>
  )
}
