import { useCallback, useEffect, useRef, useState } from 'react'
import type { DisplaySnapshot } from '../server/contract/live.ts'
import { mediaUrl } from '../server/contract/media.ts'
import { useHallReading } from '../ui-kit/clock.tsx'
import type { Live } from '../ui-kit/live.ts'
import { Weave } from '../ui-kit/weave.tsx'
import { Marks } from './notices.tsx'
import { filesOf, type Slide, slidesAt, wallMoment } from './playlist.ts'
import { useKeptFiles } from './use-kept-files.ts'
import { useWords } from './words.ts'

interface Props {
  live: Live<DisplaySnapshot>
  snapshot: DisplaySnapshot
  /** A call has the field: what moves stands still behind it. */
  paused: boolean
}

/** What could not be shown is left out for so long. */
const leftOutMs = 10 * 60_000

/** Pictures, videos without their sound and announcements, one after the other by cuts. Without any it is cloth. */
export function MediaField({ live, snapshot, paused }: Props) {
  const { t } = useWords()
  const { playlist, site } = snapshot
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set())
  const tell = useCallback((item: string, isShown: boolean) => live.tell('media', { item, isShown }), [live])
  const isMissing = useCallback(
    (url: string) => {
      for (const { code, file } of playlist) if (file && mediaUrl(file) === url) tell(code, false)
    },
    [playlist, tell],
  )
  const kept = useKeptFiles(filesOf(playlist), isMissing)
  const readMoment = useCallback((at: number) => JSON.stringify(wallMoment(at, site.timeZone)), [site.timeZone])
  const moment = JSON.parse(useHallReading(live.hallNow, readMoment)) as ReturnType<typeof wallMoment>
  const slides = slidesAt(snapshot, moment, kept, (item) => broken.has(item))
  const { slide, at, turn, next } = useTurns(slides, paused)
  const leaveOut = (item: string) => {
    tell(item, false)
    setBroken((before) => new Set([...before, item]))
    setTimeout(() => setBroken((before) => new Set([...before].filter((each) => each !== item))), leftOutMs)
  }
  if (!slide) {
    return (
      <div className="media">
        <Weave width={880} height={495} yellowRow={11} className="media-cloth" />
      </div>
    )
  }
  return (
    <section className="media" aria-label={t('hall.media')}>
      {slide.kind === 'text' && <Words key={slide.key} slide={slide} />}
      {slide.kind === 'image' && (
        <Picture key={slide.key} slide={slide} onShown={() => tell(slide.item, true)} onBroken={leaveOut} />
      )}
      {slide.kind === 'video' && (
        <Film
          key={`${slide.key} ${turn}`}
          slide={slide}
          paused={paused}
          onShown={() => tell(slide.item, true)}
          onBroken={leaveOut}
          onEnd={next}
        />
      )}
      {slides.length > 1 && slides.length < 13 && <Marks count={slides.length} at={at} className="media-marks" />}
    </section>
  )
}

/** The slide that stands. It keeps its place while others come and go; the time of one that is covered does not run. */
function useTurns(slides: readonly Slide[], paused: boolean) {
  const [{ key, turn }, setTurn] = useState({ key: '', turn: 0 })
  const at = Math.max(
    0,
    slides.findIndex((each) => each.key === key),
  )
  const slide = slides[at]
  const after = slides[(at + 1) % Math.max(1, slides.length)]?.key ?? ''
  const next = useCallback(() => setTurn((before) => ({ key: after, turn: before.turn + 1 })), [after])
  const seconds = slide?.seconds
  const spent = useRef({ of: '', ms: 0 })
  const standing = `${slide?.key} ${turn}`
  useEffect(() => {
    if (paused || seconds === undefined) return
    if (spent.current.of !== standing) spent.current = { of: standing, ms: 0 }
    const before = spent.current
    const begunAt = performance.now()
    const timer = setTimeout(next, Math.max(0, seconds * 1000 - before.ms))
    return () => {
      clearTimeout(timer)
      before.ms += performance.now() - begunAt
    }
  }, [paused, seconds, standing, next])
  return { slide, at, turn, next }
}

const sizes = [
  { upTo: 70, className: 'media-words' },
  { upTo: 170, className: 'media-words media-words-long' },
]

function Words({ slide: { title, text } }: { slide: Extract<Slide, { kind: 'text' }> }) {
  const { pick } = useWords()
  const length = pick(text).length + (title ? pick(title).length : 0)
  const size = sizes.find(({ upTo }) => length <= upTo)?.className ?? 'media-words media-words-longest'
  return (
    <div className={size}>
      {title && <b>{pick(title)}</b>}
      <p>{pick(text)}</p>
    </div>
  )
}

interface ShownProps {
  slide: Extract<Slide, { kind: 'image' | 'video' }>
  onShown: () => void
  onBroken: (item: string) => void
}

function Picture({ slide, onShown, onBroken }: ShownProps) {
  const { pick } = useWords()
  return (
    <img
      className="media-shown"
      src={slide.src}
      alt={slide.alt ? pick(slide.alt) : ''}
      onLoad={onShown}
      onError={() => onBroken(slide.item)}
    />
  )
}

/** Never with its sound: a call may come at any moment, and nothing talks over it. */
function Film(props: ShownProps & { paused: boolean; onEnd: () => void }) {
  const { slide, paused, onShown, onBroken, onEnd } = props
  const { pick } = useWords()
  const film = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const { current } = film
    if (!current) return
    current.muted = true
    if (paused) current.pause()
    else void Promise.resolve(current.play()).catch(() => {})
  }, [paused])
  return (
    <video
      ref={film}
      className="media-shown"
      src={slide.src}
      aria-label={slide.alt ? pick(slide.alt) : undefined}
      muted
      playsInline
      preload="auto"
      onPlaying={onShown}
      onEnded={onEnd}
      onError={() => onBroken(slide.item)}
    />
  )
}
