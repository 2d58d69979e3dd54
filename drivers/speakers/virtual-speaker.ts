import { appendFile, mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { encodeWav } from '../voices/wav.ts'
import { createPacer } from './pacer.ts'
import { type Announcement, type PaceClock, type Played, type Speaker, SpeakerError } from './speaker.ts'

export type VirtualSpeakerOptions = {
  /** Holds a folder for each zone. */
  folder: string
  zone: string
  clock: PaceClock
  /** So many sound files are kept, the newest; the log keeps every line. */
  keepFiles?: number
}

/** `hasSaid`: whether the last line of its log speaks of this call, so that a crash just after it does not repeat the call. */
export type VirtualSpeaker = Speaker & { hasSaid(call: { at: number; label: string; call: number }): Promise<boolean> }

/**
 * A loudspeaker of files: `<zone>/<n>-<label>.wav` for each announcement, and, once it has sounded whole, its line in
 * `spoken.jsonl`. It takes the announcement's time in the hall's clock; `n` goes on after a restart.
 */
export async function openVirtualSpeaker(options: VirtualSpeakerOptions): Promise<VirtualSpeaker> {
  const { zone, clock, keepFiles = 500 } = options
  const name = `virtual speaker ${zone}`
  const folder = join(options.folder, safeName(zone))
  const log = join(folder, 'spoken.jsonl')
  const pacer = createPacer(name, clock)
  let shelf = await openShelf(folder, log).catch(() => null)
  let lostDisk = shelf === null

  const write = async ({ audio }: Announcement) => {
    shelf ??= await openShelf(folder, log)
    await writeFile(join(folder, partFile), encodeWav(audio))
  }

  const keep = async (announcement: Announcement, played: Played) => {
    if (!shelf) return
    const file = `${shelf.next++}-${safeName(announcement.label || 'notice')}.wav`
    await rename(join(folder, partFile), join(folder, file))
    await appendFile(log, `${JSON.stringify(spokenLine(announcement, played))}\n`)
    shelf.files.push(file)
    for (const old of shelf.files.splice(0, Math.max(0, shelf.files.length - keepFiles)))
      await rm(join(folder, old), { force: true })
  }

  const withDisk = async (work: Promise<void>) => {
    try {
      await work
      lostDisk = false
    } catch (cause) {
      lostDisk = true
      shelf = null
      throw new SpeakerError(name, 'disk', cause)
    }
  }

  return {
    name,
    async hasSaid({ at, label, call }) {
      const lines = (await readFile(log, 'utf8').catch(() => '')).trimEnd().split('\n')
      const last = JSON.parse(lines.at(-1) || 'null') as ReturnType<typeof spokenLine> | null
      const spoken = last ? [last, ...(last.others ?? [])] : []
      return spoken.some((one) => one.at === new Date(at).toISOString() && one.label === label && one.call === call)
    },
    state() {
      const reason = pacer.fault() ?? (lostDisk ? 'disk' : null)
      return reason ? { ready: false, reason } : { ready: true }
    },
    play: (announcement, signal) =>
      pacer.hold(announcement.durationMs, signal, {
        during: () => withDisk(write(announcement)),
        afterwards: (played) => withDisk(keep(announcement, played)),
      }),
    async [Symbol.asyncDispose]() {
      await pacer.close()
      await rm(join(folder, partFile), { force: true }).catch(() => undefined)
    },
  }
}

/** The sound of the announcement that is playing; what a crash leaves of it is written over by the next one. */
const partFile = 'playing.part'

const safeName = (text: string): string => text.replace(/[^\w-]/g, '_')

/** Finds where the numbering stands. A line torn by a crash is cut off, as if its announcement had not ended. */
async function openShelf(folder: string, log: string): Promise<{ next: number; files: string[] }> {
  await mkdir(folder, { recursive: true })
  const spoken = await readFile(log).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  const whole = spoken.lastIndexOf('\n') + 1
  if (whole < spoken.length) await truncate(log, whole)
  const lines = spoken.subarray(0, whole).filter((byte) => byte === 0x0a).length
  const numberOf = (file: string) => Number(/^(\d+)-.*\.wav$/.exec(file)?.[1] ?? 0)
  const files = (await readdir(folder)).filter(numberOf).sort((a, b) => numberOf(a) - numberOf(b))
  return { next: Math.max(lines, numberOf(files.at(-1) ?? '')) + 1, files }
}

const spokenLine = (announcement: Announcement, { startedAt, endedAt }: Played) => ({
  at: new Date(announcement.at).toISOString(),
  startedAt: new Date(startedAt).toISOString(),
  endedAt: new Date(endedAt).toISOString(),
  zone: announcement.zone,
  label: announcement.label,
  counter: announcement.counter,
  lang: announcement.lang,
  sentence: announcement.sentence,
  call: announcement.call,
  ...(announcement.kind ? { kind: announcement.kind } : {}),
  ...(announcement.others ? { others: announcement.others.map(withInstant) } : {}),
})

const withInstant = <T extends { at: number }>(call: T) => ({ ...call, at: new Date(call.at).toISOString() })
