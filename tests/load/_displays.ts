import { io, type Socket } from 'socket.io-client'

/** Many screens of one kind, each with a connection of its own. */
export async function connectDisplays(url: string, count: number, watch: object | null) {
  const sockets: Socket[] = []
  for (let index = 0; index < count; index++) {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false })
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
    })
    if (watch) {
      const answer = (await socket.emitWithAck('watch', watch)) as { error?: string }
      if (answer.error !== undefined) throw new Error(`watch: ${answer.error}`)
    }
    sockets.push(socket)
  }

  /** Where a mark is expected: how many have seen it, and whom to tell when the last has. */
  const awaited = new Map<string, { seen: number; resolve: (at: number) => void }>()
  const see = (mark: string) => {
    const one = awaited.get(mark)
    if (!one || ++one.seen < count) return
    awaited.delete(mark)
    one.resolve(performance.now())
  }
  for (const socket of sockets) {
    socket.on('change', ({ changes }: { changes: { type: string; counter?: number }[] }) => {
      for (const { type, counter } of changes) if (type === 'called') see(String(counter))
    })
  }
  return {
    first: sockets[0] as Socket,
    /** The instant at which the last of all displays has heard of a call of this counter. */
    heardByAll: (counter: number): Promise<number> =>
      new Promise((resolve, reject) => {
        const overdue = setTimeout(
          () => reject(new Error(`counter ${counter}: not every display heard the call`)),
          5000,
        )
        awaited.set(String(counter), {
          seen: 0,
          resolve: (at) => {
            clearTimeout(overdue)
            resolve(at)
          },
        })
      }),
    close: () => {
      for (const socket of sockets) socket.disconnect()
    },
  }
}
