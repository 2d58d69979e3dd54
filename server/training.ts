import { rm } from 'node:fs/promises'
import type { RequestListener, Server } from 'node:http'
import { join } from 'node:path'
import type { Building } from './building.ts'
import { createClosing } from './closing.ts'
import type { HubView } from './contract/live.ts'
import { isFromHere } from './http/origin.ts'
import { actorOf, openSessions, type Sessions, tokenIn } from './http/sessions.ts'
import { type Live, openLive } from './live/live.ts'

export interface TrainingOptions {
  readonly httpServer: Server
  readonly dataDir: string
  /** A hall of its own in this folder, as the building is now, with virtual devices only. */
  open(dataDir: string, live: Live): Promise<Building>
  /** The doors of that hall. */
  createApp(building: Building, sessions: Sessions, reset: () => Promise<void>): RequestListener
  readonly hub: () => HubView
  readonly log: { error(data: object, sentence: string): void }
}

/** Under this path the hub answers for the training hall. */
export const trainingPath = '/latihan'

const idleMs = 30 * 60_000

/**
 * The training hall: every screen again below `/latihan`, over a hall in which no number is a real one. It opens when
 * somebody comes, begins empty each time, and closes when nobody has been there for half an hour.
 */
export function createTraining({ httpServer, dataDir, open, createApp, hub, log }: TrainingOptions) {
  let scene: Promise<Scene> | null = null
  let lastSeen = Date.now()
  let turn: Promise<unknown> = Promise.resolve()

  const live = openLive({
    httpServer,
    path: `${trainingPath}/socket.io`,
    isAllowed: isFromHere,
    actorOf: ({ token, cookie }) => {
      const session = sessions?.find(token ?? tokenIn({ cookie }))
      return session ? actorOf(session) : null
    },
    hub,
    onConnection: () => void enter(),
    log,
  })
  let sessions: Sessions | null = null

  /** The open scene; the first who comes opens it. Opening and closing wait for each other. */
  const enter = (): Promise<Scene> => {
    lastSeen = Date.now()
    if (!scene) {
      const opening = turn.then(begin)
      turn = opening.catch(() => undefined)
      scene = opening
      opening.catch((error) => {
        scene = null
        log.error({ err: error }, 'the training hall could not be opened')
      })
    }
    return scene
  }

  const begin = async (): Promise<Scene> => {
    const folder = join(dataDir, 'training')
    await rm(folder, { recursive: true, force: true })
    const closing = createClosing()
    try {
      const building = closing.use(await open(folder, live))
      sessions = await openSessions(building.store.sessions, live.expel)
      live.show({ hall: building.hall, lens: building.lens, clock: building.clock, spoken: building.spoken })
      building.onSpoken(live.touchCounter)
      building.onShown(live.touchDisplay)
      return { app: createApp(building, sessions, reset), close: async () => closing[Symbol.asyncDispose]() }
    } catch (error) {
      await closing[Symbol.asyncDispose]()
      throw error
    }
  }

  const end = async (): Promise<void> => {
    const ended = scene
    scene = null
    if (!ended) return
    turn = turn.then(async () => (await ended).close()).catch(() => undefined)
    await turn
  }

  /** Everybody begins again in an empty hall; who is signed in has to sign in again. */
  const reset = async (): Promise<void> => {
    await end()
    await enter()
  }

  const idle = setInterval(() => {
    if (scene && live.connections() === 0 && Date.now() - lastSeen > idleMs) void end()
  }, 60_000)

  const app: RequestListener = (request, response) => {
    enter().then(
      (opened) => opened.app(request, response),
      () => void response.writeHead(503, { 'Retry-After': '2' }).end(),
    )
  }

  return {
    app,
    isHere: (url: string | undefined): boolean => url?.startsWith(`${trainingPath}/`) ?? false,
    [Symbol.asyncDispose]: async (): Promise<void> => {
      clearInterval(idle)
      await end()
      await live[Symbol.asyncDispose]()
    },
  }
}

interface Scene {
  readonly app: RequestListener
  close(): Promise<void>
}
