import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clipLoudness, levelTo } from './loudness.ts'
import { groupPauseMs, type Language, type Pcm, type Script, type Voice, type VoiceState, type Word } from './voice.ts'
import { decodeWav } from './wav.ts'

export type ClipVoiceOptions = {
  /** Holds a folder for each language, a mono 16-bit WAV of 22,050 Hz for each clip. */
  folder: string
  /** Says the words that have no clip. Closed with this voice. */
  fallback?: Voice
}

const sampleRate = 22050
const languages: readonly Language[] = ['id', 'en']

/** A clip rises and falls this long, so that no join is heard as a click. */
const fadeMs = 4

/** A voice that joins clips. Every clip is levelled as it is read, so a pack may mix recordings of several hands. */
export async function openClipVoice({ folder, fallback }: ClipVoiceOptions): Promise<Voice> {
  const clips = new Map<string, Int16Array>()
  const missing = new Set<string>()
  for (const language of languages) await readPack(join(folder, language), language, clips, missing)
  let closed = false

  const wordSound = async (word: Word, language: Language): Promise<Int16Array | null> => {
    const sounds = word.clips.map((clip) => clips.get(`${language}/${clip}`))
    if (sounds.every((sound) => sound !== undefined)) return joinSamples(sounds)
    for (const [at, clip] of word.clips.entries()) if (!sounds[at]) missing.add(`${language}/${clip}`)
    const said = await fallback?.speak({ language, groups: [[word]] })
    return said?.sampleRate === sampleRate ? fadeEnds(said.samples) : null
  }

  return {
    name: 'clips',
    sampleRate,
    state(): VoiceState {
      if (closed) return { ready: false, reason: 'closed' }
      if (clips.size === 0 && !fallback?.state().ready) return { ready: false, reason: 'not-installed' }
      return { ready: true, missing: [...missing].sort() }
    },
    async speak(script: Script): Promise<Pcm | null> {
      if (closed) return null
      const pause = new Int16Array(Math.round((groupPauseMs * sampleRate) / 1000))
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
      return parts.length > 0 ? { sampleRate, samples: joinSamples(parts) } : null
    },
    async [Symbol.asyncDispose]() {
      closed = true
      clips.clear()
      await fallback?.[Symbol.asyncDispose]()
    },
  }
}

/** Reads one language's clips; a clip that cannot be used counts as missing, under `language/name`. */
async function readPack(folder: string, language: Language, clips: Map<string, Int16Array>, missing: Set<string>) {
  const names = await readdir(folder).catch(() => [])
  for (const file of names.filter((name) => name.endsWith('.wav'))) {
    const name = `${language}/${file.slice(0, -'.wav'.length)}`
    try {
      const clip = decodeWav(await readFile(join(folder, file)))
      if (clip.sampleRate !== sampleRate || clip.samples.length === 0) throw new Error('not a clip of 22,050 Hz')
      clips.set(name, fadeEnds(levelTo(clip, clipLoudness).samples))
    } catch {
      missing.add(name)
    }
  }
}

/** The same samples, changed in place. */
function fadeEnds(samples: Int16Array): Int16Array {
  const length = Math.min(Math.round((fadeMs * sampleRate) / 1000), Math.floor(samples.length / 2))
  for (let step = 0; step < length; step++) {
    const share = 0.5 - 0.5 * Math.cos((Math.PI * step) / length)
    for (const at of [step, samples.length - 1 - step]) samples[at] = Math.round((samples[at] ?? 0) * share)
  }
  return samples
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
