import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ClipVoice, openClipVoice } from '../../drivers/voices/clip-voice.ts'
import type { Voice } from '../../drivers/voices/voice.ts'
import { ClipNameSchema, LanguageSchema, PackFileSchema, VoiceCodeSchema } from '../contract/voice.ts'
import { writeTar } from './tar.ts'

/** A pack that lies on the shelf; `clips` as `id/dua`, whether they can be read or not. */
export interface ShelvedPack {
  readonly code: string
  readonly title: string
  readonly clips: ReadonlySet<string>
}

export interface ShelfOptions {
  /** A folder for each pack: `pack.json`, and `id/` and `en/` with a WAV for each clip. */
  readonly folder: string
  /** Says what a pack lacks, and everything where no pack is chosen. Closed by whoever opened it. */
  readonly bundled: ClipVoice
}

/** The packs of recorded words in the data folder, and the voices made of them. */
export type Shelf = ReturnType<typeof createShelf>

export function createShelf({ folder, bundled }: ShelfOptions) {
  const opened = new Map<string, Promise<ClipVoice | null>>()
  const ready = new Map<string, ClipVoice>()
  const folderOf = (code: string) => join(folder, code)
  const clipFile = (code: string, key: string) => join(folderOf(code), `${key}.wav`)

  const read = async (code: string): Promise<ShelvedPack | null> => {
    if (!VoiceCodeSchema.safeParse(code).success) return null
    const title = await readTitle(join(folderOf(code), 'pack.json'))
    return title === null ? null : { code, title, clips: new Set(await clipsIn(folderOf(code))) }
  }
  const forget = (code: string) => {
    opened.delete(code)
    ready.delete(code)
  }
  const open = (code: string): Promise<ClipVoice | null> => {
    const known = opened.get(code)
    if (known !== undefined) return known
    const opening = read(code).then((pack) => pack && openClipVoice({ folder: folderOf(code), fallback: bundled }))
    const kept = opening.then((voice) => {
      if (!voice) forget(code)
      else if (opened.get(code) === kept) ready.set(code, voice)
      return voice
    })
    opened.set(code, kept)
    return kept
  }

  return {
    bundled,
    read,
    open,
    /** As far as it has been opened; undefined before, and for one that is not there. */
    openedVoice: (code: string): ClipVoice | undefined => ready.get(code),
    async packs(): Promise<ShelvedPack[]> {
      const names = await readdir(folder).catch(() => [])
      return (await Promise.all(names.sort().map(read))).filter((pack) => pack !== null)
    },
    /** A new, empty pack; its code is made of its title. */
    async create(title: string): Promise<ShelvedPack> {
      const plain = title
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 24)
      await mkdir(folder, { recursive: true })
      for (let count = 1; ; count++) {
        const code = `${plain || 'suara'}${count === 1 ? '' : `-${count}`}`
        // Whoever makes the folder has the code.
        const isMine = await mkdir(folderOf(code)).then(
          () => true,
          (error: NodeJS.ErrnoException) => {
            if (error.code !== 'EEXIST') throw error
            return false
          },
        )
        if (!isMine) continue
        const file = { format: 'antrean-voice', version: 1, title }
        await replaceFile(join(folderOf(code), 'pack.json'), `${JSON.stringify(file, null, 2)}\n`)
        return { code, title, clips: new Set() }
      }
    },
    async remove(code: string): Promise<void> {
      forget(code)
      await rm(folderOf(code), { recursive: true, force: true })
    },
    readClip: (code: string, key: string): Promise<Buffer | null> => readFile(clipFile(code, key)).catch(() => null),
    async keepClip(code: string, key: string, wav: Buffer): Promise<void> {
      await mkdir(join(folderOf(code), key.slice(0, key.indexOf('/'))), { recursive: true })
      await replaceFile(clipFile(code, key), wav)
      forget(code)
    },
    async removeClip(code: string, key: string): Promise<void> {
      await rm(clipFile(code, key), { force: true })
      forget(code)
    },
    /** The whole pack as one file. */
    async archive({ code, clips }: ShelvedPack): Promise<Buffer> {
      const names = ['pack.json', ...[...clips].map((key) => `${key}.wav`)]
      const files = names.map(async (name) => ({
        path: `${code}/${name}`,
        content: await readFile(join(folderOf(code), name)),
      }))
      return writeTar(await Promise.all(files))
    },
    /** Speaks with whatever pack `code` names at the moment, else with the bundled voice. Closing it closes nothing else. */
    follow(code: () => string | undefined): Voice {
      const chosen = async (): Promise<ClipVoice> => {
        const name = code()
        const pack = name === undefined ? null : await open(name).catch(() => null)
        return pack ?? bundled
      }
      let isClosed = false
      return {
        name: 'voice',
        sampleRate: bundled.sampleRate,
        state: () => (isClosed ? { ready: false, reason: 'closed' } : (ready.get(code() ?? '') ?? bundled).state()),
        speak: async (script) => (isClosed ? null : (await chosen()).speak(script)),
        async [Symbol.asyncDispose]() {
          isClosed = true
        },
      }
    },
  }
}

async function readTitle(file: string): Promise<string | null> {
  try {
    return PackFileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).title
  } catch {
    return null
  }
}

async function clipsIn(folder: string): Promise<string[]> {
  const inLanguage = async (language: string) => {
    const files = await readdir(join(folder, language)).catch(() => [])
    const names = files.flatMap((file) => (file.endsWith('.wav') ? [file.slice(0, -'.wav'.length)] : []))
    return names.filter((name) => ClipNameSchema.safeParse(name).success).map((name) => `${language}/${name}`)
  }
  return (await Promise.all(LanguageSchema.options.map(inLanguage))).flat()
}

let written = 0

/** Whole or not at all, also when the power fails. */
async function replaceFile(file: string, content: string | Buffer): Promise<void> {
  const aside = `${file}.${process.pid}-${written++}.tmp`
  await writeFile(aside, content, { flush: true })
  await rename(aside, file)
}
