import { useEffect, useState } from 'react'
import { createApi, isRefused } from '../ui-kit/api.ts'
import { Button } from '../ui-kit/button.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { SupervisorKey } from './messages.ts'

const api = createApi()

/** The door of the page. In demo mode one button opens it; the session then lives in the cookie and in `onToken`. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const { t } = useMessages<SupervisorKey>()
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
      const answer = await api.command<{ token: string }>('/api/demo/session', { role: 'supervisor' })
      if (isRefused(answer)) return setStep('failed')
      onToken(answer.token)
    } catch {
      setStep('failed')
    }
  }

  return (
    <section className="sign-in card" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title">{t('sign-in.title')}</h1>
      {demo === true && (
        <>
          <p>{t('sign-in.demo')}</p>
          <Button main disabled={step === 'trying'} onClick={() => void signIn()}>
            {t('sign-in.act')}
          </Button>
        </>
      )}
      {demo === false && <p>{t('sign-in.production')}</p>}
      <p role="status">{step === 'failed' && t('sign-in.failed')}</p>
    </section>
  )
}
