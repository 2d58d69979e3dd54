import { OfficerBody } from '../../server/contract/roster.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { hashOf } from '../console/route.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { mayKeep, officerForm } from './forms.ts'
import { RosterForm } from './roster-form.tsx'
import type { OfficerRow, Roster } from './use-roster.ts'

const listHash = hashOf({ tab: 'petugas', slug: 'orang' })

/** The people of the building, and what is kept about one of them. */
export function People({ roster }: { roster: Roster }) {
  const { way, editable, site } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { code, isNew } = way.route
  const officers = roster.officers ?? []
  const open = officers.find(({ id }) => id === code)
  const agencyOf = ({ agency }: OfficerRow) => site.agencies.find((each) => each.code === agency)?.short ?? agency
  return (
    <>
      <div className="list card">
        <div className="list-head">
          {mayKeep(editable, null) && (
            <a className="k-button" href={hashOf({ tab: 'petugas', slug: 'orang', isNew: true })}>
              <Icon name="plus" />
              {t('roster.add-officer')}
            </a>
          )}
        </div>
        <ul>
          {officers.map((officer) => (
            <li key={officer.id}>
              <a
                href={hashOf({ tab: 'petugas', slug: 'orang', code: officer.id })}
                aria-current={officer === open ? 'page' : undefined}
              >
                <b>{officer.name}</b>
                <small>
                  {[t(`role.${officer.role}`), agencyOf(officer), !officer.active && t('roster.inactive')]
                    .filter(Boolean)
                    .join(', ')}
                </small>
              </a>
            </li>
          ))}
          {roster.officers?.length === 0 && <li className="none">{t('roster.people.none')}</li>}
        </ul>
      </div>
      <div className="opened">
        {isNew || open ? (
          <OfficerForm key={open?.id ?? 'new'} officer={isNew ? null : (open ?? null)} roster={roster} />
        ) : (
          <p className="choose">{t(code && roster.officers ? 'shelf.gone' : 'roster.people.choose')}</p>
        )}
      </div>
    </>
  )
}

function OfficerForm({ officer, roster }: { officer: OfficerRow | null; roster: Roster }) {
  const { way, editable } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { id, ...kept } = officer ?? { id: null }
  const own = editable.agency === null ? {} : { agency: editable.agency }
  return (
    <RosterForm
      title={officer?.name ?? t('roster.new-officer')}
      groups={officerForm(editable)}
      schema={OfficerBody}
      begin={officer ? kept : { name: '', role: 'officer', active: true, ...own }}
      isNew={officer === null}
      mayKeep={mayKeep(editable, officer?.agency ?? null)}
      path={id === null ? '/api/officers' : `/api/officers/${id}`}
      said={({ name }) => t('roster.saved-officer', { name: String(name) })}
      removal={
        officer && {
          path: `/api/officers/${officer.id}`,
          act: t('roster.forget'),
          title: t('roster.forget.title', { name: officer.name }),
          about: t('roster.forget.about'),
          said: t('roster.forgotten'),
        }
      }
      onDone={() => {
        void roster.again()
        way.go(listHash)
      }}
    />
  )
}
