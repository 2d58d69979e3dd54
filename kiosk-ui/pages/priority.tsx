import { makeKey } from '../../ui-kit/api.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { PriorityFigure } from '../../ui-kit/priority-figure.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import type { Priority } from '../journey-state.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import type { KioskKey } from '../messages.ts'
import { StepPage } from '../parts/step-page.tsx'

const choices: readonly { priority: Priority; words: KioskKey; detail: KioskKey }[] = [
  { priority: 'elderly', words: 'kiosk.prio.elder', detail: 'kiosk.prio.elder.sub' },
  { priority: 'disability', words: 'kiosk.prio.disability', detail: 'kiosk.prio.disability.sub' },
  { priority: 'pregnancy', words: 'kiosk.prio.pregnant', detail: 'kiosk.prio.pregnant.sub' },
  { priority: 'infant', words: 'kiosk.prio.infant', detail: 'kiosk.prio.infant.sub' },
]

/** The question that nobody has to prove; answering it takes the number. */
export function PriorityPage() {
  const { journey, send, portrait } = useKiosk()
  const { t } = useWords()
  const sending = journey.attempt?.state === 'sending'
  const take = (priority: Priority | null) => send({ type: 'take', key: makeKey(), priority })
  const below = portrait && !journey.modes.low
  const fair = (
    <p className="prio-fair">
      <StatusShape state="priority" />
      {t('prio.fair')}
    </p>
  )
  const tell = (
    <>
      <h1 tabIndex={-1}>{t('prio.ask')}</h1>
      <p className="prio-hint">{t('prio.hint')}</p>
      {!below && fair}
    </>
  )
  return (
    <StepPage name="priority" tell={tell}>
      <div className="prio" data-arrows aria-busy={sending}>
        {choices.map(({ priority, words, detail }) => (
          <button key={priority} type="button" onClick={() => take(priority)}>
            <PriorityFigure priority={priority} />
            <span>
              <b>{t(words)}</b>
              <small>{t(detail)}</small>
            </span>
          </button>
        ))}
        <button type="button" className="prio-no" onClick={() => take(null)}>
          {t('prio.no')}
          <Icon name="arrow-right" />
        </button>
      </div>
      {below && fair}
      {sending && (
        <p className="making" role="status">
          {t('kiosk.making')}
        </p>
      )}
    </StepPage>
  )
}
