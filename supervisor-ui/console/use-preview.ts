import { useEffect, useState } from 'react'
import type { SiteChange } from '../../server/contract/site-change.ts'
import type { PreviewAnswer } from '../../server/contract/site-wire.ts'
import { isRefused } from '../../ui-kit/api.ts'
import { useConsole } from './console-context.ts'

const afterTypingMs = 350

/** What the hub says of changes that nobody has made yet; asked a moment after the last stroke. Null until it is known. */
export function usePreview(changes: readonly SiteChange[], effective: string | undefined): PreviewAnswer | null {
  const { api, version } = useConsole()
  const [known, setKnown] = useState<{ asked: string; answer: PreviewAnswer } | null>(null)
  const asked = JSON.stringify({ changes, ...(effective && { effective }) })
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another building the answer may be another
  useEffect(() => {
    if (changes.length === 0) return
    let isOver = false
    const timer = setTimeout(() => {
      api.command<PreviewAnswer>('/api/site/preview', JSON.parse(asked) as object).then(
        (answer) => {
          if (!isOver && !isRefused(answer)) setKnown({ asked, answer })
        },
        () => {},
      )
    }, afterTypingMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [api, asked, changes.length, version])
  return changes.length > 0 && known?.asked === asked ? known.answer : null
}
