import { createHash } from 'node:crypto'
import type { Language, Pcm, Script, Voice, Word } from '../../drivers/voices/voice.ts'
import { spellFigures, spellLetter } from './spelling.ts'

/** How much of a sentence the voice could say. */
export type GuideFate = 'whole' | 'part' | 'none'

export interface GuideSpeech {
  readonly wav: Buffer
  readonly spoken: GuideFate
}

export interface GuideVoice {
  /** The sentence as a WAV, empty where nothing of it can be said. Never rejects, and never holds up a call. */
  speak(language: Language, text: string): Promise<GuideSpeech>
}

interface GuidePorts {
  /** As it is now: a pack may be installed meanwhile. */
  readonly voice: () => Voice
  readonly encode: (sound: Pcm) => Buffer
}

/** Bytes of sentences kept, so that the next visitor hears them at once. */
const keptBytes = 16 * 1024 * 1024
/** Sentences that wait for the voice; whoever asks beyond that hears nothing rather than late. */
const waitingAtMost = 12

/**
 * What a kiosk says to who cannot see it. A free sentence needs a voice for free words; without one, the words that the
 * clips have are said: numbers, letters, the words of a place. A ticket number is always spelled.
 */
export function createGuideVoice({ voice, encode }: GuidePorts): GuideVoice {
  const kept = new Map<string, GuideSpeech>()
  let bytes = 0
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  const keep = (name: string, speech: GuideSpeech) => {
    kept.set(name, speech)
    bytes += speech.wav.length
    for (const [oldest, { wav }] of kept) {
      if (bytes <= keptBytes) break
      kept.delete(oldest)
      bytes -= wav.length
    }
  }
  const make = async (language: Language, text: string): Promise<GuideSpeech> => {
    const present = voice()
    const said = async (script: Script) => present.speak(script).catch(() => null)
    const free = await said({ language, groups: [[freeWord(spelledOut(text, language))]] })
    if (free) return { wav: encode(free), spoken: 'whole' }
    const parts = await said({ language, groups: knownWords(text, language) })
    return parts ? { wav: encode(parts), spoken: 'part' } : silence(present, encode)
  }
  return {
    async speak(language, text) {
      const name = createHash('sha256').update(`${voice().name} ${language} ${text}`).digest('base64url')
      const known = kept.get(name)
      if (known) return known
      if (waiting >= waitingAtMost) return silence(voice(), encode)
      waiting += 1
      const turn = last.then(async () => {
        const speech = kept.get(name) ?? (await make(language, text))
        // What could not be said may be sayable after the next installation.
        if (speech.spoken === 'whole' && !kept.has(name)) keep(name, speech)
        return speech
      })
      last = turn
      return turn.finally(() => {
        waiting -= 1
      })
    },
  }
}

const silence = ({ sampleRate }: Voice, encode: GuidePorts['encode']): GuideSpeech => ({
  wav: encode({ sampleRate, samples: new Int16Array() }),
  spoken: 'none',
})

const freeWord = (text: string): Word => ({ text, clips: [], figure: false })

const label = /\b([A-Z]{1,2})[ \u00a0-](\d{3,4})\b/g

const wordsOfLabel = (letters: string, figures: string, language: Language): readonly Word[] => [
  ...[...letters].map(spellLetter),
  spellFigures(figures, 'digit', language),
]

/** "D 050" as "D, nol lima nol", as it is called in the hall. */
export const spelledOut = (text: string, language: Language): string =>
  text.replace(label, (_whole, letters: string, figures: string) =>
    wordsOfLabel(letters, figures, language)
      .map((word) => word.text)
      .join(', '),
  )

const phrases: Readonly<Record<Language, readonly string[]>> = {
  id: ['Nomor antrean', 'Silakan menuju', 'Gerai', 'Loket', 'Lantai'],
  en: ['Queue number', 'Please go to', 'booth', 'counter', 'floor'],
}

/** Of a sentence, the ticket numbers, the figures after the name of a place, and the phrases of a call. */
export function knownWords(text: string, language: Language): readonly (readonly Word[])[] {
  const known = phrases[language].map((phrase) => phrase.replaceAll(' ', '\\s'))
  const piece = new RegExp(`\\b(${known.join('|')})\\b(?:\\s(\\d{1,4})\\b)?|${label.source}`, 'gi')
  return [...text.matchAll(piece)].map(([, phrase, figures, letters, number]): readonly Word[] => {
    if (phrase === undefined) return wordsOfLabel((letters ?? '').toUpperCase(), number ?? '', language)
    const word = { text: phrase, clips: [phrase.toLowerCase().replaceAll(/\s/g, '-')], figure: false }
    return figures === undefined ? [word] : [word, spellFigures(figures, 'value', language)]
  })
}
