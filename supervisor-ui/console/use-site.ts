import { useCallback, useEffect, useState } from 'react'
import type { SiteAnswer } from '../../server/contract/site-wire.ts'
import type { Api } from '../../ui-kit/api.ts'

export interface SiteReading {
  readonly answer: SiteAnswer | null
  readonly failed: boolean
  reload(): Promise<void>
}

/** The building as it is now; asked for again whenever `version`, which the hub tells live, is another one. */
export function useSite(api: Api, version: number): SiteReading {
  const [answer, setAnswer] = useState<SiteAnswer | null>(null)
  const [failed, setFailed] = useState(false)
  const reload = useCallback(async () => {
    try {
      const next = await api.get<SiteAnswer>('/api/site')
      setAnswer((before) => (before && before.version > next.version ? before : next))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [api])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is the reason to ask
  useEffect(() => {
    void reload()
  }, [reload, version])
  return { answer, failed, reload }
}
