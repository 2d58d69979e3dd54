import type { LiveHall } from '../hall.ts'
import { readClosing } from '../readings/displays.ts'
import type { Arbiter } from './arbiter.ts'

const minuteMs = 60_000
const lookedAtEveryMs = 5_000

interface ClosingPorts {
  readonly hall: LiveHall
  readonly now: () => number
  /** R6.1 holds: in the demo nothing closes by the clock. */
  readonly isInForce: () => boolean
}

/**
 * Once a day, in each zone, that service ends in so many minutes; nothing while the building is paused, and nothing when
 * the hub comes up later than that. Returns its own undo.
 */
export function announceClosing(arbiter: Arbiter, { hall, now, isInForce }: ClosingPorts): () => void {
  let before = now()
  const look = () => {
    const since = before
    const at = now()
    before = at
    const { told } = hall
    const closing = isInForce() && told.catalogue && !told.pause ? readClosing(told) : null
    if (!closing) return
    const { noticeAt, endsAt } = closing
    if (since >= noticeAt || at < noticeAt || at >= endsAt) return
    const minutes = Math.max(1, Math.round((endsAt - at) / minuteMs))
    for (const zone of told.catalogue?.zones.keys() ?? []) arbiter.say({ at, zone, news: { kind: 'closing', minutes } })
  }
  const timer = setInterval(look, lookedAtEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
