import { join } from 'node:path'
import { encodeWav } from '../drivers/voices/wav.ts'
import { createGuideVoice } from './announcing/guide.ts'
import { createAnotherDay } from './another-day.ts'
import { createBookings } from './bookings.ts'
import { createSiteOffice } from './changing.ts'
import type { Clock } from './clock.ts'
import { createClosing } from './closing.ts'
import type { DeviceHosts } from './contract/device-host.ts'
import type { HallEvent } from './contract/hall.ts'
import type { SitePackage } from './contract/site.ts'
import { isDayOver } from './core/day.ts'
import { addDays } from './core/zone-time.ts'
import type { Browsers } from './devices/loudspeakers.ts'
import { createPrinterWatch } from './devices/printer-watch.ts'
import { openPrinters, printerFolder } from './devices/printers.ts'
import { drawSlipPicture } from './devices/slip-picture.ts'
import { catalogueOfHall, type LiveHall, openHall } from './hall.ts'
import { newBookingCode, newId, newPublicCode, newSecret } from './ids.ts'
import { createAdmission } from './insight/admission.ts'
import { createEstimator } from './insight/estimate.ts'
import { keepForecasts } from './kept-forecasts.ts'
import { createPrintFates, printForDesk } from './printing/desk-slips.ts'
import { createNextPrinters, newsKept } from './printing/next-printer.ts'
import { previewSlips } from './printing/preview-slip.ts'
import { createSlipMaker, printIssued, settlePrint } from './printing/print-issued.ts'
import { openSpooler } from './printing/spooler.ts'
import { printForDay } from './printing/summary-slip.ts'
import { accuracyDays, readAccuracy } from './readings/accuracy.ts'
import type { Lens } from './readings/reading.ts'
import { openRemarks } from './remarks.ts'
import { openRoster } from './roster.ts'
import { openSounding } from './sounding.ts'
import { openStore } from './store/store.ts'
import { openVisitorMarks } from './visitor-marks.ts'
import { createVoiceOffice } from './voice-office.ts'
import type { Shelf } from './voices/shelf.ts'

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
  /** The voice that came with the program, and the packs of the house. */
  readonly voices: Shelf
  readonly publicUrl: () => string
  readonly rules: () => 'demo' | 'full'
  /** True for a simulated hall: it must not reach for the devices of the real one. */
  readonly isRehearsal: boolean
  readonly files: { worker: string; migrations: string; programs: string }
  readonly log: Log
  readonly browsers: Browsers
  /** PCs that lend their devices; a simulated hall has none. */
  readonly hosts?: DeviceHosts | undefined
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
  const { dataDir, clock, site, voices, log, files, isRehearsal } = options
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
    const visitorMark = await openVisitorMarks({
      store: store.daySecrets,
      day: () => hall.told.day ?? '',
      newSecret,
      log,
    })
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
        announced: (zone) => sounding.office.shownIn(zone),
        slipNews: (ticket) => nextPrinters.newsOf(ticket),
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
    const { hosts } = options
    const devices = { site: present, dataDir, clock, isRehearsal, closing, newId, programs: files.programs, hosts }
    const { printerOf, paperOf, list } = openPrinters(devices)
    const printerWatch = createPrinterWatch({
      list,
      printerOf,
      onChange: ({ kiosk, state, lastError }) =>
        log.warn({ kiosk, state, reason: lastError?.reason }, 'a printer has changed its state'),
    })
    const nextPrinters = createNextPrinters({
      site: present,
      ticketOf: (id) => hall.told.tickets.get(id),
      slipFor: createSlipMaker({ lens, paperOf }),
    })
    for (const job of await store.spool.readRecent(newsKept)) nextPrinters.remember(job)
    const fates = createPrintFates()
    const spooler = closing.use(
      await openSpooler({
        store: store.spool,
        printerOf,
        now: clock.now,
        next: nextPrinters.printers,
        onFailure: printerWatch.failed,
        onResult: async (result) => {
          nextPrinters.note(result)
          await settlePrint(hall, result)
          fates.tell(result)
        },
        onTrouble: (error, job) => log.error({ err: error, job: job.id }, 'a print job could not be kept'),
      }),
    )
    closing.defer(printerWatch.begin(spooler.waiting))
    const printing = printIssued(spooler, { hall, lens, log, paperOf })
    closing.defer(printing.stop)

    const voiceInForce = () => present().site.voice
    const voice = closing.use(voices.follow(voiceInForce))
    const voiceOffice = createVoiceOffice({ shelf: voices, site: present })
    const followVoice = () => void voices.open(voiceInForce() ?? '').catch(() => undefined)
    followVoice()
    closing.defer(hall.subscribe((events) => events.some(isReconfigured) && followVoice()))
    const sounding = await openSounding({
      hall,
      store,
      voice,
      devices,
      browsers: options.browsers,
      isInForce: () => options.rules() === 'full',
      log,
    })

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
      voices: voiceOffice,
      visitorMark,
      slips: printForDesk({ spooler, fates, lens, paperOf }),
      previewSlip: previewSlips({ lens, draw: drawSlipPicture }),
      printSummary: printForDay({ spooler, fates, lens, paperOf }),
      printerFolder: (kiosk: string) => printerFolder(dataDir, kiosk),
      printers: printerWatch.views,
      spoken: sounding.stateOf,
      onSpoken: sounding.tellWhenSettled,
      sound: sounding.sound,
      soundOffice: sounding.office,
      onShown: sounding.tellWhenShown,
      loudspeakers: sounding.views,
      guide: createGuideVoice({ voice: () => voice, encode: encodeWav }),
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
