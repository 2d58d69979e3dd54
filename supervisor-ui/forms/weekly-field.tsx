import { type SitePackage, type Weekday, type Weekly, weekdays } from '../../server/contract/site.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import type { FieldOf } from './field.ts'
import { GroupFrame, ProblemText } from './field-frame.tsx'
import { useForm } from './form-context.ts'
import type { Entry } from './path.ts'
import { type FieldProps, TimeInput } from './simple-fields.tsx'
import { weeklyWords } from './wording.ts'

type Interval = NonNullable<Weekly[Weekday]>[number]

/** Hours of each day of the week, any number of intervals a day. Where they are optional, without them the wider ones hold. */
export function WeeklyField({ field, at, value }: FieldProps<FieldOf<'weekly'>>) {
  const { t } = useMessages<ConsoleKey>()
  const { change, isReadOnly, setting, kind, entry } = useForm()
  const wider = widerHours(setting.site, kind, entry)
  const weekly = value as Weekly | undefined
  return (
    <GroupFrame field={field} problem={null} className="weekly">
      {field.optional && (
        <label className="f-switch">
          <input
            type="checkbox"
            checked={weekly !== undefined}
            disabled={isReadOnly(at)}
            onChange={({ target }) => change(at, target.checked ? (wider ?? {}) : undefined)}
          />
          {t(kind === 'counters' ? 'weekly.breaks' : 'weekly.own')}
        </label>
      )}
      {!weekly && wider && <p className="inherited">{t('weekly.inherited', { hours: weeklyWords(wider, setting) })}</p>}
      {weekly && (
        <ul>
          {weekdays.map((day) => (
            <Day
              key={day}
              at={`${at}.${day}`}
              day={day}
              intervals={weekly[day] ?? []}
              take={(intervals) => {
                const { [day]: _old, ...rest } = weekly
                change(at, intervals.length === 0 ? rest : { ...weekly, [day]: intervals })
              }}
            />
          ))}
        </ul>
      )}
    </GroupFrame>
  )
}

/** The hours that hold while these are not given; none for breaks. */
function widerHours(site: SitePackage, kind: string, { agency, booth }: Entry): Weekly | null {
  if (kind === 'counters') return null
  const owner = kind === 'services' ? site.booths.find(({ code }) => code === booth) : undefined
  const ofAgency = site.agencies.find(({ code }) => code === (owner?.agency ?? agency))
  return owner?.schedule ?? ofAgency?.schedule ?? site.site.hours
}

interface DayProps {
  at: string
  day: Weekday
  intervals: readonly Interval[]
  take: (intervals: Interval[]) => void
}

function Day({ at, day, intervals, take }: DayProps) {
  const { t } = useMessages<ConsoleKey>()
  const { isReadOnly, problemAt } = useForm()
  const readOnly = isReadOnly(at)
  const name = t(`day.${day}`)
  const problem = problemAt(at, true)
  const put = (index: number, part: Partial<Interval>) =>
    take(intervals.map((each, other) => (other === index ? { ...each, ...part } : each)))
  return (
    <li>
      <b>{name}</b>
      <div className="intervals">
        {intervals.length === 0 && <span className="closed">{t('weekly.closed')}</span>}
        {intervals.map((interval, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an interval is known by its place only
          <span key={index} className="interval">
            <TimeInput
              label={t('weekly.from', { day: name, n: index + 1 })}
              value={interval.from}
              readOnly={readOnly}
              invalid={problem !== null}
              onChange={(from) => put(index, { from })}
            />
            –
            <TimeInput
              label={t('weekly.to', { day: name, n: index + 1 })}
              value={interval.to}
              readOnly={readOnly}
              invalid={problem !== null}
              onChange={(to) => put(index, { to })}
            />
            {!readOnly && (
              <button
                type="button"
                aria-label={t('weekly.remove', { day: name, n: index + 1 })}
                onClick={() => take(intervals.filter((_each, other) => other !== index))}
              >
                <Icon name="x" />
              </button>
            )}
          </span>
        ))}
        {!readOnly && (
          <button
            type="button"
            className="small"
            aria-label={t('weekly.add-to', { day: name })}
            onClick={() => take([...intervals, nextAfter(intervals)])}
          >
            <Icon name="plus" />
            {t('weekly.add')}
          </button>
        )}
      </div>
      <ProblemText problem={problem} />
    </li>
  )
}

const nextAfter = (intervals: readonly Interval[]): Interval =>
  intervals.length === 0 ? { from: '08:00', to: '15:00' } : { from: intervals.at(-1)?.to ?? '13:00', to: '' }
