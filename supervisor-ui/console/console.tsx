import { useCallback, useMemo, useState } from 'react'
import type { HallSnapshot } from '../../server/contract/live.ts'
import type { Api } from '../../ui-kit/api.ts'
import { createMessages, type Locale } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'
import { MessagesContext } from '../../ui-kit/use-messages.ts'
import { AgencyBooths } from '../booth/agency-booths.tsx'
import { DevicesTab } from '../devices/devices-tab.tsx'
import { deviceCatalogue } from '../devices/messages.ts'
import { mediaCatalogue } from '../media/messages.ts'
import { consoleCatalogue } from '../messages/console.ts'
import { fieldCatalogue } from '../messages/fields.ts'
import { keypadCatalogue } from '../messages/keypads.ts'
import { ruleCatalogue } from '../messages/rules.ts'
import { shellCatalogue } from '../messages/shell.ts'
import { soundFieldCatalogue } from '../messages/sound.ts'
import { supervisorCatalogue } from '../messages.ts'
import { rosterCatalogue } from '../roster/messages.ts'
import { RosterTab } from '../roster/roster-tab.tsx'
import { slipCatalogue } from '../slip/messages.ts'
import { ConsoleContext, type ConsoleSurroundings, type Note } from './console-context.ts'
import { AskDialog } from './dialog.tsx'
import { HistoryTab } from './history-tab.tsx'
import { PackageTab } from './package-tab.tsx'
import { ReadinessTab } from './readiness-tab.tsx'
import type { Tab, Way } from './route.ts'
import { Shelf } from './shelf.tsx'
import { Toast } from './toast.tsx'
import type { SiteReading } from './use-site.ts'
import './console.css'
import './forms.css'
import './pages.css'
import './overlays.css'
import '../slip/slip.css'

export interface ConsoleProps {
  api: Api
  site: SiteReading
  /** Null for an agency's administrator, who does not watch the whole hall. */
  hall: HallSnapshot | null
  /** Epoch ms of the hall, to the minute. */
  now: number
  locale: Locale
  way: Way
}

/** Everything but the live tab: the building as its people change it. */
export function Console({ api, site: { answer, failed, reload }, hall, now, locale, way }: ConsoleProps) {
  const messages = useMemo(
    () =>
      createMessages(
        locale,
        kitCatalogue,
        supervisorCatalogue,
        shellCatalogue,
        consoleCatalogue,
        fieldCatalogue,
        keypadCatalogue,
        soundFieldCatalogue,
        mediaCatalogue,
        ruleCatalogue,
        rosterCatalogue,
        slipCatalogue,
        deviceCatalogue,
      ),
    [locale],
  )
  const [note, setNote] = useState<(Note & { id: number }) | null>(null)
  const notify = useCallback((next: Note) => setNote((before) => ({ ...next, id: (before?.id ?? 0) + 1 })), [])
  const forget = useCallback(() => setNote(null), [])
  const timeZone = answer?.site.site.timeZone
  const today = new Intl.DateTimeFormat('en-CA', timeZone ? { timeZone } : {}).format(now)
  const surroundings = useMemo(
    (): ConsoleSurroundings | null =>
      answer && { ...answer, api, hall, way, now, today, reload, notify, setting: { site: answer.site, messages } },
    [answer, api, hall, way, now, today, reload, notify, messages],
  )
  const { t } = messages
  if (!surroundings) return <p className="quiet">{t(failed ? 'fault.hub' : 'waiting')}</p>
  return (
    <MessagesContext value={messages}>
      <ConsoleContext value={surroundings}>
        <h1 className="k-sr">{t(`tab.${way.route.tab}`)}</h1>
        <TabPage tab={way.route.tab} />
        {way.asked !== null && (
          <AskDialog
            title={t('leave.title')}
            submit={t('leave.submit')}
            back={t('leave.stay')}
            onSubmit={way.leave}
            onClose={way.stay}
          >
            <p>{t('leave.about')}</p>
          </AskDialog>
        )}
        <Toast note={note} onDone={forget} />
      </ConsoleContext>
    </MessagesContext>
  )
}

function TabPage({ tab }: { tab: Tab }) {
  switch (tab) {
    case 'langsung':
      return <AgencyBooths />
    case 'kesiapan':
      return <ReadinessTab />
    case 'petugas':
      return <RosterTab />
    case 'perangkat':
      return <DevicesTab />
    case 'riwayat':
      return <HistoryTab />
    case 'paket':
      return <PackageTab />
    default:
      return <Shelf key={tab} tab={tab} />
  }
}
