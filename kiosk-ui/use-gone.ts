import { useEffect, useState } from 'react'
import type { LiveState } from '../ui-kit/live.ts'

/** A hub that restarts is back within this; a shorter absence is not worth a page. */
const patienceMs = 2_000

/** True once the hub has been out of reach for longer than a hiccup. */
export function useGone(link: LiveState<object>['link']): boolean {
  const [gone, setGone] = useState(false)
  useEffect(() => {
    if (link === 'connected') return setGone(false)
    const timer = setTimeout(() => setGone(true), patienceMs)
    return () => clearTimeout(timer)
  }, [link])
  return gone
}
