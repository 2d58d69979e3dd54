import { DemoDoor } from '../ui-kit/demo-door.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { DeskKey } from './messages.ts'

/** The door of the page. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const { t } = useMessages<DeskKey>()
  const words = {
    title: t('sign-in.title'),
    demo: t('sign-in.demo'),
    act: t('sign-in.act'),
    production: t('sign-in.production'),
    failed: t('sign-in.failed'),
  }
  return <DemoDoor staff="information" className="card door-card" words={words} onToken={onToken} />
}
