import { io, type Socket } from 'socket.io-client'
import type { Change, HubToScreen, ScreenToHub, View, Watched } from '../../../server/contract/live.ts'
import { applyPatch } from '../../../ui-kit/patch.ts'

type Row = Record<string, unknown>

/** One screen on one view, with nothing of ours between it and the hub but the reducer of patches. */
export interface Screen {
  readonly view: View
  /** Everything it was told, in order. */
  readonly changes: Change[]
  /** Versions that did not follow the one before. */
  readonly gaps: string[]
  snapshot: Row
  version: number
  reloads: number
  readonly socket: Socket<HubToScreen, ScreenToHub>
  watch(extras?: { build?: string; sound?: boolean }): Promise<Watched>
  /** Watches again without keeping the answer: what the hub would tell a newcomer now. */
  peek(): Promise<{ version: number; snapshot: Row }>
  close(): void
}

export async function openScreen(
  url: string,
  view: View,
  token?: string,
  extraHeaders: Readonly<Record<string, string>> = {},
): Promise<Screen> {
  const socket: Screen['socket'] = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { ...extraHeaders },
    ...(token ? { auth: { token } } : {}),
  })
  const ask = (extras = {}): Promise<Watched> =>
    new Promise((resolve) => socket.emit('watch', { ...view, ...extras }, resolve))
  const screen: Screen = {
    view,
    changes: [],
    gaps: [],
    snapshot: {},
    version: 0,
    reloads: 0,
    socket,
    watch: async (extras) => {
      const watched = await ask(extras)
      if ('error' in watched) return watched
      screen.snapshot = watched.snapshot as unknown as Row
      screen.version = watched.version
      return watched
    },
    peek: async () => {
      const watched = await ask()
      if ('error' in watched) throw new Error(watched.error)
      return { version: watched.version, snapshot: watched.snapshot as unknown as Row }
    },
    close: () => void socket.disconnect(),
  }
  socket.on('change', (change) => {
    if (change.version <= screen.version) return
    if (change.version !== screen.version + 1) screen.gaps.push(`${screen.version} → ${change.version}`)
    screen.snapshot = applyPatch(screen.snapshot, change.patch)
    screen.version = change.version
    screen.changes.push(change)
  })
  socket.on('reload', () => {
    screen.reloads++
  })
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  return screen
}
