import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui-kit/icon.tsx'
import type { Locale } from '../journey-state.ts'
import { type Kiosk, useKiosk, useWords } from '../kiosk-context.ts'
import { guideCatalogue } from './messages.ts'
import { choicesIn, frontOf, isOn, nameOf, writingOf } from './page-reading.ts'
import { joined, sentencesOf } from './speakable.ts'
import { type PadDeeds, usePad } from './use-pad.ts'
import { createGuideAudio, type Heard, volumes } from './voice.ts'
import './guide.css'

/** What stands before the visitor; when it changes, it is read out. */
const sceneOf = ({ journey, snapshot, lostSince }: Kiosk): string =>
  [
    journey.step,
    journey.locale,
    journey.sheet,
    journey.attempt?.state,
    journey.askedAt !== null,
    journey.shelf,
    journey.lookup?.state,
    journey.taken?.phase,
    JSON.stringify(snapshot.standstill),
    lostSince !== null,
  ].join('|')

/** For figures that come a moment after their page. */
const settleMs = 100
const settleTries = 20

/** Reads the pages out and leads through them by the keys of a tactile pad: the whole way to a number, unseen. */
export function VoiceGuide() {
  const kiosk = useKiosk()
  const words = useWords()
  const { journey, send, snapshot } = kiosk
  const { spoken, step, locale, taken } = journey
  const { t, pick } = words
  const [shown, setShown] = useState('')
  const [heard, setHeard] = useState<Heard | null>(null)
  const [audio] = useState(() => createGuideAudio(setHeard))
  const [volume, setVolume] = useState(2)
  const strip = useRef<HTMLDivElement>(null)
  const saidHere = useRef<readonly string[]>([])

  const stage = () => strip.current?.closest('.stage') ?? null
  const choices = () => {
    const found = stage()
    return found ? choicesIn(frontOf(found)) : []
  }
  const say = (sentences: readonly string[], after = false) => {
    const texts = joined(sentences)
    if (texts.length === 0) return
    setShown(texts.join(' '))
    if (after) audio.add(locale, texts)
    else audio.say(locale, texts)
  }
  /** The page's own words; a number in hand comes first, twice. */
  const readPage = (): string[] => {
    const found = stage()
    if (!found) return []
    const front = frontOf(found)
    const n = choicesIn(front).length
    const number =
      step === 'ticket' && taken
        ? [t('guide.number', { label: taken.label }), t('guide.again', { label: taken.label })]
        : []
    const last = n === 0 ? t('guide.no-choice') : t('guide.choices', { n })
    return [...number, ...sentencesOf(writingOf(front), t), last]
  }
  const sayChoice = (element: HTMLElement | undefined) => {
    const all = choices()
    if (!element || !all.includes(element)) return say([t('guide.choose-first')])
    const name = [nameOf(element), ...(isOn(element) ? [t('guide.on')] : [])].join(', ')
    say(sentencesOf([t('guide.choice', { name, i: all.indexOf(element) + 1, n: all.length })], t))
  }

  // What the effects below say is about the page as it is by then.
  const latest = useRef({ readPage, sayChoice, say, scene: '' })
  const scene = sceneOf(kiosk)
  useEffect(() => {
    latest.current = { readPage, sayChoice, say, scene }
  })

  const before = useRef({ spoken: false, step, locale: locale as Locale })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scene is what is read, not what is read with
  useEffect(() => {
    const earlier = before.current
    before.current = { spoken, step, locale }
    if (!spoken) {
      if (earlier.spoken) audio.say(earlier.locale, [guideCatalogue[earlier.locale]['guide.bye']])
      return
    }
    const begins = !earlier.spoken
    const goesOn = !begins && step === 'ticket' && earlier.step === 'ticket'
    const hello = begins
      ? [t('guide.hello'), `${pick(snapshot.site.name)}.`, t('guide.how'), t('guide.more')].filter(
          (each) => each !== '.',
        )
      : []
    let timer = setTimeout(read, settleMs)
    let tries = 0
    function read() {
      const page = latest.current.readPage()
      if (page.some((each) => each.includes('…')) && tries < settleTries) {
        tries += 1
        timer = setTimeout(read, settleMs)
        return
      }
      // A slip that comes out does not begin the reading of the number anew.
      const told = goesOn ? page.filter((each) => !saidHere.current.includes(each)) : page
      saidHere.current = page
      latest.current.say([...hello, ...told], goesOn)
    }
    return () => clearTimeout(timer)
  }, [scene, spoken])
  useEffect(() => () => audio.stop(), [audio])
  // The device console hears of it as of any other fault of this screen.
  useEffect(() => {
    if (heard === null || heard === 'whole') return
    const message = `voice guide: the hub has a voice for ${heard === 'part' ? 'some' : 'none'} of the words`
    window.dispatchEvent(new ErrorEvent('error', { message }))
  }, [heard])

  const move = (by: 1 | -1) => {
    const all = choices()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : (at + by + all.length) % all.length]
    next?.focus({ preventScroll: true })
    sayChoice(next)
  }
  const deeds: PadDeeds = {
    previous: () => move(-1),
    next: () => move(1),
    ok: () => {
      const chosen = choices().find((each) => each === document.activeElement)
      if (!chosen) return sayChoice(undefined)
      const was = latest.current.scene
      chosen.click()
      // A choice that leads nowhere has changed itself: its new state is said.
      setTimeout(() => {
        if (latest.current.scene === was) latest.current.sayChoice(document.activeElement as HTMLElement)
      }, 2 * settleMs)
    },
    back: () => send({ type: 'back' }),
    repeat: () => {
      const here = choices().find((each) => each === document.activeElement)
      say(readPage())
      if (here) audio.add(locale, sentencesOf([nameOf(here)], t))
    },
    louder: () => {
      const next = (volume + 1) % volumes.length
      setVolume(next)
      audio.setVolume(next)
      say([t('guide.volume', { n: next + 1, most: volumes.length })])
    },
    guide: () => send({ type: 'spoken', on: !spoken }),
  }
  usePad({
    pad: snapshot.kiosk.pad,
    isOn: spoken,
    isAsked: journey.askedAt !== null,
    touch: () => send({ type: 'touch' }),
    deeds,
  })

  return (
    <div ref={strip} className="guide" role="status" data-on={spoken || undefined}>
      {spoken && (
        <>
          <Icon name="headphones" />
          <p>{heard === 'part' || heard === 'none' ? `${t(`guide.${heard}`)} ${shown}` : shown}</p>
        </>
      )}
    </div>
  )
}
