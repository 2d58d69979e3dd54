import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { Icon } from '../../ui-kit/icon.tsx'
import { StatusShape, type StatusState } from '../../ui-kit/status.tsx'
import { timeText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { hashOf } from '../console/route.ts'
import { dayWords } from '../forms/wording.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { mayKeep } from './forms.ts'
import { placeOf } from './place.ts'
import { dayAfter, isOn, mondayOf, type Roster, type ShiftRow } from './use-roster.ts'

const shapes: Record<string, StatusState> = { expected: 'not-yet', present: 'open', absent: 'action', left: 'closed' }
const states = ['present', 'absent', 'left', 'expected'] as const

interface Props {
  roster: Roster
  monday: string
  /** A week on or back; 0 is this one. */
  onWeek: (step: -1 | 0 | 1) => void
}

/** Who is at which counter in a week; of today, who is there. */
export function WeekTable({ roster, monday, onWeek }: Props) {
  const { setting, today, editable } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const shifts = roster.shifts ?? []
  const dates = Array.from({ length: 7 }, (_none, day) => dayAfter(monday, day))
  const counters = [...new Set(shifts.map(({ counter }) => counter))]
  const rows = counters
    .map((counter) => ({ counter, place: placeOf(setting, counter) }))
    .sort((a, b) => a.place.booth.localeCompare(b.place.booth) || a.counter - b.counter)
  const count = (state: (typeof states)[number]) => shifts.filter(({ presence }) => presence?.state === state).length
  const [first, last] = [dates[0], dates[6]].map((date) => dayWords(date ?? '', setting).replace(/^[^,]+, /, ''))
  return (
    <section className="week card" aria-labelledby="week-title">
      <header>
        <div>
          <h2 id="week-title">{t('roster.week', { from: first ?? '', to: last ?? '' })}</h2>
          {dates.includes(today) && shifts.length > 0 && (
            <p role="status">{t('roster.today', Object.fromEntries(states.map((state) => [state, count(state)])))}</p>
          )}
        </div>
        <div className="acts">
          <button type="button" className="small" aria-label={t('roster.week.before')} onClick={() => onWeek(-1)}>
            <Icon name="arrow-left" />
          </button>
          <button type="button" className="small" disabled={monday === mondayOf(today)} onClick={() => onWeek(0)}>
            {t('roster.week.now')}
          </button>
          <button type="button" className="small" aria-label={t('roster.week.after')} onClick={() => onWeek(1)}>
            <Icon name="arrow-right" />
          </button>
          {mayKeep(editable, null) && <AddShift roster={roster} />}
        </div>
      </header>
      {shifts.length === 0 ? (
        roster.shifts && <NoShifts hasOfficers={(roster.officers ?? []).length > 0} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="scroll" tabIndex={0} aria-label={t('roster.shifts')}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('roster.place')}</th>
                {dates.map((date) => (
                  <th key={date} scope="col" aria-current={date === today ? 'date' : undefined}>
                    {dayWords(date, setting).replace(/ \d{4}$/, '')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ counter, place }) => (
                <tr key={counter}>
                  <th scope="row">
                    <BoothSign sign={place.booth.slice(0, 2)} /> {place.booth.slice(3)}
                    <small>{place.counter}</small>
                  </th>
                  {dates.map((date) => (
                    <td key={date} className={date === today ? 'now' : undefined}>
                      {shifts
                        .filter((shift) => shift.counter === counter && isOn(shift, date))
                        .map((shift) => (
                          <ShiftLink key={shift.id} shift={shift} roster={roster} isToday={date === today} />
                        ))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

function ShiftLink({ shift, roster, isToday }: { shift: ShiftRow; roster: Roster; isToday: boolean }) {
  const { site } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const presence = isToday ? shift.presence : null
  return (
    <a href={hashOf({ tab: 'petugas', slug: 'jadwal', code: shift.id })} className="shift">
      <b>{`${shift.from}–${shift.to}`.replaceAll(':', '.')}</b>
      <span>{roster.names.get(shift.officer)?.name ?? t('roster.unknown')}</span>
      {presence && (
        <small className={`is-${presence.state}`}>
          <StatusShape state={shapes[presence.state] ?? 'not-yet'} />
          {t(`presence.${presence.state}`, { time: timeText(presence.since, site.site.timeZone) })}
        </small>
      )}
    </a>
  )
}

function AddShift({ roster }: { roster: Roster }) {
  const { t } = useMessages<ConsoleKey>()
  const hasOfficers = (roster.officers ?? []).length > 0
  return (
    <a
      className="k-button k-button-main"
      href={hashOf({ tab: 'petugas', slug: hasOfficers ? 'jadwal' : 'orang', isNew: true })}
    >
      <Icon name="plus" />
      {t(hasOfficers ? 'roster.add-shift' : 'roster.add-officer')}
    </a>
  )
}

function NoShifts({ hasOfficers }: { hasOfficers: boolean }) {
  const { t } = useMessages<ConsoleKey>()
  return (
    <div className="choose">
      <p>{t('roster.none')}</p>
      <p>{t('roster.none.about')}</p>
      {!hasOfficers && <p>{t('roster.none.first')}</p>}
    </div>
  )
}
