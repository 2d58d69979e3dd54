import { useState } from 'react'
import { type PreviewSlipBody, type SlipTemplate, slipKinds } from '../../server/contract/site-slip.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import type { Entry } from '../forms/path.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { useSlipPicture } from './use-slip-picture.ts'

const templateIn = (entry: Entry): SlipTemplate | null => (entry.slip as SlipTemplate | undefined) ?? null

export function SiteSlipPicture({ draft }: { draft: Entry }) {
  const { editable } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  if (!editable.all) return <p className="slip-shown none">{t('slip.only-own')}</p>
  return <SlipPicture slip={templateIn(draft)} />
}

export function AgencySlipPicture({ draft }: { draft: Entry }) {
  const { editable } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const agency = String(draft.code)
  if (!editable.all && editable.agency !== agency) return <p className="slip-shown none">{t('slip.only-own')}</p>
  return <SlipPicture slip={templateIn(draft)} agency={agency} />
}

/** The summary of the day is the building's alone. */
const kindsOf = (agency: string | undefined) => slipKinds.filter((kind) => agency === undefined || kind !== 'summary')

type Shown = Omit<PreviewSlipBody, 'slip' | 'agency' | 'qr'>

/** The slip beside its form, as a printer would put it on paper. */
function SlipPicture({ slip, agency }: { slip: SlipTemplate | null; agency?: string }) {
  const { t, locale } = useMessages<ConsoleKey>()
  const [shown, setShown] = useState<Shown>({ kind: 'number', priority: false, widthDots: 576, mode: 'raster', locale })
  const { state, answer } = useSlipPicture({ slip, ...(agency !== undefined && { agency }), ...shown })
  const show = (more: Partial<Shown>) => setShown((before) => ({ ...before, ...more }))
  return (
    <section className="slip-shown card" aria-label={t('slip.picture')}>
      <h3>{t('slip.picture')}</h3>
      <div className="slip-choices">
        <Choice
          label={t('slip.kind')}
          value={shown.kind}
          options={kindsOf(agency).map((kind) => [kind, t(`slip.kind.${kind}`)])}
          onChoose={(kind) => show({ kind })}
        />
        <Choice
          label={t('slip.paper')}
          value={String(shown.widthDots)}
          options={[
            ['576', '80 mm'],
            ['384', '58 mm'],
          ]}
          onChoose={(width) => show({ widthDots: width === '576' ? 576 : 384 })}
        />
        <Choice
          label={t('slip.mode')}
          value={shown.mode}
          options={(['raster', 'text'] as const).map((mode) => [mode, t(`slip.mode.${mode}`)])}
          onChoose={(mode) => show({ mode })}
        />
        <Choice
          label={t('slip.language')}
          value={shown.locale}
          options={[
            ['id', t('form.indonesian')],
            ['en', t('form.english')],
          ]}
          onChoose={(chosen) => show({ locale: chosen })}
        />
        <label className="slip-flag">
          <input
            type="checkbox"
            checked={shown.priority}
            onChange={({ target }) => show({ priority: target.checked })}
          />
          {t('slip.priority')}
        </label>
      </div>
      <p role="status" className="none">
        {state === 'broken' && t('slip.mend')}
        {state === 'failed' && t('slip.failed')}
        {state === 'none' && t('slip.drawing')}
      </p>
      {answer && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <figure className="slip-roll" tabIndex={0}>
          <img
            src={`data:image/png;base64,${answer.png}`}
            alt={answer.words.join(', ')}
            width={answer.widthDots}
            height={answer.heightDots}
            data-state={state}
          />
        </figure>
      )}
      {answer && (
        <a href={`data:application/octet-stream;base64,${answer.escpos}`} download="tiket.escpos">
          {t('slip.bytes', {
            n: Math.floor((answer.escpos.length * 3) / 4) - (answer.escpos.match(/=+$/)?.[0].length ?? 0),
          })}
        </a>
      )}
    </section>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly (readonly [Value, string])[]
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChoose(target.value as Value)}>
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
