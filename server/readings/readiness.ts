import type { Booth, Text } from '../contract/site.ts'
import type { ReadinessAnswer } from '../contract/site-wire.ts'
import { hoursOn } from '../core/calendar.ts'
import type { Hall } from '../core/hall.ts'
import { catalogueOf } from '../core/next.ts'
import { addDays } from '../core/zone-time.ts'

type Row = ReadinessAnswer['booths'][number]
type Check = Row['checks'][number]

/** A booth that opens within so many days is not ready while anything is missing; before that there is time. */
const soonDays = 30
/** Hours on one of so many days from its first are hours. */
const looksAhead = 14

/** What can be known of a counter from here: a screen is connected, somebody has a shift there. */
export interface SeenAtCounter {
  isConnected(counter: number): boolean
  isRostered(counter: number): boolean
}

/** R6.1: what every booth still lacks before its first day. What nobody can see from here, somebody has to have seen. */
export function readReadiness(hall: Hall, seenAt: SeenAtCounter): ReadinessAnswer {
  const today = hall.day ?? ''
  return {
    booths: [...catalogueOf(hall).booths.values()].map((booth): Row => {
      const checks = checksOf(hall, booth, seenAt)
      const opens = booth.opens ?? null
      return { booth: booth.code, opens, checks, state: stateOf(opens, today, checks) }
    }),
  }
}

function stateOf(opens: string | null, today: string, checks: readonly Check[]): Row['state'] {
  if (opens === null || opens <= today) return 'open'
  if (checks.every(({ done }) => done)) return 'ready'
  return opens > addDays(today, soonDays) ? 'soon' : 'not-ready'
}

function checksOf(hall: Hall, booth: Booth, { isConnected, isRostered }: SeenAtCounter): Check[] {
  const catalogue = catalogueOf(hall)
  const { network, printer, officer } = booth.ready ?? {}
  const counters = catalogue.countersOfBooth(booth.code).map(({ number }) => number)
  const services = catalogue.servicesOfBooth(booth.code)
  const worded = services.filter(({ requirements }) => requirements.length > 0).length
  const isOnline = counters.some(isConnected)
  const hasOfficer = counters.some((number) => hall.counters.get(number)?.officer != null)
  const isPlanned = counters.some(isRostered)
  const days = Array.from({ length: looksAhead }, (_none, day) => addDays(firstDay(hall, booth), day))
  const openDays = days.filter((day) => hoursOn(catalogue, { booth: booth.code }, day).length > 0).length
  return [
    check(
      'network',
      network !== undefined || isOnline,
      network,
      seen(isOnline, 'Layar loket terhubung', 'A counter screen is connected'),
    ),
    check('printer', printer !== undefined, printer, unseen(printer)),
    check(
      'officer',
      officer !== undefined || hasOfficer || isPlanned,
      officer,
      isPlanned
        ? say('Jadwal petugas sudah ada', 'Shifts are planned')
        : seen(hasOfficer, 'Petugas sudah masuk', 'An officer has signed in'),
    ),
    check('services', services.length > 0, undefined, say(`${services.length} layanan`, `${services.length} services`)),
    check(
      'requirements',
      services.length > 0 && worded === services.length,
      undefined,
      say(
        `${worded} dari ${services.length} layanan bersyarat jelas`,
        `${worded} of ${services.length} services list theirs`,
      ),
    ),
    check(
      'hours',
      openDays > 0,
      undefined,
      say(`${openDays} hari buka dalam ${looksAhead} hari`, `Open on ${openDays} of ${looksAhead} days`),
    ),
  ]

  function seen(isSeen: boolean, id: string, en: string): Text {
    return isSeen ? say(id, en) : unseen(undefined)
  }
}

const firstDay = (hall: Hall, { opens }: Booth): string => {
  const today = hall.day ?? '1970-01-01'
  return opens !== undefined && opens > today ? opens : today
}

const unseen = (since: string | undefined): Text =>
  since === undefined ? say('Belum diperiksa', 'Not checked yet') : say('Sudah diperiksa', 'Checked')

const say = (id: string, en: string): Text => ({ id, en })

const check = (name: Check['name'], done: boolean, since: string | undefined, detail: Text): Check => ({
  name,
  done,
  ...(since === undefined ? {} : { since }),
  detail: since === undefined ? detail : unseen(since),
})
