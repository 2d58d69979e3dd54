import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import { createApi, isRefused } from '../../ui-kit/api.ts'
import { createMessages } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { alertCatalogue } from './catalogue.ts'

export function useAlertWords() {
  const { locale } = useMessages()
  return useMemo(() => createMessages(locale, kitCatalogue, alertCatalogue), [locale])
}

/** The session of the page; undefined = the cookie. */
export const TokenContext = createContext<string | undefined>(undefined)

/** Asks the hub with the page's session. What it refuses, or a hub out of reach, becomes the sentence in `trouble`. */
export function useHub() {
  const token = useContext(TokenContext)
  const { t, pick } = useAlertWords()
  const api = useMemo(() => createApi(token ? { token } : {}), [token])
  const [trouble, setTrouble] = useState('')
  const send = useCallback(
    async <T>(path: string, body: object = {}): Promise<T | null> => {
      setTrouble('')
      try {
        const answer = await api.command<T>(path, body)
        if (!isRefused(answer)) return answer
        setTrouble(pick(answer.refusal.message))
      } catch {
        setTrouble(t('failed'))
      }
      return null
    },
    [api, pick, t],
  )
  const get = useCallback(
    <T>(path: string): Promise<T | null> =>
      api.get<T>(path).catch(() => {
        setTrouble(t('failed'))
        return null
      }),
    [api, t],
  )
  return { send, get, trouble }
}
