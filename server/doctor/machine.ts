import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { freemem, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { attention, bad, type Finding, good } from './finding.ts'
import type { HubView } from './hub-view.ts'

const nodeAtLeast = 20
const mb = 1024 * 1024
const freeWantedMb = 300
const totalWantedMb = 1_800
/** This program was not written before. */
const firstYear = 2026

export function checkNode(version: string): Finding {
  const major = Number(/^v?(\d+)/.exec(version)?.[1] ?? 0)
  return major >= nodeAtLeast
    ? good('node', `Node.js ${version} sesuai.`, `Node.js ${version} is right.`)
    : bad(
        'node',
        `Node.js ${version} terlalu lama: pasang Node.js ${nodeAtLeast} atau yang lebih baru.`,
        `Node.js ${version} is too old: install Node.js ${nodeAtLeast} or newer.`,
      )
}

/** Memory that programs may still have, and all there is; bytes. */
export interface Memory {
  readonly free: number
  readonly total: number
}

/** The free memory that Linux reckons with, which counts what it would give back. */
export async function readMemory(): Promise<Memory> {
  const table = await readFile('/proc/meminfo', 'utf8').catch(() => '')
  const available = /^MemAvailable:\s+(\d+) kB/m.exec(table)?.[1]
  return { free: available === undefined ? freemem() : Number(available) * 1024, total: totalmem() }
}

export function checkMemory({ free, total }: Memory): Finding {
  const [left, all] = [Math.round(free / mb), Math.round(total / mb)]
  if (left < freeWantedMb)
    return bad(
      'memory',
      `Memori tersisa ${left} MB dari ${all} MB: tutup program lain atau tambah memori.`,
      `${left} MB of ${all} MB of memory are left: close other programs, or add memory.`,
    )
  if (all < totalWantedMb)
    return attention(
      'memory',
      `Komputer ini punya ${all} MB memori: cukup untuk kios, tetapi untuk hub pasang 2 GB.`,
      `This computer has ${all} MB of memory: enough for a kiosk, but give a hub 2 GB.`,
    )
  return good(
    'memory',
    `Memori cukup: tersisa ${left} MB dari ${all} MB.`,
    `Memory is enough: ${left} MB of ${all} MB left.`,
  )
}

/** What `timedatectl` says; null where there is none. */
export interface ClockFacts {
  readonly synchronised: boolean | null
  readonly zone: string
  readonly now: number
}

export async function readClock(): Promise<ClockFacts> {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const told = await promisify(execFile)('timedatectl', ['show', '-p', 'NTPSynchronized'], { timeout: 3_000 }).then(
    ({ stdout }) => /NTPSynchronized=(yes|no)/.exec(stdout)?.[1] ?? null,
    () => null,
  )
  return { synchronised: told === null ? null : told === 'yes', zone, now: Date.now() }
}

export function checkClock({ synchronised, zone, now }: ClockFacts, hub: HubView | null): Finding {
  const at = `${new Date(now).toISOString().slice(0, 16)}Z, ${zone}`
  if (hub?.health.clock === 'jumped')
    return bad(
      'clock',
      `Jam komputer melompat lebih dari 5 menit (${at}): betulkan jamnya, lalu nyalakan ulang hub.`,
      `The computer's clock has jumped by more than 5 minutes (${at}): set it right, then restart the hub.`,
    )
  if (new Date(now).getUTCFullYear() < firstYear)
    return bad(
      'clock',
      `Jam komputer salah (${at}): setel tanggalnya, dan ganti baterai papan induk bila terulang.`,
      `The computer's clock is wrong (${at}): set the date, and change the mainboard's battery if it happens again.`,
    )
  if (synchronised === null)
    return attention(
      'clock',
      `Tidak dapat diketahui apakah jam (${at}) disetel dari jaringan: pasang systemd-timesyncd, atau cocokkan setiap minggu.`,
      `Nobody can tell whether the clock (${at}) is set from the network: install systemd-timesyncd, or compare it every week.`,
    )
  if (!synchronised)
    return attention(
      'clock',
      `Jam (${at}) tidak disetel dari jaringan: jalankan "timedatectl set-ntp true", atau cocokkan setiap minggu.`,
      `The clock (${at}) is not set from the network: run "timedatectl set-ntp true", or compare it every week.`,
    )
  return good('clock', `Jam disetel dari jaringan (${at}).`, `The clock is set from the network (${at}).`)
}
