import { useId, useState } from 'react'
import { type PauseReason, pauseReasons } from '../../server/contract/standstill.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useStandstillWords } from '../../ui-kit/standstill/words.ts'
import { timeText } from '../../ui-kit/time-text.ts'
import { useAlertWords, useHub } from './use-alerts.ts'
import { Window } from './window.tsx'

interface Props {
  hallNow: () => number
  timeZone: string
  onClose: () => void
}

/** Why, and until when if that is promised. */
export function PauseWindow({ hallNow, timeZone, onClose }: Props) {
  const { t } = useAlertWords()
  const words = useStandstillWords()
  const { send, trouble } = useHub()
  const [reason, setReason] = useState<PauseReason>('ceremony')
  const [time, setTime] = useState('')
  const field = useId()
  const pause = async () => {
    const until = time === '' ? null : nextAt(time, hallNow(), timeZone)
    const body = { reason, ...(until === null ? {} : { until: new Date(until).toISOString() }) }
    if (await send('/api/building/pause', body)) onClose()
  }
  return (
    <Window title={t('pause.ask')} onClose={onClose}>
      <p>{t('pause.about')}</p>
      <fieldset>
        <legend>{t('pause.why')}</legend>
        {pauseReasons.map((one) => (
          <label key={one}>
            <input type="radio" name={field} checked={reason === one} onChange={() => setReason(one)} />
            {one === 'other' ? t('pause.other') : words.t(`pause.${one}`)}
          </label>
        ))}
      </fieldset>
      <label className="alert-time" htmlFor={field}>
        {t('pause.when')}
        <input id={field} type="time" value={time} onChange={(event) => setTime(event.target.value)} />
      </label>
      <p role="status">{trouble}</p>
      <footer>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button main onClick={() => void pause()}>
          {t('pause.do')}
        </Button>
      </footer>
    </Window>
  )
}

const minuteMs = 60_000
const dayMinutes = 24 * 60
const minutesOf = (time: string): number => {
  const [hour = 0, minute = 0] = time.split(/[.:]/).map(Number)
  return hour * 60 + minute
}

/** The next instant at which the hall's clock shows this time of day. */
export function nextAt(time: string, now: number, timeZone: string): number {
  const ahead = (minutesOf(time) - minutesOf(timeText(now, timeZone)) + dayMinutes) % dayMinutes
  return Math.floor(now / minuteMs) * minuteMs + ahead * minuteMs
}
