import { io } from 'socket.io-client'
import type { Change, HubView, View, Watched } from '../server/contract/live.ts'
import { connectionOptions, hubAddress } from './connection.ts'
import { createHallClock } from './hall-clock.ts'
import { applyPatch } from './patch.ts'

export type { Change, HubView, View } from '../server/contract/live.ts'

/** Why the hub will not show a view. */
export type WatchRefusal = Extract<Watched, { error: string }>['error']

export interface LiveState<S> {
  /** Null until the first answer; kept while the link is lost, with `lostSince` saying how old it is. */
  readonly snapshot: S | null
  readonly version: number
  readonly link: 'connecting' | 'connected' | 'lost'
  /** Hall time, epoch ms, at which the link was lost; null while it holds. */
  readonly lostSince: number | null
  readonly hub: HubView | null
  /** The hub will not show this view: an unknown booth, a session that ended. */
  readonly refusal: WatchRefusal | null
}

export interface Live<S> {
  state(): LiveState<S>
  /** Called after every change of the state. Gives the function that ends it. */
  subscribe(listener: () => void): () => void
  /** Every numbered change, once, in order, after it has been applied. */
  onChange(listener: (message: Change) => void): () => void
  /** Any other event of the hub, such as `announce`. */
  on(event: string, listener: (payload: unknown) => void): () => void
  /** Tells the hub something it does not answer, such as `announced`; dropped while the link is lost. */
  tell(event: string, payload: unknown): void
  /** The hall's time, epoch ms, by the hub's clock. */
  hallNow(): number
  /** Hall seconds in one of ours: more than 1 in a rehearsal. */
  hallSpeed(): number
  /** Leaves the hub; `connect` comes back to it. A live view starts connected. */
  close(): void
  connect(): void
}

interface Options {
  /** Where the hub is; the page's own origin by default. */
  url?: string
  /** Bearer token of the session; a cookie needs none. */
  token?: string
  /** This screen lends its loudspeaker to the zone it watches. */
  sound?: boolean
  /** What to do when the hub has been renewed; by default the page loads itself again. */
  reload?: () => void
}

type Answer<S> = { version: number; snapshot: S; now: number; speed: number; hub: HubView } | { error: WatchRefusal }

const answerWithinMs = 5_000
const retryMs = 1_000

/**
 * Keeps one view of the hall: a snapshot, then numbered changes. A missing number means asking again, so nothing
 * depends on a message having arrived.
 */
export function openLive<S extends object>(view: View, options: Options = {}): Live<S> {
  const reload = options.reload ?? (() => globalThis.location.reload())
  const clock = createHallClock(
    () => performance.now(),
    () => Date.now(),
  )
  const listeners = new Set<() => void>()
  const changeListeners = new Set<(message: Change) => void>()
  let state: LiveState<S> = {
    snapshot: null,
    version: 0,
    link: 'connecting',
    lostSince: null,
    hub: null,
    refusal: null,
  }
  let watching = false
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Changes that came while the answer to `watch` was on its way. */
  let early: Change[] = []

  const socket = io(options.url ?? hubAddress, {
    ...connectionOptions,
    ...(options.token ? { auth: { token: options.token } } : {}),
  })

  const become = (next: Partial<LiveState<S>>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const again = (action: () => void) => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(action, retryMs)
  }

  const watch = () => {
    if (watching || closed || !socket.connected) return
    watching = true
    early = []
    const asked = { ...view, ...(options.sound && { sound: true }), ...(state.hub && { build: state.hub.build }) }
    socket.timeout(answerWithinMs).emit('watch', asked, (late: Error | null, answer: Answer<S>) => {
      watching = false
      if (closed) return
      if (late) again(watch)
      else take(answer)
    })
  }

  const take = (answer: Answer<S>) => {
    if ('error' in answer) {
      become({ refusal: answer.error })
      return again(watch)
    }
    const { snapshot, version, now, speed, hub } = answer
    if (state.hub && hub.build !== state.hub.build) return reload()
    clock.set(now, speed)
    become({ snapshot, version, link: 'connected', lostSince: null, hub, refusal: null })
    const waiting = early
    early = []
    for (const message of waiting) receive(message)
  }

  const receive = (message: Change) => {
    if (message.view !== view.view) return
    if (watching) {
      early.push(message)
      return
    }
    if (message.version <= state.version) return
    if (message.version !== state.version + 1 || !state.snapshot) return watch()
    become({ snapshot: applyPatch(state.snapshot, message.patch), version: message.version })
    for (const listener of changeListeners) listener(message)
  }

  socket.on('connect', () => {
    watching = false
    watch()
  })
  socket.on('disconnect', (reason) => {
    watching = false
    if (closed) return
    become({ link: 'lost', lostSince: state.lostSince ?? clock.now() })
    // After a farewell by the hub the client waits to be asked.
    if (reason === 'io server disconnect') again(() => socket.connect())
  })
  socket.on('connect_error', () => {
    if (state.link !== 'lost') become({ link: 'lost', lostSince: clock.now() })
    if (!socket.active) again(() => socket.connect())
  })
  socket.on('change', receive)
  socket.on('reload', () => reload())
  // Another hall is on stage: what was watched is not there any more.
  socket.on('stage', () => {
    watching = false
    watch()
  })

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onChange(listener) {
      changeListeners.add(listener)
      return () => void changeListeners.delete(listener)
    },
    on(event, listener) {
      socket.on(event, listener)
      return () => void socket.off(event, listener)
    },
    tell: (event, payload) => void socket.volatile.emit(event, payload),
    hallNow: clock.now,
    hallSpeed: clock.speed,
    close() {
      closed = true
      clearTimeout(timer)
      socket.disconnect()
    },
    connect() {
      closed = false
      socket.connect()
    },
  }
}
