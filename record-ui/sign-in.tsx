import { DemoDoor } from '../ui-kit/demo-door.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { RecordKey } from './messages.ts'

/** The door of the page. */
export function SignIn({ onToken }: { onToken: (token: string) => void }) {
  const { t } = useMessages<RecordKey>()
  const words = {
    title: t('door.title'),
    demo: t('door.demo'),
    act: t('door.act'),
    production: t('door.production'),
    failed: t('door.failed'),
  }
  return <DemoDoor staff="manager" className="card door" words={words} onToken={onToken} />
}
