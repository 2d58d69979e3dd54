import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CounterSnapshot } from '../server/contract/live.ts'
import { type Api, ApiError, createApi, isRefused, makeKey, type RefusalText } from '../ui-kit/api.ts'
import type { Live } from '../ui-kit/live.ts'
import { saidInFull } from '../ui-kit/refusal-words.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import type { Press } from './presses.ts'

export type Pressed = { answer: unknown } | { refusal: RefusalText } | { fault: string }

export interface Commands {
  /** One press, at most once: null when it only repeats an earlier one that is still on its way. */
  press: (press: Press) => Promise<Pressed | null>
  readonly busy: boolean
  /** For what is asked beside the desk's own presses. */
  readonly api: Api
}

/** A press on its way, and the version of the view that it was made on. */
interface Underway {
  readonly path: string
  readonly version: number
  readonly ended: Promise<void>
}

/** How long the screen waits for the change that an answered command announced, ms. */
const settleMs = 500

/**
 * Sends the officer's presses one by one; a key is made once a press and stays with it over every retry.
 * `onEnded`: the session is over, for instance because another officer took the counter.
 */
export function useCommands(live: Live<CounterSnapshot>, token: string | undefined, onEnded: () => void): Commands {
  const { t } = useMessages<CounterKey>()
  const api = useMemo(() => createApi(token ? { token } : {}), [token])
  const underway = useRef<Underway | null>(null)
  const mounted = useRef(true)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  const press = useCallback(
    async ({ path, body }: Press): Promise<Pressed | null> => {
      const earlier = underway.current
      if (earlier) {
        if (earlier.path === path || earlier.version === live.state().version) return null
        // The screen has moved on before the answer came: this press is about what the officer sees now.
        await earlier.ended
        if (underway.current) return null
      }
      const { version } = live.state()
      let end = () => {}
      const ended = new Promise<void>((resolve) => {
        end = resolve
      })
      underway.current = { path, version, ended }
      setBusy(true)
      try {
        const answer = await api.command<unknown>(path, body, makeKey())
        if (isRefused(answer)) {
          const { snapshot } = live.state()
          const zone = snapshot?.site.timeZone ?? 'UTC'
          return { refusal: saidInFull(answer.refusal, live.hallNow(), zone) }
        }
        await changedSince(live, version)
        return { answer }
      } catch (error) {
        const status = error instanceof ApiError ? error.status : 0
        if (status === 401) onEnded()
        if (status === 401 || status === 403) return { fault: t('fault.session') }
        return { fault: status === 0 || status >= 500 ? t('fault.unreached') : t('fault.refused', { n: status }) }
      } finally {
        underway.current = null
        end()
        if (mounted.current) setBusy(false)
      }
    },
    [api, live, t, onEnded],
  )
  return { press, busy, api }
}

/** Until the view shows what the command did, so that the next press means what the officer sees. */
function changedSince(live: Live<CounterSnapshot>, version: number): Promise<void> {
  if (live.state().version !== version) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      unsubscribe()
      resolve()
    }
    const unsubscribe = live.subscribe(() => live.state().version !== version && done())
    const timer = setTimeout(done, settleMs)
  })
}
