import { Socket } from 'node:net'
import { type Connect, openLine } from './line.ts'

/** Raw TCP. One connection a slip: many printers serve one at a time. */
export function connectTcp({ host, port }: { host: string; port: number }): Connect {
  return ({ withinMs, signal }) => {
    const socket = new Socket()
    socket.setNoDelay(true)
    return new Promise((resolve) => {
      const settle = (isOpen: boolean) => {
        clearTimeout(timer)
        signal.removeEventListener('abort', giveUp)
        socket.off('error', giveUp)
        if (isOpen) return resolve(openLine(carryOn(socket)))
        socket.on('error', () => undefined)
        socket.destroy()
        resolve('not-connected')
      }
      const giveUp = () => settle(false)
      const timer = setTimeout(giveUp, withinMs)
      signal.addEventListener('abort', giveUp, { once: true })
      socket.once('error', giveUp)
      if (signal.aborted) giveUp()
      else socket.connect({ host, port }, () => settle(true))
    })
  }
}

const carryOn =
  (socket: Socket): Parameters<typeof openLine>[0] =>
  (news) => {
    let hasEnded = false
    socket.on('error', news.failed)
    socket.on('data', news.data)
    socket.on('end', () => {
      hasEnded = true
      news.ended()
    })
    socket.on('close', () => hasEnded || news.failed())
    return {
      write: (chunk, taken) => void socket.write(chunk, (error) => error || taken()),
      finish: () => void socket.end(),
      destroy: () => void socket.destroy(),
    }
  }
