import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { kindOfFile } from './contract/media.ts'
import type { MediaAnswer, MediaFile, MediaReport, PlaylistItem } from './contract/site-media.ts'
import { MediaNameSchema } from './contract/site-media.ts'
import type { MediaShelf, ReceivedMedia } from './http/media-port.ts'
import { newId } from './ids.ts'
import { sniffMedia } from './media-sniff.ts'

const megabyte = 1024 * 1024
export const mediaLimits = { image: 12 * megabyte, video: 256 * megabyte, shelf: 4096 * megabyte }

/** Left free on the disk whatever comes: the journal of the hall lies on the same one. */
const spareBytes = 512 * megabyte

const titleBytesAtMost = 80

interface MediaOptions {
  readonly folder: string
  readonly limits?: typeof mediaLimits
  /** Bytes of the disk that are never taken. */
  readonly spare?: number
}

/**
 * The pictures and videos that displays show between the calls: one folder, each file named by what is in it, so that the
 * same file is there once and a name never changes its meaning. Beside each lies what it was called.
 */
export async function openMedia({ folder, limits = mediaLimits, spare = spareBytes }: MediaOptions) {
  await mkdir(folder, { recursive: true })
  for (const left of await readdir(folder)) if (left.startsWith(incoming)) await rm(join(folder, left), { force: true })
  const shown = new Map<string, boolean>()
  const at = (name: string) => join(folder, name)

  const list = async (): Promise<MediaFile[]> => {
    const names = (await readdir(folder)).filter((name) => MediaNameSchema.safeParse(name).success)
    const files = await Promise.all(names.map((name) => describe(folder, name)))
    return files.flatMap((file) => file ?? []).sort((a, b) => b.addedAt - a.addedAt || a.name.localeCompare(b.name))
  }

  const used = async () => (await list()).reduce((sum, { bytes }) => sum + bytes, 0)

  const shelf: MediaShelf = {
    folder,
    limits,
    list,
    /**
     * Takes a file from the wire. Throws what the JSON reader throws: 413 when it is too large for its kind or the shelf
     * is full, 400 when the sender went away.
     */
    async receive(request: IncomingMessage): Promise<ReceivedMedia> {
      const room = Math.min(limits.video, limits.shelf - (await used()), (await freeBytes(folder)) - spare)
      if (Number(request.headers['content-length'] ?? 0) > room) throw tooLarge()
      const aside = at(`${incoming}${newId()}`)
      try {
        const { sha256, bytes } = await store(request, aside, room)
        const ending = await sniffMedia(aside)
        if (!ending) return { name: null, sha256 }
        const name = `${sha256.slice(0, 32)}.${ending}`
        if (bytes > limits[kindOfFile(name)]) throw tooLarge()
        // Others may have come in meanwhile.
        if (bytes > limits.shelf - (await used())) throw tooLarge()
        await rename(aside, at(name))
        return { name, sha256 }
      } finally {
        await rm(aside, { force: true })
      }
    },
    /** Keeps what a file was called, without anything that could be a path or a command. */
    async call(name: string, title: string): Promise<void> {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be kept
      const words = title.replace(/[\u0000-\u001f\u007f-\u009f\\/]/g, ' ').trim()
      await writeFile(at(`${name}.json`), JSON.stringify({ title: words.slice(0, titleBytesAtMost) || name }))
    },
    find: async (name: string): Promise<MediaFile | null> =>
      MediaNameSchema.safeParse(name).success ? describe(folder, name) : null,
    async remove(name: string): Promise<void> {
      if (!MediaNameSchema.safeParse(name).success) return
      await rm(at(name), { force: true })
      await rm(at(`${name}.json`), { force: true })
    },
    /** What of a playlist is left out, and why. */
    async failing(playlist: readonly PlaylistItem[]): Promise<MediaAnswer['failing']> {
      const files = new Set((await list()).map(({ name }) => name))
      return playlist.flatMap(({ code, file }): MediaAnswer['failing'] => {
        if (file === undefined) return []
        if (!files.has(file)) return [{ item: code, zone: null, why: 'no-file' }]
        return [...shown].flatMap(([place, isShown]) => {
          const [zone, item] = JSON.parse(place) as [string, string]
          return isShown || item !== code ? [] : [{ item, zone, why: 'not-shown' as const }]
        })
      })
    },
  }
  return {
    ...shelf,
    /** Remembers the last word of the displays of a zone about an item. */
    hear(zone: string, { item, isShown }: MediaReport, playlist: readonly PlaylistItem[]): void {
      if (playlist.some(({ code }) => code === item)) shown.set(JSON.stringify([zone, item]), isShown)
    },
  }
}

const incoming = '.incoming-'

const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function describe(folder: string, name: string): Promise<MediaFile | null> {
  try {
    const { size, mtimeMs } = await stat(join(folder, name))
    return {
      name,
      kind: kindOfFile(name),
      title: await titleOf(folder, name),
      bytes: size,
      addedAt: Math.round(mtimeMs),
    }
  } catch {
    return null
  }
}

async function titleOf(folder: string, name: string): Promise<string> {
  try {
    const { title } = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as { title?: unknown }
    return typeof title === 'string' ? title : name
  } catch {
    return name
  }
}

async function store(request: IncomingMessage, file: string, room: number): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length
      hash.update(part)
      done(bytes > room ? tooLarge() : null, part)
    },
  })
  try {
    await pipeline(request, measure, createWriteStream(file))
  } catch (error) {
    throw request.destroyed && !request.complete && bytes <= room
      ? Object.assign(new Error('the sender went away', { cause: error }), { status: 400, type: 'request.aborted' })
      : error
  }
  return { sha256: hash.digest('hex'), bytes }
}

const tooLarge = (): Error => Object.assign(new Error('too large'), { status: 413, type: 'entity.too.large' })
