import { join } from 'node:path'
import type { Voice } from '../drivers/voices/voice.ts'
import { announceCalls, followSpeech, isStillCalled } from './announcing/announce-calls.ts'
import { createAnnouncementMaker } from './announcing/announcement.ts'
import { createArbiter } from './announcing/arbiter.ts'
import type { Clock } from './clock.ts'
import { createClosing } from './closing.ts'
import type { Refusal } from './contract/refusals.ts'
import type { SitePackage } from './contract/site.ts'
import { type Browsers, openLoudspeakers, openPrinters, printerFolder } from './devices.ts'
import { catalogueOfHall, type LiveHall, openHall } from './hall.ts'
import { newId, newPublicCode } from './ids.ts'
import { createEstimator } from './insight/estimate.ts'
import { printIssued, settlePrint } from './printing/print-issued.ts'
import { openSpooler } from './printing/spooler.ts'
import type { Lens } from './readings/reading.ts'
import { admission } from './site/admission.ts'
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
const deviceRecordsKeptMs = 8 * 24 * 3_600_000

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

    const forecast = createEstimator()
    const lens = (): Lens => ({
      hall: hall.told,
      now: clock.now(),
      forecast,
      admission: (service, now): Refusal | null =>
        options.rules() === 'full' ? admission(catalogueOfHall(hall), service, now) : null,
      publicUrl: options.publicUrl(),
    })

    const present = catalogueOfHall(hall).site
    const devices = { site: present, dataDir, clock, isRehearsal, closing, newId }
    const { printers, paperOf } = openPrinters(devices)
    const spooler = closing.use(
      await openSpooler({
        store: store.spool,
        printers,
        now: clock.now,
        onResult: (result) => settlePrint(hall, result),
        onTrouble: (error, job) => log.error({ err: error, job: job.id }, 'a print job could not be kept'),
      }),
    )
    const printing = printIssued(spooler, { hall, lens, log, paperOf })
    closing.defer(printing.stop)

    const loudspeakers = await openLoudspeakers(devices, options.browsers)
    const spoken = followSpeech(hall)
    const { numberReading, counterNaming } = present.site
    const arbiter = closing.use(
      createArbiter({
        make: createAnnouncementMaker(voice, { reading: numberReading, counterNaming }),
        speakers: loudspeakers.ofZone,
        clock,
        isStillCalled: (call) => isStillCalled(hall, call),
        announcements: store.announcements,
        onFate: spoken.settle,
        warn: (details, sentence) => log.warn(details, sentence),
      }),
    )
    closing.defer(await announceCalls(arbiter, hall, loudspeakers.hasSaid))

    const pruneDevices = async () => {
      const before = clock.now() - deviceRecordsKeptMs
      await Promise.all([store.spool.prune(before), store.announcements.prune(before)]).catch((error) =>
        log.error({ err: error }, 'old records of printers and loudspeakers could not be removed'),
      )
    }
    closing.defer(hall.subscribe((events) => void (events.some(({ type }) => type === 'day-opened') && pruneDevices())))
    closing.defer(keepTime(hall, clock, printing.lapseOverdue, log))

    return {
      dataDir,
      clock,
      hall,
      store,
      lens,
      newTicketCodes: () => ({ ticket: newId(), publicCode: newPublicCode() }),
      now: clock.now,
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
function keepTime(hall: LiveHall, clock: Clock, lapseOverdue: () => Promise<void>, log: Log): () => void {
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
      await lapseOverdue()
    } catch (error) {
      log.error({ err: error }, 'the timers of the hall failed')
    } finally {
      isPassing = false
    }
  }
  const timer = setInterval(() => void pass(), timerMs)
  return () => clearInterval(timer)
}
