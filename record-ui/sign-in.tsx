import { useEffect, useState } from 'react'
import { createApi, isRefused } from '../ui-kit/api.ts'
import { Button } from '../ui-kit/button.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { RecordKey } from './messages.ts'

const api = createApi()

/** The door of the page. In demo mode one button opens it. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const { t } = useMessages<RecordKey>()
  const [demo, setDemo] = useState<boolean | null>(null)
  const [step, setStep] = useState<'ready' | 'trying' | 'failed'>('ready')

  useEffect(() => {
    api.get('/api/demo').then(
      () => setDemo(true),
      () => setDemo(false),
    )
  }, [])

  const signIn = async () => {
    setStep('trying')
    try {
      const answer = await api.command<{ token: string }>('/api/demo/session', { role: 'manager' })
      if (isRefused(answer)) return setStep('failed')
      onToken(answer.token)
    } catch {
      setStep('failed')
    }
  }

  return (
    <section className="card door" aria-labelledby="door-title">
      <h1 id="door-title">{t('door.title')}</h1>
      {demo === true && (
        <>
          <p>{t('door.demo')}</p>
          <Button main disabled={step === 'trying'} onClick={() => void signIn()}>
            {t('door.act')}
          </Button>
        </>
      )}
      {demo === false && <p>{t('door.production')}</p>}
      <p role="status">{step === 'failed' && t('door.failed')}</p>
    </section>
  )
}
