import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a visitor to the virtual printer can do to it. */
export interface PrinterSwitches {
  readonly paperLow: boolean
  readonly paperOut: boolean
  readonly coverOpen: boolean
  readonly offline: boolean
  readonly slow: boolean
}

export type SwitchName = keyof PrinterSwitches

const ALL_OFF: PrinterSwitches = { paperLow: false, paperOut: false, coverOpen: false, offline: false, slow: false }
const SWITCHES_FILE = 'switches.json'
const SLIP_FILE = /^(\d+)-(.+)\.png$/

/** A slip on the virtual roll. `png` and `escpos` are file names in the folder. */
export interface KeptSlip {
  readonly n: number
  readonly label: string
  readonly png: string
  readonly escpos: string
  /** Epoch ms of real time. */
  readonly printedAt: number
}

/** The newest slips of a folder, newest first; none when the folder does not exist yet. */
export async function listSlips(folder: string, most = 30): Promise<KeptSlip[]> {
  const slips = (await namesIn(folder))
    .flatMap((name) => {
      const [, n, label] = SLIP_FILE.exec(name) ?? []
      return n === undefined || label === undefined ? [] : [{ n: Number(n), label, png: name }]
    })
    .sort((a, b) => b.n - a.n)
    .slice(0, most)
  return Promise.all(
    slips.map(async (slip) => ({
      ...slip,
      escpos: `${slip.n}-${slip.label}.escpos`,
      printedAt: Math.round((await stat(join(folder, slip.png))).mtimeMs),
    })),
  )
}

/** The highest number ever used in the folder, so that a restart goes on after it; 0 when there is none. */
export async function lastSlipNumber(folder: string): Promise<number> {
  const numbers = (await namesIn(folder)).map((name) => Number(/^(\d+)-.+\.(png|escpos)$/.exec(name)?.[1] ?? 0))
  return numbers.reduce((highest, n) => Math.max(highest, n), 0)
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

/** Whoever lists the folder sees the file whole or not at all. */
export async function writeWhole(folder: string, name: string, content: Uint8Array | string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `.${name}.part`)
  await writeFile(draft, content)
  await rename(draft, join(folder, name))
}

/** A missing or broken file means that every switch is off. */
export async function readSwitches(folder: string): Promise<PrinterSwitches> {
  try {
    const kept: unknown = JSON.parse(await readFile(join(folder, SWITCHES_FILE), 'utf8'))
    if (typeof kept !== 'object' || kept === null) return ALL_OFF
    const on = new Set(Object.entries(kept).flatMap(([name, value]) => (value === true ? [name] : [])))
    return pickSwitches((name) => on.has(name))
  } catch {
    return ALL_OFF
  }
}

export async function writeSwitches(folder: string, switches: PrinterSwitches): Promise<void> {
  await writeWhole(folder, SWITCHES_FILE, `${JSON.stringify(switches, null, 2)}\n`)
}

/** Every switch as `isOn` says, e.g. from the fields of a posted form. */
export function pickSwitches(isOn: (name: SwitchName) => boolean): PrinterSwitches {
  return {
    paperLow: isOn('paperLow'),
    paperOut: isOn('paperOut'),
    coverOpen: isOn('coverOpen'),
    offline: isOn('offline'),
    slow: isOn('slow'),
  }
}
