/** What a takeover needs to know of a call. `id` changes with every call and recall of a number. */
export interface Call {
  readonly id: string
  readonly at: number
  readonly label: string
  readonly state: 'called' | 'serving' | 'ended'
}

/** The field now: one call whole, or two that share it, until `endsAt` of the screen's own steady clock. */
export interface Scene<C extends Call> {
  readonly calls: readonly [C] | readonly [C, C]
  readonly endsAt: number
}

export interface Takeovers<C extends Call> {
  readonly scene: Scene<C> | null
  /** Waiting for the field, oldest first; a recall has come in at the end like any other call. */
  readonly queue: readonly C[]
  /** Ids that have had their turn or stand in the queue, the latest of them; null before the first snapshot. */
  readonly seen: ReadonlySet<string> | null
}

export const holdOneMs = 6_000
export const holdTwoMs = 7_000

const remembered = 200

export const noTakeovers: Takeovers<never> = { scene: null, queue: [], seen: null }

/**
 * Takes in the calls of a snapshot, in any order. What was there when the screen came up is history; a call that is new
 * afterwards gets its turn, unless it is called no more when that comes (R5.2). A withdrawn call leaves field and queue.
 */
export function hear<C extends Call>(state: Takeovers<C>, calls: readonly C[], now: number): Takeovers<C> {
  const ids = new Set(calls.map(({ id }) => id))
  if (!state.seen) return { ...state, seen: ids }
  const fresh = calls.filter(({ id, state: stands }) => !state.seen?.has(id) && stands === 'called')
  const waiting = state.queue.filter((call) => !isWithdrawn(call, calls) && isStillCalled(call, calls))
  const queue = [...waiting, ...fresh.sort((a, b) => a.at - b.at)]
  // An undone call lets an older one back into the list, so more is remembered than the list holds.
  const seen = new Set([...state.seen, ...ids].slice(-remembered))
  return advance({ scene: state.scene && withoutWithdrawn(state.scene, calls), queue, seen }, now)
}

/** Ends the scene whose time is up and opens the next: two calls when two wait, nothing skipped. */
export function advance<C extends Call>(state: Takeovers<C>, now: number): Takeovers<C> {
  if (state.scene && now < state.scene.endsAt) return state
  const [first, second, ...rest] = state.queue
  if (!first) return state.scene ? { ...state, scene: null } : state
  const scene: Scene<C> = second
    ? { calls: [first, second], endsAt: now + holdTwoMs }
    : { calls: [first], endsAt: now + holdOneMs }
  return { ...state, scene, queue: rest }
}

/**
 * For a hall whose clock runs faster than the screen's: keeps of the queue the `most` newest that are still called,
 * because nobody could follow the others.
 */
export function catchUp<C extends Call>(state: Takeovers<C>, calls: readonly C[], most: number): Takeovers<C> {
  const called = new Set(calls.filter(({ state: stands }) => stands === 'called').map(({ id }) => id))
  return { ...state, queue: state.queue.filter(({ id }) => called.has(id)).slice(-most) }
}

/**
 * A number that is gone from the list although older calls still stand in it was taken back (the officer undid the
 * call); gone together with the oldest, it only made room for newer ones.
 */
function isWithdrawn(call: Call, calls: readonly Call[]): boolean {
  if (calls.some(({ label }) => label === call.label)) return false
  return calls.length === 0 || calls.some(({ at }) => at < call.at)
}

/** R5.2: service began, or the visitor was given up, before the field was free. Who left the list is not known to have. */
const isStillCalled = ({ label }: Call, calls: readonly Call[]): boolean =>
  calls.every((call) => call.label !== label || call.state === 'called')

function withoutWithdrawn<C extends Call>(scene: Scene<C>, calls: readonly C[]): Scene<C> | null {
  const [first, second] = scene.calls.filter((call) => !isWithdrawn(call, calls))
  if (!first) return null
  return second ? scene : { calls: [first], endsAt: scene.endsAt }
}
