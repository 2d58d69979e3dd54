import type { BoothSnapshot } from '../../server/contract/live.ts'
import { BoothSign } from '../../ui-kit/booth-sign.tsx'
import { useLive } from '../../ui-kit/use-live.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { hashOf } from '../console/route.ts'
import type { ShellKey } from '../messages/shell.ts'
import { BoothPanel } from './booth-panel.tsx'
import { useBoothWords } from './messages.ts'

/** The live tab of an agency's administrator: its own booths. */
export function AgencyBooths() {
  const { t: shell } = useMessages<ShellKey>()
  const { t } = useBoothWords()
  const { site, editable, way } = useConsole()
  const own = site.booths.filter(({ agency }) => agency === editable.agency)
  const opened = own.find(({ code }) => code === way.route.code)
  const nameOf = (code: string) => site.agencies.find((agency) => agency.code === code)?.short ?? code
  return (
    <div className="booth-own">
      <p>{shell('live.agency')}</p>
      <h2>{t('agency.choose')}</h2>
      <ul>
        {own.map(({ code, sign, agency }) => (
          <li key={code}>
            <a href={hashOf({ tab: 'langsung', code })}>
              <BoothSign sign={sign} />
              {nameOf(agency)}
            </a>
          </li>
        ))}
      </ul>
      {opened && <OwnPanel key={opened.code} code={opened.code} />}
    </div>
  )
}

/** What the booth's own door tells is news enough for the panel. */
function OwnPanel({ code }: { code: string }) {
  const { api, site, now, way } = useConsole()
  const { state } = useLive<BoothSnapshot>({ view: 'booth', booth: code })
  return (
    <BoothPanel
      api={api}
      code={code}
      news={state.snapshot}
      now={now}
      timeZone={site.site.timeZone}
      onClose={() => way.go(hashOf({ tab: 'langsung' }))}
    />
  )
}
