import type { DeskAnswer } from '../server/contract/desk.ts'
import type { Text } from '../server/contract/site.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'

interface Props {
  requirements: readonly Text[]
  /** Positions of those that are missing. */
  missing: readonly number[]
  onMissing: (missing: readonly number[]) => void
  kiosks: DeskAnswer['kiosks']
  /** Whose printer prints what is missing; null for no slip. */
  printer: string | null
  onPrinter: (kiosk: string | null) => void
}

/** R5.10: what the visitor has still to bring; they read it on their page, and on a slip when one is asked for. */
export function MissingPapers({ requirements, missing, onMissing, kiosks, printer, onPrinter }: Props) {
  const { t, pick } = useMessages<CounterKey>()
  if (requirements.length === 0) return null
  const toggle = (position: number) =>
    onMissing(
      missing.includes(position)
        ? missing.filter((each) => each !== position)
        : [...missing, position].sort((a, b) => a - b),
    )
  return (
    <fieldset className="radios missing">
      <legend>{t('hold.missing')}</legend>
      {requirements.map((requirement, position) => (
        <label key={requirement.id}>
          <input type="checkbox" checked={missing.includes(position)} onChange={() => toggle(position)} />
          <span>{pick(requirement)}</span>
        </label>
      ))}
      {missing.length > 0 && kiosks.length > 0 && (
        <label className="missing-slip">
          {t('hold.slip')}
          <select
            className="text-field"
            value={printer ?? ''}
            onChange={(event) => onPrinter(event.target.value || null)}
          >
            <option value="">{t('hold.slip-none')}</option>
            {kiosks.map((kiosk) => (
              <option key={kiosk.code} value={kiosk.code}>
                {pick(kiosk.name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </fieldset>
  )
}
