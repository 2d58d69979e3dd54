import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { clipLoudness, levelTo } from './level.ts'
import { resample } from './resample.ts'
import { clipRate } from './take.ts'
import { fadeEnds, trimSilence } from './trim.ts'
import { groupPauseMs, type Language, type Pcm, type Script, type Voice, type VoiceState, type Word } from './voice.ts'
import { decodeWav } from './wav.ts'

/** A voice of recorded words; `has` tells of a clip, as `id/dua`, whether it can be heard. */
export interface ClipVoice extends Voice {
  has(clip: string): boolean
}

export type ClipVoiceOptions = {
  /** Holds a folder for each language, a WAV for each clip. */
  folder: string
  /** Says the words that have no clip, whole. It is closed by whoever opened it. */
  fallback?: Voice
}

/** A quarter of a minute of the finest sound that is read. */
const bytesAtMost = 8 * 1024 * 1024

const languages: readonly Language[] = ['id', 'en']

/**
 * A voice that joins clips. Every clip is brought to one sample rate, without silence at its ends, and levelled as it is
 * first said, so a pack may mix recordings of several hands and machines.
 */
export async function openClipVoice({ folder, fallback }: ClipVoiceOptions): Promise<ClipVoice> {
  const clips = new Map<string, Pcm>()
  const prepared = new Map<string, Int16Array>()
  const missing = new Set<string>()
  for (const language of languages) await readPack(join(folder, language), language, clips, missing)
  let closed = false

  /** Levelling takes a while, so each clip is prepared when it is first said. */
  const clipSound = (name: string): Int16Array | undefined => {
    const clip = clips.get(name)
    if (!clip) return undefined
    const sound = prepared.get(name) ?? prepareClip(clip)
    prepared.set(name, sound)
    return sound
  }
  const wordSound = async (word: Word, language: Language): Promise<Int16Array | null> => {
    const sounds = word.clips.map((clip) => clipSound(`${language}/${clip}`))
    if (sounds.length > 0 && sounds.every((sound) => sound !== undefined)) return joinSamples(sounds)
    for (const [at, clip] of word.clips.entries()) if (!sounds[at]) missing.add(`${language}/${clip}`)
    const said = await fallback?.speak({ language, groups: [[word]] })
    return said?.sampleRate === clipRate ? fadeEnds(said.samples, clipRate) : null
  }

  return {
    name: 'clips',
    sampleRate: clipRate,
    has: (clip) => clips.has(clip),
    state(): VoiceState {
      if (closed) return { ready: false, reason: 'closed' }
      if (clips.size === 0 && !fallback?.state().ready) return { ready: false, reason: 'not-installed' }
      return { ready: true, missing: [...missing].sort() }
    },
    async speak(script: Script): Promise<Pcm | null> {
      if (closed) return null
      const pause = new Int16Array(Math.round((groupPauseMs * clipRate) / 1000))
      const parts: Int16Array[] = []
      for (const group of script.groups) {
        const sounds: Int16Array[] = []
        for (const word of group) {
          const sound = await wordSound(word, script.language)
          if (sound) sounds.push(sound)
          else if (word.figure) return null
        }
        if (parts.length > 0 && sounds.length > 0) parts.push(pause)
        parts.push(...sounds)
      }
      return parts.length > 0 ? { sampleRate: clipRate, samples: joinSamples(parts) } : null
    },
    async [Symbol.asyncDispose]() {
      closed = true
      clips.clear()
      prepared.clear()
    },
  }
}

/** Reads one language's clips; a clip that cannot be used counts as missing, under `language/name`. */
async function readPack(folder: string, language: Language, clips: Map<string, Pcm>, missing: Set<string>) {
  const names = await readdir(folder).catch(() => [])
  for (const file of names.filter((name) => name.endsWith('.wav'))) {
    const name = `${language}/${file.slice(0, -'.wav'.length)}`
    const path = join(folder, file)
    try {
      if ((await stat(path)).size > bytesAtMost) throw new Error('longer than any word')
      const clip = decodeWav(await readFile(path))
      if (!clip.samples.some((sample) => sample !== 0)) throw new Error('a clip without a sound')
      clips.set(name, clip)
    } catch {
      missing.add(name)
    }
  }
}

/** The sound of a clip as it is joined. */
function prepareClip(clip: Pcm): Int16Array {
  const sound = trimSilence(resample(clip, clipRate))
  return fadeEnds(levelTo(sound, clipLoudness).samples, clipRate)
}

function joinSamples(parts: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
