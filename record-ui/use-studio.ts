import { useEffect, useRef, useState } from 'react'
import type { TakeProblem, VoiceAnswer, VoiceWord } from '../server/contract/voice.ts'
import type { Door } from './door.ts'
import { type Microphone, type MicrophoneProblem, openMicrophone } from './microphone.ts'
import { play } from './play.ts'
import { amplitudeOf, createTape, type TakeTape } from './take.ts'
import { base64Of, wavText } from './wav.ts'

/** Where the studio is with the word in hand. */
export type Step = 'off' | 'opening' | 'ready' | 'recording' | 'checking' | 'kept' | 'refused' | 'unreached'
export type Language = 'id' | 'en'

/** How fast the usual loudness of the room follows. */
const roomShare = 0.05

/** The work with one pack: which word is in hand, the microphone, and what becomes of a take. */
export function useStudio(door: Door, code: string) {
  const [voice, setVoice] = useState<VoiceAnswer | null>(null)
  const [language, setLanguage] = useState<Language>('id')
  const [index, setIndex] = useState(0)
  const [step, setStep] = useState<Step>('off')
  const [problems, setProblems] = useState<readonly TakeProblem[]>([])
  const [fault, setFault] = useState<MicrophoneProblem | null>(null)
  const [level, setLevel] = useState(0)
  const microphone = useRef<Microphone | null>(null)
  const tape = useRef<TakeTape | null>(null)
  const room = useRef(0)
  const words = (voice?.words ?? []).filter((word) => word.language === language)
  const word = words[index]

  useEffect(() => {
    door.voice(code).then(
      (answer) => {
        setVoice(answer)
        setIndex(firstMissing(answer.words, 'id', -1) ?? 0)
      },
      () => setStep('unreached'),
    )
    return () => {
      microphone.current?.close()
      microphone.current = null
    }
  }, [door, code])

  const mark = (one: VoiceWord, state: VoiceWord['state']) =>
    setVoice(
      (before) =>
        before && {
          ...before,
          words: before.words.map((other) =>
            other.language === one.language && other.clip === one.clip ? { ...other, state } : other,
          ),
        },
    )
  const rest = () => setStep(microphone.current ? 'ready' : 'off')

  const send = async (one: VoiceWord, wav: string, fromFile: boolean) => {
    setStep('checking')
    setFault(null)
    try {
      const answer = await door.record(code, { language: one.language, clip: one.clip, wav, fromFile })
      setProblems(answer.problems)
      setStep(answer.isKept ? 'kept' : 'refused')
      if (!answer.isKept) return
      mark(one, 'recorded')
      await play(door.word(code, one))
    } catch {
      setStep('unreached')
    }
  }
  const end = async () => {
    const taken = tape.current
    const { sampleRate } = microphone.current ?? {}
    tape.current = null
    if (taken && sampleRate && word) await send(word, wavText(taken.samples(), sampleRate), false)
  }
  // The microphone outlives many renders, and ends a take of the word that is in hand then.
  const endNow = useRef(end)
  endNow.current = end

  const open = async () => {
    setStep('opening')
    setFault(null)
    const opened = await openMicrophone((block) => {
      const amplitude = amplitudeOf(block)
      setLevel((before) => Math.max(amplitude, before * 0.8))
      if (tape.current) {
        tape.current.add(block)
        if (tape.current.isOver()) void endNow.current()
      } else room.current += (amplitude - room.current) * roomShare
    })
    if (typeof opened === 'string') {
      setFault(opened)
      setStep('off')
      return
    }
    microphone.current = opened
    setStep('ready')
  }
  const record = () => {
    if (!microphone.current) return void open()
    setProblems([])
    tape.current = createTape(microphone.current.sampleRate, room.current)
    setStep('recording')
  }
  const go = (to: number) => {
    tape.current = null
    setProblems([])
    setIndex(Math.max(0, Math.min(words.length - 1, to)))
    rest()
  }

  /** What is missing comes before what is there. */
  const next = () => go(firstMissing(voice?.words ?? [], language, index) ?? index + 1)

  return {
    voice,
    words,
    word,
    index,
    step,
    problems,
    fault,
    level,
    language,
    isComplete: words.length > 0 && words.every(({ state }) => state === 'recorded'),
    go,
    record,
    speak(next: Language) {
      tape.current = null
      setProblems([])
      setLanguage(next)
      setIndex(firstMissing(voice?.words ?? [], next, -1) ?? 0)
      rest()
    },
    /** Throws the take in progress away. */
    cancel: () => go(index),
    next,
    /** The one thing to do now: what a pedal does. */
    act: () => {
      if (step === 'off' || step === 'unreached') return void open()
      if (step === 'recording') return void end()
      if (step === 'ready' || step === 'refused') return record()
      if (step === 'kept') next()
    },
    hear: () => word && void play(door.word(code, word)),
    async remove() {
      if (!word) return
      await door.removeWord(code, word).catch(() => setStep('unreached'))
      mark(word, 'missing')
      rest()
    },
    async takeFile(file: File) {
      if (word) await send(word, base64Of(new Uint8Array(await file.arrayBuffer())), true)
    },
  }
}
export type Studio = ReturnType<typeof useStudio>

/** Behind the word in hand if there is one, else from the beginning; what is missing comes before what is there. */
function firstMissing(words: readonly VoiceWord[], language: Language, after: number): number | null {
  const own = words.filter((word) => word.language === language)
  const isOpen = (index: number) => own[index]?.state !== 'recorded' && index !== after
  const later = own.findIndex((_, index) => index > after && isOpen(index))
  const any = later >= 0 ? later : own.findIndex((_, index) => isOpen(index))
  return any >= 0 ? any : null
}
