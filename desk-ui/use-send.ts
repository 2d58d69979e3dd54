import { useState } from 'react'
import type { Text } from '../server/contract/site.ts'
import { ApiError, isRefused, makeKey } from '../ui-kit/api.ts'
import { refusalText } from '../ui-kit/refusal-words.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { useDesk } from './desk-context.ts'
import type { DeskKey } from './messages.ts'

export type Sent<T> = { answer: T } | { fault: string; name: string | null }

/** One command at a time; what went wrong comes back as a sentence in the screen's language. */
export function useSend() {
  const { api, hall, hallNow } = useDesk()
  const { t, pick } = useMessages<DeskKey>()
  const [busy, setBusy] = useState(false)

  const send = async <T>(path: string, body: object = {}): Promise<Sent<T>> => {
    setBusy(true)
    try {
      const answer = await api.command<T>(path, body, makeKey())
      if (!isRefused(answer)) return { answer }
      const { refusal } = answer
      return { fault: pick(refusalText(refusal, hallNow(), hall.site.timeZone)), name: refusal.name }
    } catch (error) {
      return { fault: messageOf(error, pick) ?? t('fault.unreached'), name: null }
    } finally {
      setBusy(false)
    }
  }
  return { send, busy }
}

function messageOf(error: unknown, pick: (text: Text) => string): string | null {
  if (!(error instanceof ApiError) || error.status === 0) return null
  const body = error.body as { error?: { message?: Text } } | null
  return body?.error?.message ? pick(body.error.message) : null
}
