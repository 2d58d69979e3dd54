import { useEffect, useState } from 'react'
import type { ServiceWire } from '../server/contract/api.ts'
import { createApi } from '../ui-kit/api.ts'

/** Every service of the building with its waits, as of the moment of asking. */
export function useServices(): { services: readonly ServiceWire[] | null; failed: boolean } {
  const [services, setServices] = useState<readonly ServiceWire[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    createApi()
      .get<{ services: ServiceWire[] }>('/api/services')
      .then(
        (answer) => !gone && setServices(answer.services),
        () => !gone && setFailed(true),
      )
    return () => {
      gone = true
    }
  }, [])
  return { services, failed }
}
