import type { Server, Socket } from 'socket.io'
import type { AnnounceMessage, HubToScreen, ScreenToHub } from '../contract/live.ts'

type Io = Server<ScreenToHub, HubToScreen>
type Screen = Socket<ScreenToHub, HubToScreen>

const soundRoom = (zone: string) => `sound:${zone}`

/** A display may need so long to fetch the sound and to say that it has played it, in real ms. */
const answerMs = 2000

interface Asked {
  readonly told: Set<string>
  readonly resolve: (isPlayed: boolean) => void
}

/** The displays that lend their loudspeaker: who they are, what they are told, and whether they have played it. */
export function createSoundDoor(io: Io, answerWithinMs = answerMs) {
  const asked = new Map<string, Asked>()
  const idsIn = (zone: string): string[] => [...(io.sockets.adapter.rooms.get(soundRoom(zone)) ?? [])]

  const settle = (id: string, isPlayed: boolean) => {
    asked.get(id)?.resolve(isPlayed)
    asked.delete(id)
  }
  /** Nothing is to be awaited of this screen any more. */
  const giveUp = (screen: string) => {
    for (const [id, { told }] of asked) if (told.delete(screen) && told.size === 0) settle(id, false)
  }
  const leave = (screen: Screen) => {
    for (const room of screen.rooms) if (room.startsWith('sound:')) void screen.leave(room)
    giveUp(screen.id)
  }
  /** Who said nothing is asked last from now on. */
  const demote = (zone: string, screens: ReadonlySet<string>) => {
    for (const id of screens) {
      const screen = io.sockets.sockets.get(id)
      if (!screen?.rooms.has(soundRoom(zone))) continue
      void screen.leave(soundRoom(zone))
      void screen.join(soundRoom(zone))
    }
  }

  return {
    /** Listens to what a new connection says of its sound. */
    follow: (screen: Screen): void => {
      screen.on('announced', (id) => {
        if (asked.get(String(id))?.told.has(screen.id)) settle(String(id), true)
      })
      screen.on('sound', (isOn) => {
        const zone: unknown = screen.data.soundZone
        if (isOn !== true) leave(screen)
        else if (typeof zone === 'string') void screen.join(soundRoom(zone))
      })
      screen.on('disconnecting', () => giveUp(screen.id))
    },
    enter: (screen: Screen, zone: string): void => {
      screen.data.soundZone = zone
      void screen.join(soundRoom(zone))
    },
    listeners: (zone: string): number => idsIn(zone).length,
    /** Tells one display of the zone, the longest there, or all. Answers whether one has played it to its end. */
    announce: (message: AnnounceMessage, reach: 'one' | 'all'): Promise<boolean> => {
      const told = new Set(idsIn(message.zone).slice(0, reach === 'one' ? 1 : undefined))
      return new Promise((answer) => {
        const late = setTimeout(() => {
          demote(message.zone, told)
          settle(message.id, false)
        }, message.durationMs + answerWithinMs).unref()
        const resolve = (isPlayed: boolean) => {
          clearTimeout(late)
          answer(isPlayed)
        }
        asked.set(message.id, { told, resolve })
        if (told.size === 0) return settle(message.id, false)
        for (const id of told) io.to(id).emit('announce', message)
      })
    },
  }
}
