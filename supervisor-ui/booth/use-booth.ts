import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { BoothTicketsAnswer } from '../../server/contract/booth-tickets.ts'
import { type Api, ApiError, isRefused, type Refused } from '../../ui-kit/api.ts'

/** However fast the hall changes, the booth is not asked for more often. */
const restMs = 1_000

type Failure = 'gone' | 'failed'
type Sent = Refused['refusal'] | 'failed' | null

export interface Booth {
  readonly told: BoothTicketsAnswer | null
  readonly failure: Failure | null
  readonly busy: boolean
  /** Sends a command and reads the booth again; null when it was done. */
  send(path: string, body?: object): Promise<Sent>
}

/** A booth as the hub tells it, read again whenever `news` is another, and every minute. */
export function useBooth(api: Api, code: string, news: unknown, minute: number): Booth {
  const [told, setTold] = useState<BoothTicketsAnswer | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const last = useRef({ asked: 0, at: Number.NEGATIVE_INFINITY })

  const read = useCallback(async () => {
    const asked = last.current.asked + 1
    last.current = { asked, at: performance.now() }
    try {
      const answer = await api.get<BoothTicketsAnswer>(`/api/booths/${encodeURIComponent(code)}/tickets`)
      if (asked !== last.current.asked) return
      setTold(answer)
      setFailure(null)
    } catch (error) {
      if (asked === last.current.asked) setFailure(isGone(error) ? 'gone' : 'failed')
    }
  }, [api, code])

  // biome-ignore lint/correctness/useExhaustiveDependencies: news and the minute are reasons to ask
  useEffect(() => {
    const timer = setTimeout(() => void read(), Math.max(0, last.current.at + restMs - performance.now()))
    return () => clearTimeout(timer)
  }, [read, news, minute])

  const send = useCallback(
    async (path: string, body: object = {}): Promise<Sent> => {
      setBusy(true)
      try {
        const answer = await api.command(path, body)
        if (isRefused(answer)) return answer.refusal
        await read()
        return null
      } catch {
        return 'failed'
      } finally {
        setBusy(false)
      }
    },
    [api, read],
  )
  return { told, failure, busy, send }
}

const isGone = (error: unknown) => error instanceof ApiError && (error.status === 404 || error.status === 403)

export interface BoothDoing {
  readonly timeZone: string
  /** Epoch ms of the hall. */
  now(): number
  readonly busy: boolean
  readonly may: BoothTicketsAnswer['may']
  send: Booth['send']
  /** Like `send`, with a sentence for how it ended; true when it was done. */
  act(path: string, body: object, said: string): Promise<boolean>
  /** A sentence at the foot of the panel. */
  say(said: string): void
}

export const BoothContext = createContext<BoothDoing | null>(null)

/** @throws Error outside a booth's panel. */
export function useBoothDoing(): BoothDoing {
  const doing = useContext(BoothContext)
  if (!doing) throw new Error('this stands in the panel of a booth')
  return doing
}
