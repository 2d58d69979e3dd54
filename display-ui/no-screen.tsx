import { Logo } from '../ui-kit/logo.tsx'
import { useWords } from './words.ts'

/** Before the first snapshot: on its way, or an address the hub does not know. */
export function NoScreen({ refused }: { refused: boolean }) {
  const { t } = useWords()
  return (
    <main className="no-screen">
      <Logo size="16rem" />
      <p role="status">{refused ? t('screen.unknown') : t('link.waiting')}</p>
      {refused && <p>{t('screen.check')}</p>}
    </main>
  )
}
