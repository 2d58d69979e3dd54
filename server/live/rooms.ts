import type { ChangeItem, Patch, View } from '../contract/live.ts'
import type { Touch } from '../readings/changes.ts'
import { diffSnapshots } from './patch.ts'

/** One view that somebody watches: its last snapshot, its version, and what has happened since. */
interface Room {
  readonly view: View
  readonly name: string
  snapshot: object
  version: number
  watchers: number
  items: ChangeItem[]
  due: Due | null
}

/** When a room is read anew: at once, in a moment, or (the wide views) in a longer one. */
type Due = 'now' | 'soon' | 'later'
const wideViews: ReadonlySet<View['view']> = new Set(['kiosk', 'hall'])

export interface RoomPorts {
  /** Reads the view from the told hall; null when there is no such thing. */
  read: (view: View) => object | null
  /** The booths that a view is about; null for the whole building. */
  boothsOf: (view: View) => ReadonlySet<string> | null
  /** Whose page it is, for a ticket's view. */
  ticketOf: (view: View) => string | null
  emit: (room: string, change: { view: View['view']; version: number; changes: ChangeItem[]; patch: Patch }) => void
  /** How long figures may gather before they travel, in ms of real time; of the whole building, longer. */
  gatherMs: { soon: number; later: number }
}

export const roomName = (view: View): string => JSON.stringify(view)
/** Socket.IO gives every socket a room of its own too; ours are told by their form. */
export const isRoomName = (name: string): boolean => name.startsWith('{')

/**
 * Snapshots and numbered changes. A change carries a patch of the snapshot, so a screen that has every number is right,
 * and one that misses a number asks again. Calls travel at once; figures gather for a moment and travel together.
 */
export function createRooms({ read, boothsOf, ticketOf, emit, gatherMs }: RoomPorts) {
  const rooms = new Map<string, Room>()
  const timers: { soon: NodeJS.Timeout | null; later: NodeJS.Timeout | null } = { soon: null, later: null }
  let isNowPending = false

  const send = (room: Room) => {
    const after = read(room.view)
    const { items } = room
    room.due = null
    room.items = []
    if (!after) return close(room)
    const patch = diffSnapshots(room.snapshot, after)
    if (!patch && items.length === 0) return
    room.snapshot = after
    room.version++
    emit(room.name, { view: room.view.view, version: room.version, changes: items, patch: patch ?? {} })
  }
  /** A number is left out on purpose: by the contract, whoever misses one watches again, and finds what there is now. */
  const close = (room: Room) => {
    rooms.delete(room.name)
    emit(room.name, { view: room.view.view, version: room.version + 2, changes: [{ type: 'notice' }], patch: {} })
  }
  const sendDue = (due: Due) => {
    for (const room of rooms.values()) if (room.due === 'now' || room.due === due) send(room)
  }
  const schedule = (due: Due) => {
    if (due !== 'now') {
      timers[due] ??= setTimeout(() => {
        timers[due] = null
        sendDue(due)
      }, gatherMs[due])
    } else if (!isNowPending) {
      isNowPending = true
      // After everything of this batch has been told, so that twenty calls at once are one change.
      queueMicrotask(() => {
        isNowPending = false
        sendDue('now')
      })
    }
  }

  const concerns = (room: Room, touch: Touch): Due | null => {
    const { view } = room
    if (view.view === 'ticket' && touch.tickets.has(ticketOf(view) ?? '')) return 'now'
    const booths = boothsOf(view)
    if (touch.booths && booths && ![...touch.booths].some((booth) => booths.has(booth))) return null
    if (wideViews.has(view.view)) return touch.urgent && touch.booths === null ? 'now' : 'later'
    return touch.urgent && view.view !== 'ticket' ? 'now' : 'soon'
  }

  return {
    /** Enters a room; the caller joins the socket to `name`. Null when the view shows nothing that exists. */
    enter: (view: View): { name: string; version: number; snapshot: object } | null => {
      const name = roomName(view)
      let room = rooms.get(name)
      if (!room) {
        const snapshot = read(view)
        if (!snapshot) return null
        room = { view, name, snapshot, version: 1, watchers: 0, items: [], due: null }
        rooms.set(name, room)
      }
      if (room.due) send(room)
      room.watchers++
      return { name, version: room.version, snapshot: room.snapshot }
    },
    leave: (name: string): void => {
      const room = rooms.get(name)
      if (room && --room.watchers <= 0) rooms.delete(name)
    },
    touch: (touch: Touch): void => {
      for (const room of rooms.values()) {
        const due = concerns(room, touch)
        if (!due) continue
        if (room.view.view !== 'ticket' || due === 'now') room.items.push(...touch.items)
        if (room.due !== 'now') room.due = due
        schedule(room.due)
      }
    },
    /** Time alone moves estimates and order: read everything anew. */
    refresh: (): void => {
      for (const room of rooms.values()) room.due ??= wideViews.has(room.view.view) ? 'later' : 'soon'
      schedule('soon')
      schedule('later')
    },
    /** Something that is no event of the hall moved this view. */
    refreshView: (view: View): void => {
      const room = rooms.get(roomName(view))
      if (!room) return
      room.due = 'now'
      schedule('now')
    },
    /** Another hall is on stage: nobody's snapshot is true any more. */
    clear: (): void => {
      for (const room of rooms.values()) close(room)
    },
    close: (): void => {
      for (const timer of Object.values(timers)) if (timer) clearTimeout(timer)
      rooms.clear()
    },
  }
}

export type Rooms = ReturnType<typeof createRooms>
