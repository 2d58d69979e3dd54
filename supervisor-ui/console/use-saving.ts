import { useState } from 'react'
import type { SiteChange } from '../../server/contract/site-change.ts'
import type { ChangeAnswer } from '../../server/contract/site-wire.ts'
import { ApiError, isRefused, type Refused } from '../../ui-kit/api.ts'
import { useConsole } from './console-context.ts'

export interface SaveWish {
  readonly changes: readonly SiteChange[]
  /** A date; absent: now. */
  readonly effective?: string | undefined
  /** Why, for the history; empty: nothing is said. */
  readonly note?: string
  /** People wait there, and the person has been told. */
  readonly confirm?: boolean
  readonly said: string
}

/** How saving ended: done, or why not. */
export type Saved = { answer: ChangeAnswer } | Refused['refusal'] | null

/** Sends changes to the hub, says at the foot of the page what came of it, and reads the building again. */
export function useSaving() {
  const { api, reload, notify, setting } = useConsole()
  const { t, pick } = setting.messages
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const save = async ({ changes, effective, note, confirm, said }: SaveWish): Promise<Saved> => {
    setBusy(true)
    setFault(null)
    try {
      const answer = await api.command<ChangeAnswer>('/api/site/changes', {
        changes,
        ...(effective && { effective }),
        ...(note?.trim() && { note: note.trim() }),
        ...(confirm && { confirm }),
      })
      if (isRefused(answer)) {
        setFault(pick(answer.refusal.message))
        if (answer.refusal.name === 'changed-meanwhile') await reload()
        return answer.refusal
      }
      await reload()
      notify(answer.applied ? { text: said, undo: answer.version } : { text: t('saved.planned') })
      return { answer }
    } catch (error) {
      setFault(t(faultOf(error)))
      return null
    } finally {
      setBusy(false)
    }
  }
  return { save, busy, fault }
}

export function faultOf(error: unknown): 'fault.forbidden' | 'fault.input' | 'fault.hub' {
  const status = error instanceof ApiError ? error.status : 0
  return status === 403 || status === 401 ? 'fault.forbidden' : status === 400 ? 'fault.input' : 'fault.hub'
}
