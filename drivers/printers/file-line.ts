import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { type Connect, openLine } from './line.ts'
import type { LineTrouble } from './printer.ts'

const { O_RDWR, O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants
/** Between two looks at a device that has nothing to say or no room, ms. */
const PAUSE_MS = 15
const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? '')

/**
 * A device file such as /dev/usb/lp0, never waited for inside the kernel. Only devices and FIFOs: a path that names a
 * plain file is a mistake. A FIFO gives no answers.
 */
export function connectFile({ path }: { path: string }): Connect {
  return async ({ signal }) => {
    try {
      const found = await stat(path)
      if (!found.isCharacterDevice() && !found.isFIFO()) return 'no-device'
      const handle = await openDevice(path, found.isFIFO())
      if (!signal.aborted) return openLine((news) => carryOn(handle, !found.isFIFO(), news))
      await handle.close()
      return 'not-connected'
    } catch (error) {
      return troubleOf(codeOf(error))
    }
  }
}

/** What an error number of opening a device means. */
export function troubleOf(code: string): LineTrouble {
  if (code === 'EACCES' || code === 'EPERM') return 'no-permission'
  return ['ENOENT', 'ENODEV', 'ENXIO', 'ENOTDIR'].includes(code) ? 'no-device' : 'not-connected'
}

/** Some devices can only be written to. */
async function openDevice(path: string, isFifo: boolean): Promise<FileHandle> {
  const flags = O_NONBLOCK | O_NOCTTY
  if (isFifo) return open(path, O_WRONLY | flags)
  return open(path, O_RDWR | flags).catch(() => open(path, O_WRONLY | flags))
}

function carryOn(handle: FileHandle, reads: boolean, news: Parameters<Parameters<typeof openLine>[0]>[0]) {
  let isOpen = true
  const fail = () => isOpen && news.failed()

  async function write(chunk: Uint8Array): Promise<boolean> {
    for (let from = 0; from < chunk.length && isOpen; ) {
      try {
        from += (await handle.write(chunk, from)).bytesWritten
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') throw error
        await delay(PAUSE_MS)
      }
    }
    return isOpen
  }

  async function listen(): Promise<void> {
    const room = Buffer.alloc(256)
    while (isOpen) {
      const { bytesRead } = await handle.read(room, 0, room.length, null).catch((error) => {
        if (codeOf(error) === 'EAGAIN') return { bytesRead: 0 }
        throw error
      })
      if (bytesRead > 0) news.data(Uint8Array.from(room.subarray(0, bytesRead)))
      else await delay(PAUSE_MS)
    }
  }

  // A device that cannot be read is still written to.
  if (reads) void listen().catch((error) => codeOf(error) !== 'EBADF' && codeOf(error) !== 'EINVAL' && fail())
  return {
    write: (chunk: Uint8Array, taken: () => void) => void write(chunk).then((isDone) => isDone && taken(), fail),
    finish: news.ended,
    destroy() {
      if (!isOpen) return
      isOpen = false
      void handle.close().catch(() => undefined)
    },
  }
}
