import { useEffect, useState } from 'react'
import { ApiError, createApi } from '../ui-kit/api.ts'

/** A booth to sign in at, with the building-wide numbers of its counters. */
export interface DemoBooth {
  readonly code: string
  readonly sign: string
  readonly short: string
  readonly counters: readonly number[]
}

/** What the demo building has: its booths, or why they cannot be had. */
export function useDemoBooths(): readonly DemoBooth[] | 'loading' | 'not-demo' | 'failed' {
  const [booths, setBooths] = useState<readonly DemoBooth[] | 'loading' | 'not-demo' | 'failed'>('loading')
  useEffect(() => {
    let gone = false
    void createApi()
      .get<{ booths: readonly DemoBooth[] }>('/api/demo')
      .then(
        (answer) => answer.booths,
        (error: unknown) => (error instanceof ApiError && error.status === 404 ? 'not-demo' : 'failed'),
      )
      .then((found) => !gone && setBooths(found))
    return () => {
      gone = true
    }
  }, [])
  return booths
}
