import { useId } from 'react'
import { useMessages } from '../ui-kit/use-messages.ts'
import { type Demo, useRules } from './demo-hub.ts'
import type { StartKey } from './messages.ts'

/** Demo mode refuses no number until this is switched on. */
export function RulesSwitch({ rules }: { rules: Demo['rules'] }) {
  const { t } = useMessages<StartKey>()
  const setRules = useRules()
  const about = useId()
  const isFull = rules === 'full'
  return (
    <div className="rules">
      <button
        type="button"
        role="switch"
        aria-checked={isFull}
        aria-describedby={about}
        disabled={setRules.isPending}
        onClick={() => setRules.mutate(!isFull)}
      >
        <span className="rules-track" aria-hidden="true" />
        {t('rules.title')}
      </button>
      <p id={about} role="status">
        {setRules.isError ? t('rules.failed') : t(isFull ? 'rules.on' : 'rules.off')}
      </p>
    </div>
  )
}
