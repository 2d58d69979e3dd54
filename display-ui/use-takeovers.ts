import { useEffect, useState } from 'react'
import { advance, type Call, catchUp, hear, noTakeovers, type Scene, type Takeovers } from './takeover.ts'

/** Faster than this the hall outruns the screen, and only the newest calls take the field. */
const fastestToFollow = 2

/** The scene on the field now. `calls` is the list of the snapshot; `speed` is that of the hall's clock. */
export function useTakeovers<C extends Call>(calls: readonly C[], speed: number): Scene<C> | null {
  const [state, setState] = useState<Takeovers<C>>(noTakeovers)
  useEffect(() => {
    setState((before) => {
      const heard = hear(before, calls, performance.now())
      return speed > fastestToFollow ? catchUp(heard, calls, 2) : heard
    })
  }, [calls, speed])
  const endsAt = state.scene?.endsAt
  useEffect(() => {
    if (endsAt === undefined) return
    const timer = setTimeout(
      () => setState((before) => advance(before, Math.max(performance.now(), endsAt))),
      Math.max(0, endsAt - performance.now()),
    )
    return () => clearTimeout(timer)
  }, [endsAt])
  return state.scene
}
