import { useEffect, useLayoutEffect, useMemo } from 'react'
import type { KioskSnapshot } from '../server/contract/live.ts'
import { approvedCatalogue } from '../ui-kit/messages/approved.ts'
import { createMessages, type Messages } from '../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../ui-kit/messages/kit.ts'
import { stillScene, useStandstillWords } from '../ui-kit/standstill/words.ts'
import { useLive } from '../ui-kit/use-live.ts'
import { MessagesContext } from '../ui-kit/use-messages.ts'
import { guideCatalogue } from './guide/messages.ts'
import { VoiceGuide } from './guide/voice-guide.tsx'
import type { Journey } from './journey-state.ts'
import { type Kiosk, KioskContext } from './kiosk-context.ts'
import { kioskCatalogue } from './messages.ts'
import { AgenciesPage } from './pages/agencies.tsx'
import { AnotherDayPage } from './pages/another-day.tsx'
import { BookedPage } from './pages/booked.tsx'
import { BookingPage } from './pages/booking.tsx'
import { CodePage } from './pages/code.tsx'
import { ErrandPage } from './pages/errand.tsx'
import { GuidePage } from './pages/guide.tsx'
import { MyNumberPage } from './pages/my-number.tsx'
import { PriorityPage } from './pages/priority.tsx'
import { SearchPage } from './pages/search.tsx'
import { ServicePage } from './pages/service.tsx'
import { ServicesPage } from './pages/services.tsx'
import { TicketPage } from './pages/ticket.tsx'
import { WelcomePage } from './pages/welcome.tsx'
import { AttemptSheet } from './parts/attempt-sheet.tsx'
import { BuildingStill } from './parts/building-still.tsx'
import { Footer } from './parts/footer.tsx'
import { Header } from './parts/header.tsx'
import { HubGone, NotAKiosk } from './parts/hub-gone.tsx'
import { IdleNotice } from './parts/idle-notice.tsx'
import { prepareCode } from './parts/phone-code.tsx'
import { Sheets } from './parts/sheets.tsx'
import { Stage, usePortrait } from './stage.tsx'
import { unknownBuilding } from './unknown-building.ts'
import { useAttempt } from './use-attempt.ts'
import { useGone } from './use-gone.ts'
import { useJourney } from './use-journey.ts'
import { useLookup } from './use-lookup.ts'
import { useScanner } from './use-scanner.ts'

const pages = {
  welcome: WelcomePage,
  guide: GuidePage,
  agencies: AgenciesPage,
  search: SearchPage,
  services: ServicesPage,
  service: ServicePage,
  errand: ErrandPage,
  priority: PriorityPage,
  code: CodePage,
  booking: BookingPage,
  'other-day': AnotherDayPage,
  booked: BookedPage,
  mine: MyNumberPage,
  ticket: TicketPage,
}

/** The kiosk's screen; `device` is its code in the building. */
export function App({ device }: { device: string | null }) {
  const { journey, send } = useJourney()
  const words = useMemo(
    () => createMessages(journey.locale, kitCatalogue, approvedCatalogue, kioskCatalogue, guideCatalogue) as Messages,
    [journey.locale],
  )
  useDress(journey)
  return (
    <MessagesContext value={words}>
      <Stage>{device ? <Connected device={device} journey={journey} send={send} /> : <NotAKiosk code={null} />}</Stage>
    </MessagesContext>
  )
}

function Connected({ device, journey, send }: Pick<Kiosk, 'journey' | 'send'> & { device: string }) {
  const { live, state } = useLive<KioskSnapshot>({ view: 'kiosk', kiosk: device })
  const portrait = usePortrait()
  const gone = useGone(state.link)
  const standstill = useStandstillWords()
  useAttempt(journey, device, state.link === 'connected', send)
  useLookup(journey.lookup, send)
  useScanner(send)
  useEffect(() => {
    const timer = setTimeout(prepareCode, 3_000)
    return () => clearTimeout(timer)
  }, [])
  if (!state.snapshot && state.refusal && !gone) return <NotAKiosk code={device} />
  const kiosk: Kiosk = {
    snapshot: state.snapshot ?? unknownBuilding,
    known: state.snapshot !== null,
    journey,
    send,
    hallNow: live.hallNow,
    portrait,
    lostSince: state.lostSince,
    demo: state.hub?.demo ?? false,
  }
  const Page = pages[journey.step]
  // What somebody has to keep stays on the screen.
  const kept = journey.step === 'ticket' || journey.step === 'booked'
  const covered = gone && !kept
  const still = stillScene(kiosk.snapshot.standstill, standstill, kiosk.snapshot.site.timeZone)
  const stopped = still !== null && !gone && !kept && journey.step !== 'mine'
  const troubled = journey.attempt !== null && journey.attempt.state !== 'sending'
  return (
    <KioskContext value={kiosk}>
      <div
        className="page"
        inert={covered || stopped || journey.sheet !== null || journey.askedAt !== null || troubled}
      >
        <Header />
        <Page key={journey.step} />
        {journey.step !== 'welcome' && <Footer />}
      </div>
      {troubled && <AttemptSheet />}
      {journey.sheet && <Sheets sheet={journey.sheet} />}
      {stopped && <BuildingStill scene={still} />}
      {covered && <HubGone building={kiosk.snapshot} />}
      {journey.askedAt !== null && <IdleNotice />}
      <VoiceGuide />
    </KioskContext>
  )
}

/** Language, contrast, size and reach are set on the page itself, where the design tokens look for them. */
function useDress({ locale, modes }: Journey) {
  useLayoutEffect(() => {
    const root = document.documentElement
    root.lang = locale
    root.dataset.theme = modes.contrast ? 'kontras' : 'terang'
    root.dataset.size = modes.large ? 'besar' : 'biasa'
    root.dataset.reach = modes.low ? 'rendah' : 'biasa'
  }, [locale, modes])
}
