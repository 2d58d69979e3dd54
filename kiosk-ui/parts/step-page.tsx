import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../../ui-kit/icon.tsx'
import { useKiosk, useWords } from '../kiosk-context.ts'

interface Props {
  name: string
  /** What is only read: above in low reach, on the left of a wide screen. */
  tell?: ReactNode
  /** What is touched. */
  children: ReactNode
}

/** A page of the way: something to read, something to touch. In low reach a line divides them. */
export function StepPage({ name, tell, children }: Props) {
  const { journey, portrait } = useKiosk()
  const { t } = useWords()
  const page = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = page
    if (!current?.contains(document.activeElement)) current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [])
  return (
    <main className={`step step-${name}`} ref={page}>
      {tell && <section className="tell">{tell}</section>}
      {journey.modes.low && portrait && (
        <p className="low-line">
          <Icon name="wheelchair" />
          {t('access.low.on')}
        </p>
      )}
      <section className="do">{children}</section>
    </main>
  )
}
