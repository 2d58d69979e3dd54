import { createServer, type Server, type Socket } from 'node:net'
import { createFakePrinter, type FakePrinter } from './_fake-printer.ts'

export interface LoopbackPrinter extends AsyncDisposable {
  readonly device: FakePrinter
  readonly port: number
  goOffline(): Promise<void>
  comeBack(): Promise<void>
}

/** The fake printer behind a real TCP server, or behind a Unix socket when `path` is given. */
export async function openLoopback(path?: string): Promise<LoopbackPrinter> {
  const device = createFakePrinter()
  const sockets = new Set<Socket>()
  let server: Server = createServer()
  const serve = (socket: Socket) => {
    sockets.add(socket)
    const end = device.attach({
      answer: (bytes) => socket.writable && socket.write(bytes),
      cut: () => (path === undefined ? socket.resetAndDestroy() : socket.destroy()),
      setFlow: (isFlowing) => (isFlowing ? socket.resume() : socket.pause()),
    })
    socket.on('data', (data) => end.take(data))
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
  }
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      const opened = () => {
        const address = server.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      }
      server = createServer(serve)
      if (path === undefined) server.listen(port, '127.0.0.1', opened)
      else server.listen(path, opened)
    })
  const goOffline = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  let isOver = false
  const port = await listen(0)
  return {
    device,
    port,
    goOffline,
    comeBack: async () => {
      if (isOver) return
      await listen(port)
      // It was disposed of while it was on its way back.
      if (isOver) await goOffline()
    },
    [Symbol.asyncDispose]: () => {
      isOver = true
      return goOffline()
    },
  }
}
