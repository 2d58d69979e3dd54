import { useRef, useState } from 'react'
import { logoAtMost } from '../../server/contract/site-slip.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { FieldOf } from '../forms/field.ts'
import { GroupFrame } from '../forms/field-frame.tsx'
import { useForm } from '../forms/form-context.ts'
import type { FieldProps } from '../forms/simple-fields.tsx'
import type { ConsoleKey } from '../messages/console.ts'
import { oneBitLogo } from './one-bit-logo.ts'

/** A picture from this computer, made black and white here: a printer knows nothing else. */
export function LogoField({ field, at, value }: FieldProps<FieldOf<'logo'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly, problemAt } = useForm()
  const [trouble, setTrouble] = useState<'unreadable' | 'too-dense' | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const logo = typeof value === 'string' ? value : null
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      const png = await oneBitLogo(file)
      const isDense = png.length > logoAtMost.base64
      setTrouble(isDense ? 'too-dense' : null)
      if (!isDense) change(at, png)
    } catch {
      setTrouble('unreadable')
    }
  }
  return (
    <GroupFrame field={field} problem={trouble ? t(`slip.logo.${trouble}`) : problemAt(at)} className="f-logo">
      {logo && <img src={`data:image/png;base64,${logo}`} alt={t('slip.logo.shown')} />}
      {!isReadOnly(at) && (
        <span className="acts">
          <input
            ref={input}
            type="file"
            hidden
            accept="image/*"
            onChange={({ target }) => {
              void take(target.files?.[0])
              target.value = ''
            }}
          />
          <Button icon="plus" onClick={() => input.current?.click()}>
            {t('slip.logo.choose')}
          </Button>
          {logo && (
            <Button icon="x" onClick={() => change(at, undefined)}>
              {t('slip.logo.remove')}
            </Button>
          )}
        </span>
      )}
    </GroupFrame>
  )
}
