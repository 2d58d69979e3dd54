import { useEffect, useState } from 'react'
import type { DeskAnswer } from '../server/contract/desk.ts'
import type { Api } from '../ui-kit/api.ts'

/** Printers to choose from, and the letters of every service's numbers; null until the hub has answered. */
export function useDesk(api: Api): DeskAnswer | null {
  const [desk, setDesk] = useState<DeskAnswer | null>(null)
  useEffect(() => {
    let gone = false
    api.get<DeskAnswer>('/api/desk').then(
      (answer) => !gone && setDesk(answer),
      () => {},
    )
    return () => {
      gone = true
    }
  }, [api])
  return desk
}
