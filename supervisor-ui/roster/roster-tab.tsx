import { useState } from 'react'
import { ShiftBody } from '../../server/contract/roster.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { hashOf } from '../console/route.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { mayKeep, shiftForm } from './forms.ts'
import { People } from './people.tsx'
import { placeOf } from './place.ts'
import { RosterForm } from './roster-form.tsx'
import { dayAfter, mondayOf, type Roster, type ShiftRow, useRoster } from './use-roster.ts'
import { WeekTable } from './week-table.tsx'
import './roster.css'

const rosterHash = hashOf({ tab: 'petugas' })

/** Officers: the week, the people, and one shift or one person being changed. */
export function RosterTab() {
  const { way, today } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const [weeks, setWeeks] = useState(0)
  const monday = dayAfter(mondayOf(today), weeks * 7)
  const roster = useRoster(monday)
  const { slug, code, isNew } = way.route
  const isPeople = slug === 'orang'
  if (roster.failed && !roster.shifts) return <p className="choose">{t('roster.not-yours')}</p>
  return (
    <div className="shelf">
      <nav className="kinds" aria-label={t('shelf.kinds')}>
        <a href={rosterHash} aria-current={isPeople ? undefined : 'page'}>
          {t('roster.shifts')}
        </a>
        <a href={hashOf({ tab: 'petugas', slug: 'orang' })} aria-current={isPeople ? 'page' : undefined}>
          {t('roster.people')}
          <small>{roster.officers?.length ?? ''}</small>
        </a>
      </nav>
      {isPeople ? (
        <People roster={roster} />
      ) : isNew || code ? (
        <OneShift roster={roster} />
      ) : (
        <WeekTable
          roster={roster}
          monday={monday}
          onWeek={(step) => setWeeks((before) => (step === 0 ? 0 : before + step))}
        />
      )}
    </div>
  )
}

/** The shift that the address names; a new one begins with the working week. */
function OneShift({ roster }: { roster: Roster }) {
  const { way } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { code, isNew } = way.route
  const shift = roster.shifts?.find(({ id }) => id === code)
  return (
    <div className="opened one-shift">
      <a className="small" href={rosterHash}>
        <Icon name="arrow-left" />
        {t('roster.back')}
      </a>
      {roster.shifts && roster.officers && (isNew || shift) ? (
        <ShiftForm key={code ?? 'new'} shift={isNew ? null : (shift ?? null)} roster={roster} />
      ) : (
        <p className="choose">{t(roster.shifts ? 'shelf.gone' : 'waiting')}</p>
      )}
    </div>
  )
}

function ShiftForm({ shift, roster }: { shift: ShiftRow | null; roster: Roster }) {
  const { way, editable, setting, site, today } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const officer = shift && roster.names.get(shift.officer)
  const place = shift && placeOf(setting, shift.counter)
  const agency = site.booths.find(({ code }) => code === place?.code)?.agency ?? officer?.agency ?? null
  const working = ['mon', 'tue', 'wed', 'thu', 'fri']
  return (
    <RosterForm
      title={shift ? t('roster.shift-of', { name: officer?.name ?? t('roster.unknown') }) : t('roster.new-shift')}
      hint={place && `${place.booth}, ${place.counter}`}
      groups={shiftForm(roster.officers ?? [])}
      schema={ShiftBody}
      begin={shift ? entryOf(shift) : { days: working, from: '08:00', to: '15:00', validFrom: today }}
      isNew={shift === null}
      mayKeep={mayKeep(editable, agency)}
      path="/api/roster"
      said={() => t('roster.saved-shift')}
      removal={
        shift && {
          path: `/api/roster/${shift.id}`,
          act: t('roster.remove'),
          title: t('roster.remove.title'),
          about: t('roster.remove.about'),
          said: t('roster.removed'),
        }
      }
      onDone={() => {
        void roster.again()
        way.go(rosterHash)
      }}
    />
  )
}

const entryOf = ({ presence: _presence, validTo, ...shift }: ShiftRow) => ({ ...shift, ...(validTo && { validTo }) })
