import type { Announcement } from '../../drivers/speakers/speaker.ts'
import type { Pcm, Voice } from '../../drivers/voices/voice.ts'
import type { Call } from './call.ts'
import { strikeChime } from './chime.ts'
import { type Notice, writeNotice } from './notice.ts'
import { type Sentence, type SentenceOptions, writeSentences } from './sentence.ts'

/** After the chime, and between the two languages (design language §7.1). */
const pauseS = 0.4

/** `others` go into the same sentence; a short one has neither chime nor English (R5.2). */
export interface Manner {
  readonly others: readonly Call[]
  readonly isShort: boolean
}

/** Makes the sound of a call: chime, pause, Indonesian, and English where the visitor chose it. Never rejects. */
export type AnnouncementMaker = (call: Call, manner?: Manner) => Promise<Announcement>

/** Makes the sound of a notice, in both languages; null when the voice cannot say it, because a chime alone tells nothing. */
export type NoticeMaker = (notice: Notice) => Promise<Announcement | null>

/**
 * A maker with this voice. What the voice cannot say truthfully is left unsaid, and the `sentence` then leaves it out too;
 * in the end the chime alone calls to the screen.
 */
export function createAnnouncementMaker(voice: Voice, options: SentenceOptions = {}): AnnouncementMaker {
  const say = createSpeech(voice)
  return async (call, { others, isShort } = { others: [], isShort: false }) => {
    const { zone, counter } = call
    const sentences = writeSentences({ ...call, counterNumber: counter, others, isShort }, options)
    const speech = await say(sentences, !isShort)
    const along = others.length > 0 ? { others: others.map(partsOf) } : {}
    return { zone, ...partsOf(call), ...speech, ...along }
  }
}

const partsOf = ({ at, label, counter, call }: Call) => ({ at, label, counter, call })

/** A maker of notices with this voice. */
export function createNoticeMaker(voice: Voice): NoticeMaker {
  const say = createSpeech(voice)
  return async ({ at, zone, news }) => {
    const speech = await say(writeNotice(news))
    return speech.sentence === '' ? null : { at, zone, label: '', counter: 0, call: 0, kind: 'notice', ...speech }
  }
}

/** Chime and pause unless it shall do without, and of the sentences those that the voice can say. */
function createSpeech(voice: Voice) {
  const chime = strikeChime(voice.sampleRate).samples
  const pause = new Int16Array(Math.round(pauseS * voice.sampleRate))
  return async (sentences: readonly Sentence[], hasChime = true) => {
    const parts: Int16Array[] = hasChime ? [chime] : []
    const said: Sentence[] = []
    for (const wanted of sentences) {
      for (let sentence: Sentence | undefined = wanted; sentence; sentence = sentence.instead) {
        const speech = await voice.speak(sentence).catch(() => null)
        if (!speech) continue
        parts.push(...(parts.length > 0 ? [pause] : []), speech.samples)
        said.push(sentence)
        break
      }
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
