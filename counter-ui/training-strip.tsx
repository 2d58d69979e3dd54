import { useState } from 'react'
import { createApi } from '../ui-kit/api.ts'
import { Button } from '../ui-kit/button.tsx'
import { hallBase, isTraining } from '../ui-kit/hall-base.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'

const visitorsAtOnce = 5

/** In the training hall only: visitors come when they are called for, and everything may begin anew. */
export function TrainingStrip({ booth, token }: { booth: string; token: string | undefined }) {
  const { t } = useMessages<CounterKey>()
  const [said, setSaid] = useState('')
  if (!isTraining) return null
  const api = createApi(token ? { token } : {})
  const ask = (path: string, body: object, words: string) =>
    void api.command(path, body).then(
      () => setSaid(words),
      () => setSaid(t('fault.unreached')),
    )
  return (
    <aside className="training" aria-label={t('training.title')}>
      <b>{t('training.title')}</b>
      <Button
        onClick={() =>
          ask('/api/training/visitors', { booth, count: visitorsAtOnce }, t('training.came', { n: visitorsAtOnce }))
        }
      >
        {t('training.visitors', { n: visitorsAtOnce })}
      </Button>
      <Button onClick={() => ask('/api/training/reset', {}, t('training.anew'))}>{t('training.reset')}</Button>
      <a href={`${hallBase}/kiosk?device=K1`} target="_blank" rel="noreferrer">
        {t('training.kiosk')}
      </a>
      <span role="status">{said}</span>
    </aside>
  )
}
