import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { SoundReading } from '../../server/contract/sound.ts'
import { createApi } from '../../ui-kit/api.ts'
import { createMessages } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { TokenContext, useHub } from '../alerts/use-alerts.ts'
import { soundCatalogue } from './catalogue.ts'

const everyMs = 2_000

export function useSoundWords() {
  const { locale } = useMessages()
  return useMemo(() => createMessages(locale, kitCatalogue, soundCatalogue), [locale])
}

/** How the hall's sound stands, read every two seconds while somebody looks at the page, and at once after each step. */
export function useSound(isOn: boolean) {
  const token = useContext(TokenContext)
  const api = useMemo(() => createApi(token ? { token } : {}), [token])
  const { send, trouble } = useHub()
  const [sound, setSound] = useState<SoundReading | null>(null)
  const read = useCallback(
    () =>
      api.get<SoundReading>('/api/sound').then(setSound, () => {
        // The hub is out of reach, as the page says already; the next reading comes.
      }),
    [api],
  )
  useEffect(() => {
    if (!isOn) return
    const look = () => void (document.visibilityState === 'visible' && read())
    look()
    const timer = setInterval(look, everyMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [read, isOn])
  const act = useCallback(
    async (path: string, body: object = {}): Promise<boolean> => {
      const answer = await send<object>(path, body)
      await read()
      return answer !== null
    },
    [send, read],
  )
  return useMemo(() => ({ sound, act, trouble }), [sound, act, trouble])
}
export type Sound = ReturnType<typeof useSound>

/** One reading for the button, the banners and the window. */
export const SoundContext = createContext<Sound>({ sound: null, act: async () => false, trouble: '' })
