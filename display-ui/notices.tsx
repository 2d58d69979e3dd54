import { useState } from 'react'
import type { DisplaySnapshot } from '../server/contract/live.ts'
import { Weave } from '../ui-kit/weave.tsx'
import { useCut } from './use-cut.ts'
import { useWords } from './words.ts'

/** A longer text takes three lines. */
const longText = 40

/** The notice panel; a touch or the space bar holds the notice that stands. Without notices it is cloth. */
export function Notices({ notices }: { notices: DisplaySnapshot['notices'] }) {
  const { t, pick } = useWords()
  const [paused, setPaused] = useState(false)
  const at = useCut(notices.length, paused)
  const notice = notices[at]
  if (!notice) {
    return (
      <div className="notices">
        <Weave width={594} height={308} yellowRow={7} className="notices-cloth" />
      </div>
    )
  }
  return (
    <section className="notices" aria-label={t('hall.notices')}>
      <div className={pick(notice.text).length > longText ? 'notices-words notices-long' : 'notices-words'}>
        <b className="notices-title">{pick(notice.title)}</b>
        <p>{pick(notice.text)}</p>
      </div>
      <Weave width={132} height={308} yellowRow={7} className="notices-edge" />
      {notices.length > 1 && <Marks count={notices.length} at={at} className="notices-marks" />}
      <button
        type="button"
        className="notices-pause"
        aria-label={t('hall.pause')}
        aria-pressed={paused}
        onClick={() => setPaused(!paused)}
      />
    </section>
  )
}

/** Which of several things stands now. */
export function Marks({ count, at, className }: { count: number; at: number; className: string }) {
  const places = Array.from({ length: count }, (_, place) => place)
  return (
    <span className={className} aria-hidden="true">
      {places.map((place) => (
        <i key={place} className={place === at ? 'on' : undefined} />
      ))}
    </span>
  )
}
