import { useEffect, useState } from 'react'
import { createApi, isRefused } from './api.ts'
import { Button } from './button.tsx'

const api = createApi()

interface Props {
  /** As whom the one button signs in. */
  staff: 'information' | 'manager'
  className: string
  words: { title: string; demo: string; act: string; production: string; failed: string }
  onToken: (token: string) => void
}

/** The door of a page for one kind of staff. In demo mode one button opens it. */
export function DemoDoor({ staff, className, words, onToken }: Props) {
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
      const answer = await api.command<{ token: string }>('/api/demo/session', { role: staff })
      if (isRefused(answer)) return setStep('failed')
      onToken(answer.token)
    } catch {
      setStep('failed')
    }
  }

  return (
    <section className={className} aria-labelledby="door-title">
      <h1 id="door-title">{words.title}</h1>
      {demo === true && (
        <>
          <p>{words.demo}</p>
          <Button main disabled={step === 'trying'} onClick={() => void signIn()}>
            {words.act}
          </Button>
        </>
      )}
      {demo === false && <p>{words.production}</p>}
      <p role="status">{step === 'failed' && words.failed}</p>
    </section>
  )
}
