import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type Live, type LiveState, openLive, type View } from './live.ts'

/** One view of the hall for as long as the component stands; another view or token is another connection.
 *  `sound`: this screen lends its loudspeaker. */
export function useLive<S extends object>(
  view: View,
  token?: string,
  sound = false,
): { live: Live<S>; state: LiveState<S> } {
  const key = JSON.stringify(view)
  const live = useMemo(
    () => openLive<S>(JSON.parse(key) as View, { sound, ...(token && { token }) }),
    [key, token, sound],
  )
  useEffect(() => {
    live.connect()
    return live.close
  }, [live])
  return { live, state: useSyncExternalStore(live.subscribe, live.state) }
}
