import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Printer } from '../drivers/printers/printer.ts'
import { openNetworkPrinter } from '../drivers/printers/network-printer.ts'
import { openVirtualPrinter } from '../drivers/printers/virtual-printer.ts'
import { type BrowserAnnouncement, type BrowserSpeaker, openBrowserSpeaker } from '../drivers/speakers/browser-speaker.ts'
import type { Speaker } from '../drivers/speakers/speaker.ts'
import { openVirtualSpeaker } from '../drivers/speakers/virtual-speaker.ts'
import type { Voice } from '../drivers/voices/voice.ts'
import { announceCalls, followSpeech, isStillCalled } from './announcing/announce-calls.ts'
import { createAnnouncementMaker } from './announcing/announcement.ts'
import { createArbiter } from './announcing/arbiter.ts'
import type { Clock } from './clock.ts'
import { createClosing } from './closing.ts'
import type { Refusal } from './contract/refusals.ts'
import type { PrinterPlan, SitePackage } from './contract/site.ts'
import { openHall } from './hall.ts'
import { createEstimator } from './insight/estimate.ts'
import { defaultPaper, type Paper } from './printing/encode-slip.ts'
import { printIssued, settlePrint } from './printing/print-issued.ts'
import { openSpooler } from './printing/spooler.ts'
import type { Lens } from './readings/reading.ts'
import { admission } from './site/admission.ts'
import { openStore } from './store/store.ts'

/** Where the parts of the program lie, and where one hall keeps what is its own. */
export interface BuildingOptions {
  readonly dataDir: string
  readonly clock: Clock
  /** Loaded when the journal has no building yet, or another one. */
  readonly site: SitePackage
  readonly voice: Voice
  readonly publicUrl: () => string
  readonly rules: () => 'demo' | 'full'
  /** True for a simulated hall: it must not reach for the printers of the real one. */
  readonly isRehearsal?: boolean
  readonly files: { worker: string; migrations: string }
  readonly log: { error(data: object, sentence: string): void; warn(data: object, sentence: string): void }
  /** The displays whose browsers lend their loudspeaker. */
  readonly browsers: { listeners(zone: string): number; tell(message: BrowserAnnouncement): void }
}

const timerMs = 250
/** A rehearsed day speaks hundreds of announcements of 400 kB each. */
const rehearsalSounds = 20
const spoolKeptMs = 8 * 24 * 3_600_000
const hub = { role: 'hub', id: 'hub' } as const
const codeAlphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/** R2.4: 60 bits, without letters that look alike, so that it can be typed from paper. */
function newPublicCode(): string {
  let code = ''
  while (code.length < 13) for (const byte of randomBytes(24)) if (byte < 248 && code.length < 13) code += codeAlphabet[byte % 31]
  return code
}

/** One hall with everything that belongs to it: journal, clock, printers, loudspeakers. Closes in reverse order. */
export async function openBuilding(options: BuildingOptions) {
  const { dataDir, clock, site, voice, log } = options
  const stack = createClosing()
  try {
    const store = stack.use(
      await openStore({ file: join(dataDir, 'antrean.sqlite'), migrationsFolder: options.files.migrations, site: site.site.code, workerFile: options.files.worker }),
    )
    const hall = await openHall({ journal: store.journal, now: clock.now, newId: uuidv7, log })
    stack.defer(() => hall.settled())
    const known = hall.told.catalogue?.site
    if (!known || known.site.code !== site.site.code) {
      await hall.execute({ command: { verb: 'configure', site }, actor: hub, device: null, key: null, fingerprint: '' })
    }
    await hall.passTime()

    const forecast = createEstimator()
    const lens = (): Lens => ({
      hall: hall.told,
      now: clock.now(),
      forecast,
      admission: (service, now): Refusal | null =>
        options.rules() === 'full' && hall.told.catalogue ? admission(hall.told.catalogue, service, now) : null,
      publicUrl: options.publicUrl(),
    })

    const catalogue = hall.told.catalogue
    const kiosks = catalogue?.site.kiosks ?? []
    const printers = kiosks.map((kiosk) => stack.use(openPrinter(options.isRehearsal ? { ...kiosk, printer: undefined } : kiosk, dataDir, clock.now)))
    const spooler = stack.use(
      await openSpooler({
        store: store.spool,
        printers,
        now: clock.now,
        onResult: (result) => settlePrint(hall, result),
        onTrouble: (error, job) => log.error({ err: error, job: job.id }, 'a print job could not be kept'),
      }),
    )
    const printing = printIssued(spooler, { hall, lens, log, paperOf: (kiosk) => paperOf(options.isRehearsal ? undefined : catalogue?.kiosks.get(kiosk)?.printer) })
    stack.defer(printing.stop)

    const speakers = new Map<string, readonly Speaker[]>()
    const browsers: BrowserSpeaker[] = []
    for (const zone of catalogue?.zones.keys() ?? []) {
      const virtual = stack.use(await openVirtualSpeaker({ folder: join(dataDir, 'virtual', 'speakers'), zone, clock, ...(options.isRehearsal ? { keepFiles: rehearsalSounds } : {}) }))
      const browser = stack.use(
        openBrowserSpeaker({ zone, clock, newId: uuidv7, listeners: () => (clock.speed === 1 ? options.browsers.listeners(zone) : 0), tell: options.browsers.tell }),
      )
      browsers.push(browser)
      speakers.set(zone, [virtual, browser])
    }
    const spoken = followSpeech(hall)
    const { numberReading, counterNaming } = (catalogue?.site ?? site).site
    const arbiter = stack.use(
      createArbiter({
        make: createAnnouncementMaker(voice, { reading: numberReading, counterNaming }),
        speakers: (zone) => (speakers.get(zone) ?? []).filter((speaker) => speaker.state().ready || !browsers.includes(speaker as BrowserSpeaker)),
        clock,
        isStillCalled: (call) => isStillCalled(hall, call),
        announcements: store.announcements,
        onFate: spoken.settle,
        warn: (details, sentence) => log.warn(details, sentence),
      }),
    )
    stack.defer(await announceCalls(arbiter, hall))

    stack.defer(
      hall.subscribe((events) => {
        if (events.some(({ type }) => type === 'day-opened')) void store.spool.prune(clock.now() - spoolKeptMs).catch((err) => log.error({ err }, 'old print jobs could not be removed'))
      }),
    )
    let isPassing = false
    let wasTrusted = true
    const timer = setInterval(async () => {
      if (isPassing) return
      isPassing = true
      try {
        const isTrusted = clock.isTrusted()
        if (!isTrusted && wasTrusted) log.error({}, 'the clock of this computer jumped by more than five minutes; the service day stays open')
        wasTrusted = isTrusted
        await hall.passTime(isTrusted)
        await printing.lapseOverdue()
      } catch (error) {
        log.error({ err: error }, 'the timers of the hall failed')
      } finally {
        isPassing = false
      }
    }, timerMs)
    stack.defer(() => clearInterval(timer))

    return {
      dataDir,
      clock,
      hall,
      store,
      lens,
      arbiter,
      newTicketCodes: () => ({ ticket: uuidv7(), publicCode: newPublicCode() }),
      now: clock.now,
      printerFolder: (kiosk: string) => printerFolder(dataDir, kiosk),
      spoken: spoken.stateOf,
      onSpoken: spoken.tellWhenSettled,
      sound: (id: string) => browsers.map((browser) => browser.wav(id)).find((wav) => wav !== undefined),
      [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
    }
  } catch (error) {
    await stack[Symbol.asyncDispose]()
    throw error
  }
}
export type Building = Awaited<ReturnType<typeof openBuilding>>

function openPrinter({ code, printer }: { code: string; printer?: PrinterPlan | undefined }, dataDir: string, now: () => number): Printer {
  if (!printer) return openVirtualPrinter({ name: code, folder: printerFolder(dataDir, code), widthDots: 576, now })
  const { host, port, answers } = printer
  return openNetworkPrinter({ name: code, host, port, now, asksStatus: answers })
}

/** How slips for a kiosk's printer are laid out. */
function paperOf(printer: PrinterPlan | undefined): Paper {
  if (!printer) return defaultPaper
  const { widthDots, mode } = printer
  return { ...defaultPaper, widthDots, mode, qr: mode === 'text' ? 'native' : 'raster' }
}

const printerFolder = (dataDir: string, kiosk: string) => join(dataDir, 'virtual', 'printers', kiosk)
