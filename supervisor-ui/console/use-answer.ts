import { useCallback, useEffect, useState } from 'react'
import { useConsole } from './console-context.ts'

/** What a path of the hub answers; asked again when the building has changed. Null until it has answered. */
export function useAnswer<T>(path: string): { answer: T | null; failed: boolean; again: () => Promise<void> } {
  const { api, version } = useConsole()
  const [answer, setAnswer] = useState<T | null>(null)
  const [failed, setFailed] = useState(false)
  const again = useCallback(async () => {
    try {
      setAnswer(await api.get<T>(path))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [api, path])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is the reason to ask
  useEffect(() => {
    void again()
  }, [again, version])
  return { answer, failed, again }
}
