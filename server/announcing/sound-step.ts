import type { SoundMeasures, SoundPolicy } from '../contract/site-sound.ts'
import type { Call } from './call.ts'

/** What becomes of the call whose turn it is, and of those that go with it. */
export type SoundStep =
  | { readonly kind: 'drop' }
  | { readonly kind: 'screen-only'; readonly reason: 'busy' | 'quiet-hours' }
  | { readonly kind: 'speak'; readonly calls: readonly [Call, ...Call[]]; readonly isShort: boolean }

export interface SoundSituation {
  readonly policy: SoundPolicy
  /** Of the call's zone now, per cent. */
  readonly volume: number
  readonly isStillCalled: (call: Call) => boolean
  /** False where a sentence names counters by their number in the building, not by their booth. */
  readonly namesBooths: boolean
}

/** More numbers in one sentence nobody keeps in mind. */
const togetherAtMost = 3

export const measuresFor = ({ firstCalls, recalls }: SoundPolicy, { call }: Call): SoundMeasures =>
  call === 1 ? firstCalls : recalls

/**
 * R5.2: the first of the line is spoken unless it is no longer called. In a busy line the site's measures hold, the mildest
 * first: neighbours are spoken together, else shortly; on the screen only when neither is switched on, or when the line is
 * twice as long. In quiet hours, which are the site's own word, every call is on the screen only.
 */
export function nextStep(line: readonly [Call, ...Call[]], situation: SoundSituation): SoundStep {
  const [call] = line
  const { policy, isStillCalled, namesBooths } = situation
  if (!isStillCalled(call)) return { kind: 'drop' }
  if (situation.volume === 0) return { kind: 'screen-only', reason: 'quiet-hours' }
  if (line.length < policy.busyFrom) return { kind: 'speak', calls: [call], isShort: false }
  const { merge, shorten, screenOnly } = measuresFor(policy, call)
  if (screenOnly && (line.length >= 2 * policy.busyFrom || !(merge || shorten)))
    return { kind: 'screen-only', reason: 'busy' }
  const calls: [Call, ...Call[]] = [call]
  if (merge && namesBooths) {
    for (const next of line.slice(1)) {
      if (calls.length === togetherAtMost || !goTogether(call, next) || !isStillCalled(next)) break
      calls.push(next)
    }
  }
  return { kind: 'speak', calls, isShort: shorten }
}

/** One sentence is true of both: the same way to go, in the same languages, and the same opening words. */
const goTogether = (a: Call, b: Call): boolean =>
  a.zone === b.zone &&
  a.boothCode === b.boothCode &&
  a.floor === b.floor &&
  a.english === b.english &&
  Math.min(a.call, 3) === Math.min(b.call, 3) &&
  a.ticket !== b.ticket
