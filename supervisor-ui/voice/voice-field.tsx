import type { VoicesAnswer } from '../../server/contract/voice.ts'
import { hallBase } from '../../ui-kit/hall-base.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useAnswer } from '../console/use-answer.ts'
import type { FieldOf } from '../forms/field.ts'
import { FieldFrame } from '../forms/field-frame.tsx'
import { useForm } from '../forms/form-context.ts'
import type { FieldProps } from '../forms/simple-fields.tsx'
import type { ConsoleKey } from '../messages/console.ts'

/** The voice of the building: the built-in one or a pack of the house, and the way to the page that records one. */
export function VoiceField({ field, at, value }: FieldProps<FieldOf<'voice'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly, problemAt } = useForm()
  // Whoever may not see the packs sees the code of the one in force.
  const packs = useAnswer<VoicesAnswer>('/api/voices').answer?.packs ?? []
  const chosen = typeof value === 'string' ? value : ''
  const isKnown = chosen === '' || packs.some(({ code }) => code === chosen)

  return (
    <FieldFrame field={field} problem={problemAt(at)}>
      {(ties) => (
        <>
          <select
            {...ties}
            value={chosen}
            disabled={isReadOnly(at)}
            onChange={({ target }) => change(at, target.value === '' ? undefined : target.value)}
          >
            <option value="">{t('voice.bundled')}</option>
            {!isKnown && <option value={chosen}>{chosen}</option>}
            {packs.map(({ code, title }) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
          {hallBase === '' && <a href="/rekam">{t('voice.record')}</a>}
        </>
      )}
    </FieldFrame>
  )
}
