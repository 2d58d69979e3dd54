import { useCallback, useEffect, useState } from 'react'
import type { HelpWire } from '../../server/contract/standstill.ts'
import type { Api } from '../../ui-kit/api.ts'

/** The desk is shown no view of the hall, so it asks. */
const askedEveryMs = 4_000

/** Open calls for help, and a way to ask for them at once. What cannot be read now is as it was. */
export function useHelps(api: Api, linked: boolean): { helps: readonly HelpWire[]; refresh: () => void } {
  const [helps, setHelps] = useState<readonly HelpWire[]>([])
  const refresh = useCallback(
    () =>
      void api.get<{ help: HelpWire[] }>('/api/help').then(
        ({ help }) => setHelps(help),
        () => undefined,
      ),
    [api],
  )
  useEffect(() => {
    if (!linked) return
    refresh()
    const timer = setInterval(refresh, askedEveryMs)
    return () => clearInterval(timer)
  }, [refresh, linked])
  return { helps, refresh }
}
