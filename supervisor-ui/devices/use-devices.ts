import { useCallback, useEffect, useState } from 'react'
import type { DevicesAnswer } from '../../server/contract/devices.ts'
import { ApiError } from '../../ui-kit/api.ts'
import { useConsole } from '../console/console-context.ts'

const askEveryMs = 3_000

export interface Devices {
  readonly answer: DevicesAnswer | null
  /** `stale`: the hub does not answer, and what is shown is the last that it said. */
  readonly state: 'asking' | 'live' | 'stale' | 'forbidden'
  again(): Promise<void>
}

/** What hangs on the hub, asked again every three seconds while somebody looks. */
export function useDevices(): Devices {
  const { api } = useConsole()
  const [answer, setAnswer] = useState<DevicesAnswer | null>(null)
  const [state, setState] = useState<Devices['state']>('asking')
  const again = useCallback(async () => {
    try {
      setAnswer(await api.get<DevicesAnswer>('/api/devices'))
      setState('live')
    } catch (error) {
      setState(error instanceof ApiError && error.status === 403 ? 'forbidden' : 'stale')
    }
  }, [api])
  useEffect(() => {
    void again()
    const timer = setInterval(() => {
      if (!document.hidden) void again()
    }, askEveryMs)
    return () => clearInterval(timer)
  }, [again])
  return { answer, state, again }
}
