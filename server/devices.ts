import { join } from 'node:path'
import { openNetworkPrinter } from '../drivers/printers/network-printer.ts'
import type { Printer } from '../drivers/printers/printer.ts'
import { openVirtualPrinter } from '../drivers/printers/virtual-printer.ts'
import { type BrowserAnnouncement, openBrowserSpeaker } from '../drivers/speakers/browser-speaker.ts'
import type { Speaker } from '../drivers/speakers/speaker.ts'
import { openVirtualSpeaker, type VirtualSpeaker } from '../drivers/speakers/virtual-speaker.ts'
import type { Clock } from './clock.ts'
import type { Closing } from './closing.ts'
import type { PrinterPlan, SitePackage } from './contract/site.ts'
import { isSame } from './contract/site-change.ts'
import { defaultPaper, type Paper } from './printing/encode-slip.ts'

/** Where a building's devices are, and whose time they keep. */
export interface DevicePorts {
  /** The building as it is now. */
  readonly site: () => SitePackage
  readonly dataDir: string
  readonly clock: Clock
  /** True for a simulated hall: it must not reach for the devices of the real one. */
  readonly isRehearsal: boolean
  readonly closing: Closing
  readonly newId: () => string
}

/** The displays whose browsers lend their loudspeaker. */
export interface Browsers {
  listeners(zone: string): number
  tell(message: BrowserAnnouncement): void
  /** Whether the screen of a counter is connected. */
  isAtCounter(counter: number): boolean
}

/** A rehearsed day speaks hundreds of announcements of 400 kB each. */
const rehearsalSounds = 20

export const printerFolder = (dataDir: string, kiosk: string) => join(dataDir, 'virtual', 'printers', kiosk)

/**
 * One printer a kiosk, by the kiosk's code: the network printer of the site package, else a virtual one. A changed building
 * is followed at the next slip; the spool sends a printer one slip at a time, so the old one is idle then.
 */
export function openPrinters({ site, dataDir, clock, isRehearsal, closing }: DevicePorts) {
  const opened = new Map<string, { plan: PrinterPlan | undefined; printer: Printer }>()
  const planOf = (kiosk: string): PrinterPlan | undefined =>
    isRehearsal ? undefined : site().kiosks.find(({ code }) => code === kiosk)?.printer

  const open = (name: string, plan: PrinterPlan | undefined): Printer => {
    if (!plan) return openVirtualPrinter({ name, folder: printerFolder(dataDir, name), widthDots: 576, now: clock.now })
    return openNetworkPrinter({ name, host: plan.host, port: plan.port, now: clock.now, asksStatus: plan.answers })
  }
  const retire = (name: string) => {
    const old = opened.get(name)?.printer
    opened.delete(name)
    // A printer that cannot be closed well is of no use to anybody any more.
    void old?.[Symbol.asyncDispose]().then(undefined, () => undefined)
  }
  const printerOf = (kiosk: string): Printer | undefined => {
    const isThere = site().kiosks.some(({ code }) => code === kiosk)
    const plan = planOf(kiosk)
    const known = opened.get(kiosk)
    if (known && isThere && isSame(known.plan, plan)) return known.printer
    retire(kiosk)
    if (!isThere) return undefined
    const printer = open(kiosk, plan)
    opened.set(kiosk, { plan, printer })
    return printer
  }
  closing.defer(() => Promise.all([...opened.values()].map(({ printer }) => printer[Symbol.asyncDispose]())))
  return { printerOf, paperOf: (kiosk: string): Paper => paperOf(planOf(kiosk)) }
}

function paperOf(plan: PrinterPlan | undefined): Paper {
  if (!plan) return defaultPaper
  const { widthDots, mode } = plan
  return { ...defaultPaper, widthDots, mode, qr: mode === 'text' ? 'native' : 'raster' }
}

/**
 * Two loudspeakers a zone, which play together: the virtual one, and the browsers of its displays while any listens.
 * `follow` opens those of zones that are new to the building.
 */
export async function openLoudspeakers(
  { site, dataDir, clock, isRehearsal, closing, newId }: DevicePorts,
  browsers: Browsers,
) {
  const folder = join(dataDir, 'virtual', 'speakers')
  const keep = isRehearsal ? { keepFiles: rehearsalSounds } : {}
  const zones = new Map<string, { virtual: VirtualSpeaker; browser: ReturnType<typeof openBrowserSpeaker> }>()
  const open = async (zone: string): Promise<void> => {
    const virtual = closing.use(await openVirtualSpeaker({ folder, zone, clock, ...keep }))
    // A browser speaks in real time only; under a faster clock its sentences would pile up.
    const listeners = () => (clock.speed === 1 ? browsers.listeners(zone) : 0)
    const browser = closing.use(openBrowserSpeaker({ zone, clock, newId, listeners, tell: browsers.tell }))
    zones.set(zone, { virtual, browser })
  }
  let opening = Promise.resolve()
  /** Resolves when every zone of the building has its loudspeakers. */
  const follow = (): Promise<void> => {
    const next = opening.then(async () => {
      for (const { code } of site().zones) if (!zones.has(code)) await open(code)
    })
    opening = next.catch(() => undefined)
    return next
  }
  await follow()
  return {
    follow,
    ofZone: (zone: string): readonly Speaker[] => {
      const pair = zones.get(zone)
      if (!pair) return []
      return pair.browser.state().ready ? [pair.virtual, pair.browser] : [pair.virtual]
    },
    /** Whether the zone's log ends with this call: it was spoken, and a stop of the hub came before that was recorded. */
    hasSaid: async (call: { zone: string; at: number; label: string; call: number }): Promise<boolean> =>
      (await zones.get(call.zone)?.virtual.hasSaid(call)) ?? false,
    /** The sound of a browser's announcement, while it is kept. */
    sound: (id: string): Buffer | undefined => {
      for (const { browser } of zones.values()) {
        const wav = browser.wav(id)
        if (wav) return wav
      }
      return undefined
    },
  }
}
