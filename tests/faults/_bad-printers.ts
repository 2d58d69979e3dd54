import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { SitePackage } from '../../server/contract/site.ts'
import { type Fault, states } from '../drivers/printers/_fake-printer.ts'
import { type LoopbackPrinter, openLoopback } from '../drivers/printers/_loopback.ts'
import { seeded } from '../drivers/printers/_suite.ts'
import { readTextSlip } from './_slips-read.ts'

type Random = () => number

/** How often, of a hundred slips, a printer is so; it is well for the rest. */
export interface Temper {
  readonly blocked: number
  readonly cut: number
  readonly endsPaper: number
  readonly slow: number
  readonly wrong: number
  readonly silent: number
  /** The connection is refused for a moment. */
  readonly away: number
  /** These two cost the driver's whole patience, 8 and 10 s. */
  readonly noProof: number
  readonly stall: number
}

export const quickTemper: Temper = {
  blocked: 12,
  cut: 8,
  endsPaper: 4,
  slow: 5,
  wrong: 4,
  silent: 3,
  away: 3,
  noProof: 0,
  stall: 0,
}
export const fullTemper: Temper = { ...quickTemper, noProof: 1, stall: 1 }

/** Printers on loopback that misbehave by seed. */
export async function openBadPrinters(count: number, seed: number, temper: Temper) {
  const printers: LoopbackPrinter[] = []
  for (let index = 0; index < count; index++) {
    const printer = await openLoopback()
    const random = seeded(seed * 1000 + index)
    printer.device.choose = () => chooseMood(printer, random, temper)
    printers.push(printer)
  }
  return {
    ports: printers.map(({ port }) => port),
    /** Every slip that any of them received, whole or not. */
    slips: () => printers.flatMap(({ device }) => device.slips().map(readTextSlip)),
    [Symbol.asyncDispose]: async () => {
      for (const printer of printers) {
        printer.device.choose = null
        await printer[Symbol.asyncDispose]()
      }
    },
  }
}

function chooseMood(printer: LoopbackPrinter, random: Random, temper: Temper): void {
  const { device } = printer
  device.fault = { kind: 'none' }
  device.answers = states.ready
  device.endAnswer = 0
  const after = 12 + Math.floor(random() * 650)
  const faults: Record<keyof Temper, () => Fault | null> = {
    blocked: () => {
      const all = [states['paper-out'], states['cover-open'], states['cutter-error'], states.error, states.offline]
      device.answers = all[Math.floor(random() * all.length)] ?? states.ready
      return null
    },
    cut: () => ({ kind: 'cut', after }),
    endsPaper: () => {
      device.endAnswer = 0x0c
      return null
    },
    slow: () => ({ kind: 'slow', pauseMs: 20 + Math.floor(random() * 200) }),
    wrong: () => ({ kind: 'wrong-answers', bytes: [0, 1, 2, 3].map(() => Math.floor(random() * 256)) }),
    silent: () => ({ kind: 'silent' }),
    away: () => {
      void printer
        .goOffline()
        .then(() => delay(50 + random() * 300))
        .then(printer.comeBack)
      return null
    },
    noProof: () => ({ kind: 'no-proof' }),
    stall: () => ({ kind: 'stall', after }),
  }
  let drawn = random() * 100
  for (const [name, share] of Object.entries(temper) as [keyof Temper, number][]) {
    drawn -= share
    if (drawn < 0) {
      device.fault = faults[name]() ?? device.fault
      return
    }
  }
}

/** The demonstration building with so many kiosks, every other of which names the one after it as its stand-in. */
export function siteWith(ports: readonly number[]): SitePackage {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const [pattern] = site.kiosks
  if (!pattern) throw new Error('the building has no kiosk')
  const kiosks = ports.map((port, index): SitePackage['kiosks'][number] => ({
    ...pattern,
    code: `K${index + 1}`,
    name: { id: `Kios ${index + 1}`, en: `Kiosk ${index + 1}` },
    printer: {
      kind: 'network',
      host: '127.0.0.1',
      port,
      widthDots: 576,
      mode: 'text',
      answers: true,
      cut: 'partial',
    },
    ...(index % 2 === 0 && index + 1 < ports.length ? { nextPrinter: `K${index + 2}` } : {}),
  }))
  return { ...site, kiosks }
}
