import { useEffect, useRef } from 'react'
import { Button } from '../ui-kit/button.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { Door } from './door.ts'
import type { RecordKey } from './messages.ts'
import { type Step, type Studio as StudioWork, useStudio } from './use-studio.ts'
import { type VoiceWord, wordGroups } from './words.ts'

/** The first to mend come first; whoever mends two things at once has mended most. */
const problemsShown = 2

/** What the main button does in each step. */
const mainWords: Readonly<Record<Step, RecordKey>> = {
  off: 'act.open',
  opening: 'act.wait',
  ready: 'act.record',
  recording: 'act.stop',
  checking: 'act.wait',
  kept: 'act.next',
  refused: 'act.again',
  unreached: 'act.open',
}

/** Leads a speaker through the words: one in the middle of the page, one button, one key, one pedal. */
export function Studio({ door, code }: { door: Door; code: string }) {
  const { t } = useMessages<RecordKey>()
  const studio = useStudio(door, code)
  const { voice, words, language } = studio
  useKeys(studio)
  if (!voice) {
    return (
      <p className="quiet" role="status">
        {t(studio.step === 'unreached' ? 'fault.hub' : 'waiting')}
      </p>
    )
  }
  const recorded = words.filter(({ state }) => state === 'recorded').length
  return (
    <div className="studio">
      <header className="studio-head">
        <Button
          icon="arrow-left"
          onClick={() => {
            location.hash = ''
          }}
        >
          {t('studio.back')}
        </Button>
        <h1>{voice.pack.title}</h1>
        <fieldset className="languages">
          <legend className="k-sr">{t('studio.language')}</legend>
          {(['id', 'en'] as const).map((one) => (
            <Button key={one} aria-pressed={one === language} onClick={() => studio.speak(one)}>
              {t(`language.${one}`)}
            </Button>
          ))}
        </fieldset>
        <div className="progress">
          <progress value={recorded} max={Math.max(words.length, 1)} aria-label={t('studio.words')} />
          <span>{t('studio.progress', { n: recorded, all: words.length })}</span>
        </div>
      </header>
      <WordStage studio={studio} />
      <WordList studio={studio} />
    </div>
  )
}

function WordStage({ studio }: { studio: StudioWork }) {
  const { t } = useMessages<RecordKey>()
  const { word, words, step, index, fault, problems } = studio
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  if (!word) return null
  const isBusy = step === 'checking' || step === 'opening'
  const address = `http://localhost${location.port ? `:${location.port}` : ''}/rekam`
  const isDone = studio.isComplete && (step === 'ready' || step === 'kept' || step === 'off')
  return (
    <section className="stage card" data-step={step} aria-labelledby="word">
      <p className="quiet">{t(`group.${word.group}`)}</p>
      <h2 id="word" lang={word.language} className={word.text.length > 24 ? 'word long' : 'word'}>
        {word.text}
      </h2>
      <p className="spoken">{word.spoken ? t('word.spoken', { spoken: word.spoken }) : ''}</p>
      <p className="quiet">{t(`hint.${word.group}`)}</p>
      <Level level={studio.level} />
      <div className="result" role="status">
        {fault !== null ? (
          <p className="warn">
            <StatusShape state="action" />
            {t(`microphone.${fault}`, { address })}
          </p>
        ) : step === 'refused' ? (
          <div className="warn">
            <StatusShape state="action" />
            <div>
              <b>{t('problem.title')}</b>
              {problems.slice(0, problemsShown).map((problem) => (
                <p key={problem}>{t(`problem.${problem}`)}</p>
              ))}
            </div>
          </div>
        ) : (
          <p className={step === 'kept' ? 'good' : undefined}>
            {step === 'kept' && <StatusShape state="open" />}
            {step === 'recording' && <StatusShape state="serving" />}
            {step === 'unreached' ? t('fault.hub') : t(`step.${step}`)} {isDone && t('step.done')}
          </p>
        )}
      </div>
      <button
        ref={button}
        type="button"
        className="k-button k-button-main main-act"
        aria-disabled={isBusy}
        onClick={() => !isBusy && studio.act()}
      >
        {t(mainWords[step])}
      </button>
      <div className="acts">
        <Button icon="arrow-left" disabled={index === 0} onClick={() => studio.go(index - 1)}>
          {t('act.before')}
        </Button>
        {word.state === 'recorded' && (
          <>
            <Button icon="play-fill" onClick={studio.hear}>
              {t('act.play')}
            </Button>
            <Button onClick={studio.record}>{t('act.again')}</Button>
            <Button onClick={() => void studio.remove()}>{t('act.remove')}</Button>
          </>
        )}
        <label className="k-button file">
          {t('act.file')}
          <input
            type="file"
            accept=".wav,audio/wav"
            onChange={({ target }) => {
              const [file] = target.files ?? []
              if (file) void studio.takeFile(file)
              target.value = ''
            }}
          />
        </label>
        <Button icon="arrow-right" disabled={index === words.length - 1} onClick={() => studio.go(index + 1)}>
          {t('act.after')}
        </Button>
      </div>
      <p className="keys quiet">{t('keys')}</p>
    </section>
  )
}

/** From −60 to 0 dB, with the part where a voice should be marked by its edges and named in words. */
function Level({ level }: { level: number }) {
  const { t } = useMessages<RecordKey>()
  const decibels = 20 * Math.log10(Math.max(level, 0.001))
  const share = Math.max(0, Math.min(1, (decibels + 60) / 60))
  const word = decibels > -6 ? 'level.high' : decibels > -34 ? 'level.good' : 'level.low'
  return (
    <div className="level">
      <span>{t('level')}</span>
      <meter min={0} max={1} low={0.43} high={0.9} optimum={0.7} value={share} aria-label={t('level')} />
      <span className="level-word">{t(word)}</span>
    </div>
  )
}

function WordList({ studio }: { studio: StudioWork }) {
  const { t } = useMessages<RecordKey>()
  const { words, index } = studio
  const numbered = words.map((word, at) => ({ word, at }))
  return (
    <nav className="words card" aria-label={t('studio.words')}>
      {wordGroups.map((group) => {
        const own = numbered.filter(({ word }) => word.group === group)
        if (own.length === 0) return null
        const recorded = own.filter(({ word }) => word.state === 'recorded').length
        return (
          <details key={group} open={own.some(({ at }) => at === index)}>
            <summary>
              {t(`group.${group}`)} <span className="quiet">{t('group.count', { n: recorded, all: own.length })}</span>
            </summary>
            <ul>
              {own.map(({ word, at }) => (
                <li key={word.clip}>
                  <WordButton word={word} isInHand={at === index} onChoose={() => studio.go(at)} />
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </nav>
  )
}

const shapes = { recorded: 'open', missing: 'not-yet', unreadable: 'action' } as const

function WordButton({ word, isInHand, onChoose }: { word: VoiceWord; isInHand: boolean; onChoose: () => void }) {
  const { t } = useMessages<RecordKey>()
  return (
    <button type="button" className={word.state} aria-current={isInHand ? 'true' : undefined} onClick={onChoose}>
      <StatusShape state={shapes[word.state]} />
      <span lang={word.language}>{word.text}</span>
      <span className="k-sr">{t(`word.${word.state}`)}</span>
    </button>
  )
}

/** Keys and pedals work wherever nobody is about to use them for something else. */
function useKeys(studio: StudioWork): void {
  const now = useRef(studio)
  now.current = studio
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { act, cancel, go, hear, index, next, record, step } = now.current
      const isTaken = event.target instanceof Element && event.target.closest('a,button,input,select,summary')
      const isMain = event.key === ' ' || event.key === 'Enter' || event.key === 'PageDown'
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
      if (isMain && isTaken && event.key !== 'PageDown') return
      const acts: Readonly<Record<string, () => unknown>> = {
        ' ': act,
        Enter: act,
        PageDown: act,
        ArrowRight: () => (step === 'kept' ? next() : go(index + 1)),
        ArrowLeft: () => go(index - 1),
        Escape: cancel,
        p: () => now.current.word?.state === 'recorded' && hear(),
        r: record,
      }
      const wanted = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!wanted || step === 'checking' || step === 'opening') return
      event.preventDefault()
      wanted()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
