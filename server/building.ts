import { join } from 'node:path'
import type { Voice } from '../drivers/voices/voice.ts'
import { announceCalls, followSpeech, isStillCalled } from './announcing/announce-calls.ts'
import { announceClosing } from './announcing/announce-closing.ts'
import { announceNotices } from './announcing/announce-notices.ts'
import { createAnnouncementMaker, createNoticeMaker } from './announcing/announcement.ts'
import { createArbiter } from './announcing/arbiter.ts'
import type { SentenceOptions } from './announcing/sentence.ts'
import { createAnotherDay } from './another-day.ts'
import { createBookings } from './bookings.ts'
import { createSiteOffice } from './changing.ts'
import type { Clock } from './clock.ts'
import { createClosing } from './closing.ts'
import type { HallEvent } from './contract/hall.ts'
import type { SitePackage } from './contract/site.ts'
import { isDayOver } from './core/day.ts'
import { addDays } from './core/zone-time.ts'
import { type Browsers, openLoudspeakers, openPrinters, printerFolder } from './devices.ts'
import { catalogueOfHall, type LiveHall, openHall } from './hall.ts'
import { newBookingCode, newId, newPublicCode } from './ids.ts'
import { createAdmission } from './insight/admission.ts'
import { createEstimator } from './insight/estimate.ts'
import { keepForecasts } from './kept-forecasts.ts'
import { createPrintFates, printForDesk } from './printing/desk-slips.ts'
import { printIssued, settlePrint } from './printing/print-issued.ts'
import { openSpooler } from './printing/spooler.ts'
import { printForDay } from './printing/summary-slip.ts'
import { accuracyDays, readAccuracy } from './readings/accuracy.ts'
import type { Lens } from './readings/reading.ts'
import { openRemarks } from './remarks.ts'
import { openRoster } from './roster.ts'
import { openStore } from './store/store.ts'

interface Log {
  error(data: object, sentence: string): void
  warn(data: object, sentence: string): void
}

/** Where the parts of the program lie, and where one hall keeps what is its own. */
export interface BuildingOptions {
  readonly dataDir: string
  readonly clock: Clock
  /** Loaded when the journal has no building yet. */
  readonly site: SitePackage
  readonly voice: Voice
  readonly publicUrl: () => string
  readonly rules: () => 'demo' | 'full'
  /** True for a simulated hall: it must not reach for the devices of the real one. */
  readonly isRehearsal: boolean
  readonly files: { worker: string; migrations: string }
  readonly log: Log
  readonly browsers: Browsers
}

const timerMs = 250
const isReconfigured = ({ type }: HallEvent): boolean => type === 'reconfigured'
const isDayOpened = ({ type }: HallEvent): boolean => type === 'day-opened'
const forecastDaysKept = 400
const deviceRecordsKeptMs = 8 * 24 * 3_600_000
/** A year of figures, and some days to look back from. */
const bookingsKeptMs = 400 * 24 * 3_600_000

/** One hall with everything that belongs to it: journal, clock, printers, loudspeakers. Closes in reverse order. */
export async function openBuilding(options: BuildingOptions) {
  const { dataDir, clock, site, voice, log, files, isRehearsal } = options
  const closing = createClosing()
  try {
    const store = closing.use(
      await openStore({
        file: join(dataDir, 'antrean.sqlite'),
        migrationsFolder: files.migrations,
        site: site.site.code,
        workerFile: files.worker,
      }),
    )
    const hall = await openHall({ journal: store.journal, now: clock.now, newId, log })
    closing.defer(() => hall.close())
    if (!hall.told.catalogue) await hall.byHub({ verb: 'configure', site })
    await hall.passTime()

    const remarks = await openRemarks({ store: store.remarks, newId, now: clock.now, day: () => hall.told.day ?? '' })
    const roster = await openRoster({ store: store.officers, catalogue: () => catalogueOfHall(hall), newId })
    const { estimate, serviceEnd } = createEstimator()
    const { terms, admission, promiseOf } = createAdmission(serviceEnd, () => options.rules() === 'full')
    const lens = (): Lens => {
      const [told, now] = [hall.told, clock.now()]
      return {
        hall: told,
        now,
        forecast: estimate,
        admission: (asking) => admission(told, asking, now),
        terms: (asking) => terms(told, asking, now),
        publicUrl: options.publicUrl(),
        remarks,
        inForce: () => options.rules() === 'full',
        shiftsOn: roster.shiftsOn,
      }
    }

    closing.defer(
      keepForecasts({
        hall,
        lens,
        promiseOf: (ticket) => promiseOf(hall.told, ticket, clock.now()),
        keep: store.forecasts.keep,
        log,
      }),
    )

    const present = () => catalogueOfHall(hall).site
    const devices = { site: present, dataDir, clock, isRehearsal, closing, newId }
    const { printerOf, paperOf } = openPrinters(devices)
    const fates = createPrintFates()
    const spooler = closing.use(
      await openSpooler({
        store: store.spool,
        printerOf,
        now: clock.now,
        onResult: async (result) => {
          await settlePrint(hall, result)
          fates.tell(result)
        },
        onTrouble: (error, job) => log.error({ err: error, job: job.id }, 'a print job could not be kept'),
      }),
    )
    const printing = printIssued(spooler, { hall, lens, log, paperOf })
    closing.defer(printing.stop)

    const loudspeakers = await openLoudspeakers(devices, options.browsers)
    const spoken = followSpeech(hall)
    // A changed building is spoken of as it is now.
    const wording: SentenceOptions = {
      get reading() {
        return present().site.numberReading
      },
      get counterNaming() {
        return present().site.counterNaming
      },
    }
    const arbiter = closing.use(
      createArbiter({
        make: createAnnouncementMaker(voice, wording),
        makeNotice: createNoticeMaker(voice),
        speakers: loudspeakers.ofZone,
        clock,
        isStillCalled: (call) => isStillCalled(hall, call),
        announcements: store.announcements,
        onFate: spoken.settle,
        warn: (details, sentence) => log.warn(details, sentence),
      }),
    )
    const followZones = () =>
      loudspeakers
        .follow()
        .catch((error) => log.error({ err: error }, 'the loudspeakers of a new zone could not be opened'))
    closing.defer(hall.subscribe((events) => void (events.some(isReconfigured) && followZones())))
    closing.defer(await announceCalls(arbiter, hall, loudspeakers.hasSaid))
    closing.defer(announceNotices(arbiter, hall))
    closing.defer(announceClosing(arbiter, { hall, now: clock.now, isInForce: () => options.rules() === 'full' }))

    const newTicketCodes = () => ({ ticket: newId(), publicCode: newPublicCode() })
    const bookings = createBookings({
      store: store.bookings,
      hall,
      now: clock.now,
      newCode: newBookingCode,
      newTicketCodes,
      isInForce: () => options.rules() === 'full',
    })

    const pruneDevices = async () => {
      const before = clock.now() - deviceRecordsKeptMs
      await Promise.all([
        store.spool.prune(before),
        store.announcements.prune(before),
        store.bookings.prune(clock.now() - bookingsKeptMs),
        store.forecasts.prune(addDays(accuracyDays(hall.told, clock.now()).to, -forecastDaysKept)),
      ]).catch((error) =>
        log.error({ err: error }, 'old records of printers, loudspeakers and bookings could not be removed'),
      )
    }
    closing.defer(
      hall.subscribe((events) => {
        const opened = events.find(({ type }) => type === 'day-opened')?.day
        if (opened === undefined) return
        void pruneDevices()
        void remarks.rollOver(opened).catch((error) => log.error({ err: error }, 'old remarks could not be removed'))
      }),
    )
    const closeWhenOver = async () => {
      if (options.rules() === 'full' && isDayOver(hall.told, clock.now())) await hall.byHub({ verb: 'close-day' })
    }
    const changing = createSiteOffice({
      hall,
      store,
      now: clock.now,
      newId,
      isConnected: options.browsers.isAtCounter,
      log,
    })
    await changing.applyDue()
    closing.defer(hall.subscribe((events) => void (events.some(isDayOpened) && changing.applyDue())))
    closing.defer(changing.settled)
    closing.defer(keepTime(hall, clock, [printing.lapseOverdue, closeWhenOver], log))

    return {
      dataDir,
      clock,
      hall,
      store,
      lens,
      newTicketCodes,
      site: changing.office,
      newId,
      answers: store.answers,
      bookings,
      roster,
      anotherDay: createAnotherDay({ hall, bookings, now: clock.now }),
      now: clock.now,
      accuracy: async () => {
        const days = accuracyDays(hall.told, clock.now())
        return readAccuracy(hall.told, days, await store.forecasts.accuracy(days.from, days.to))
      },
      remarks,
      slips: printForDesk({ spooler, fates, lens, paperOf }),
      printSummary: printForDay({ spooler, fates, lens, paperOf }),
      printerFolder: (kiosk: string) => printerFolder(dataDir, kiosk),
      spoken: spoken.stateOf,
      onSpoken: spoken.tellWhenSettled,
      sound: loudspeakers.sound,
      [Symbol.asyncDispose]: () => closing[Symbol.asyncDispose](),
    }
  } catch (error) {
    await closing[Symbol.asyncDispose]()
    throw error
  }
}
export type Building = Awaited<ReturnType<typeof openBuilding>>

/** R8.4: time passes by commands, and these are the timers that send them. Returns its own undo. */
function keepTime(hall: LiveHall, clock: Clock, others: readonly (() => Promise<void>)[], log: Log): () => void {
  let isPassing = false
  let wasTrusted = true
  const pass = async () => {
    if (isPassing) return
    isPassing = true
    try {
      const isTrusted = clock.isTrusted()
      if (!isTrusted && wasTrusted)
        log.error({}, 'the clock of this computer jumped by more than five minutes; the service day stays open')
      wasTrusted = isTrusted
      await hall.passTime(isTrusted)
      for (const other of others) await other()
    } catch (error) {
      log.error({ err: error }, 'the timers of the hall failed')
    } finally {
      isPassing = false
    }
  }
  const timer = setInterval(() => void pass(), timerMs)
  return () => clearInterval(timer)
}
