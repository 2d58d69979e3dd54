import type { Announcement } from '../../drivers/speakers/speaker.ts'
import type { Pcm, Voice } from '../../drivers/voices/voice.ts'
import type { Call } from './call.ts'
import { strikeChime } from './chime.ts'
import { type Notice, writeNotice } from './notice.ts'
import { type Sentence, type SentenceOptions, writeSentences } from './sentence.ts'

/** After the chime, and between the two languages (design language §7.1). */
const pauseS = 0.4

/** Makes the sound of a call: chime, pause, Indonesian, and English where the visitor chose it. Never rejects. */
export type AnnouncementMaker = (call: Call) => Promise<Announcement>

/** Makes the sound of a notice, in both languages; null when the voice cannot say it, because a chime alone tells nothing. */
export type NoticeMaker = (notice: Notice) => Promise<Announcement | null>

/**
 * A maker with this voice. What the voice cannot say truthfully is left unsaid, and the `sentence` then leaves it out too;
 * in the end the chime alone calls to the screen.
 */
export function createAnnouncementMaker(voice: Voice, options: SentenceOptions = {}): AnnouncementMaker {
  const say = createSpeech(voice)
  return async (call) => {
    const { at, zone, label, counter } = call
    const speech = await say(writeSentences({ ...call, counterNumber: counter }, options))
    return { at, zone, label, counter, call: call.call, ...speech }
  }
}

/** A maker of notices with this voice. */
export function createNoticeMaker(voice: Voice): NoticeMaker {
  const say = createSpeech(voice)
  return async ({ at, zone, news }) => {
    const speech = await say(writeNotice(news))
    return speech.sentence === '' ? null : { at, zone, label: '', counter: 0, call: 0, kind: 'notice', ...speech }
  }
}

/** Chime, pause, and of the sentences those that the voice can say. */
function createSpeech(voice: Voice) {
  const chime = strikeChime(voice.sampleRate).samples
  const pause = new Int16Array(Math.round(pauseS * voice.sampleRate))
  return async (sentences: readonly Sentence[]) => {
    const parts = [chime]
    const said: Sentence[] = []
    for (const sentence of sentences) {
      const speech = await voice.speak(sentence).catch(() => null)
      if (!speech) continue
      parts.push(pause, speech.samples)
      said.push(sentence)
    }
    const audio = { sampleRate: voice.sampleRate, samples: joinParts(parts) }
    return {
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
