import { useEffect, useState } from 'react'
import { createApi, isRefused } from '../ui-kit/api.ts'
import { Button } from '../ui-kit/button.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { hashOf } from './console/route.ts'
import type { ShellKey } from './messages/shell.ts'
import type { SupervisorKey } from './messages.ts'

const api = createApi()

interface Demo {
  readonly booths: readonly { code: string; sign: string; short: string; counters: readonly number[] }[]
}
type Role = 'supervisor' | 'manager' | 'auditor' | 'operator' | 'agency-admin'

/** The door of the page. In demo mode one button opens it; the session then lives in the cookie and in `onToken`. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const { t } = useMessages<SupervisorKey | ShellKey>()
  const [demo, setDemo] = useState<Demo | false | null>(null)
  const [counter, setCounter] = useState<number>()
  const [step, setStep] = useState<'ready' | 'trying' | 'failed'>('ready')

  useEffect(() => {
    api.get<Demo>('/api/demo').then(setDemo, () => setDemo(false))
  }, [])

  const signIn = async (role: Role, at?: number) => {
    setStep('trying')
    try {
      const answer = await api.command<{ token: string }>('/api/demo/session', { role, ...(at && { counter: at }) })
      if (isRefused(answer)) return setStep('failed')
      // An operator watches no hall: the devices are where that work begins.
      if (role === 'operator') location.hash = hashOf({ tab: 'perangkat' })
      onToken(answer.token)
    } catch {
      setStep('failed')
    }
  }
  const busy = step === 'trying'
  const chosen = counter ?? (demo ? demo.booths[0]?.counters[0] : undefined)

  return (
    <section className="sign-in card" aria-labelledby="sign-in-title">
      <h1 id="sign-in-title">{t('sign-in.title')}</h1>
      {demo && (
        <>
          <p>{t('sign-in.demo')}</p>
          <Button main disabled={busy} onClick={() => void signIn('supervisor')}>
            {t('sign-in.act')}
          </Button>
          <h2>{t('sign-in.others')}</h2>
          <div className="roles">
            <Button disabled={busy} onClick={() => void signIn('manager')}>
              {t('sign-in.manager')}
            </Button>
            <Button disabled={busy} onClick={() => void signIn('auditor')}>
              {t('sign-in.auditor')}
            </Button>
            <Button disabled={busy} onClick={() => void signIn('operator')}>
              {t('sign-in.operator')}
            </Button>
            <select
              aria-label={t('sign-in.which')}
              value={chosen}
              onChange={({ target }) => setCounter(Number(target.value))}
            >
              {demo.booths.map(({ code, sign, short, counters }) => (
                <option key={code} value={counters[0]}>
                  {sign} {short}
                </option>
              ))}
            </select>
            <Button disabled={busy || chosen === undefined} onClick={() => void signIn('agency-admin', chosen)}>
              {t('sign-in.agency')}
            </Button>
          </div>
        </>
      )}
      {demo === false && <p>{t('sign-in.production')}</p>}
      <p role="status">{step === 'failed' && t('sign-in.failed')}</p>
    </section>
  )
}
