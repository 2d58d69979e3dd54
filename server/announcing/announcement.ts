import type { Announcement } from '../../drivers/speakers/speaker.ts'
import type { Pcm, Voice } from '../../drivers/voices/voice.ts'
import type { Call } from './call.ts'
import { strikeChime } from './chime.ts'
import { type SentenceOptions, writeSentences } from './sentence.ts'

/** After the chime, and between the two languages (design language §7.1). */
const pauseS = 0.4

/** Makes the sound of a call: chime, pause, Indonesian, and English where the visitor chose it. Never rejects. */
export type AnnouncementMaker = (call: Call) => Promise<Announcement>

/**
 * A maker with this voice. What the voice cannot say truthfully is left unsaid, and the `sentence` then leaves it out too;
 * in the end the chime alone calls to the screen.
 */
export function createAnnouncementMaker(voice: Voice, options: SentenceOptions = {}): AnnouncementMaker {
  const chime = strikeChime(voice.sampleRate).samples
  const pause = new Int16Array(Math.round(pauseS * voice.sampleRate))

  return async (call) => {
    const parts = [chime]
    const said: { text: string; language: string }[] = []
    for (const sentence of writeSentences({ ...call, counterNumber: call.counter }, options)) {
      const speech = await voice.speak(sentence).catch(() => null)
      if (!speech) continue
      parts.push(pause, speech.samples)
      said.push(sentence)
    }
    const audio = { sampleRate: voice.sampleRate, samples: joinParts(parts) }
    return {
      at: call.at,
      zone: call.zone,
      label: call.label,
      counter: call.counter,
      call: call.call,
      lang: said.map((sentence) => sentence.language).join('+') || 'none',
      sentence: said.map((sentence) => sentence.text).join(' '),
      audio,
      durationMs: durationMs(audio),
    }
  }
}

const durationMs = ({ sampleRate, samples }: Pcm): number => Math.ceil((samples.length / sampleRate) * 1000)

function joinParts(parts: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
