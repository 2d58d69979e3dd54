import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, open, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { SitePackage } from '../contract/site.ts'
import { type Folder, openFolder } from '../maintenance.ts'
import { attention, bad, type Finding, good } from './finding.ts'
import type { HubView } from './hub-view.ts'

const gb = 1024 ** 3
const flushes = 15
/** Every number waits for one flush, ms. */
const slowMs = 30
const tooSlowMs = 250

const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)))

/** Room on the disk, and how long it takes until written bytes are safe. The file that tries it is taken away. */
export async function checkDisk(dataDir: string): Promise<Finding[]> {
  const folder = nearest(dataDir)
  try {
    const { bavail, bsize } = await statfs(folder)
    return [checkRoom(folder, bavail * bsize), checkFlush(folder, await flushMs(folder))]
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return [
      bad(
        'disk',
        `Folder data ${folder} tidak dapat ditulis (${why}): beri izin kepada pengguna yang menjalankan hub.`,
        `The data folder ${folder} cannot be written (${why}): give the user that runs the hub the right to.`,
      ),
    ]
  }
}

export function checkRoom(folder: string, bytes: number): Finding {
  const left = (bytes / gb).toFixed(1)
  if (bytes < gb)
    return bad(
      'disk-room',
      `Sisa ruang di ${folder} hanya ${left} GB: hapus cadangan lama atau pasang penyimpanan yang lebih besar.`,
      `Only ${left} GB are left at ${folder}: remove old backups, or fit a larger disk.`,
    )
  if (bytes < 5 * gb)
    return attention(
      'disk-room',
      `Sisa ruang di ${folder} ${left} GB: pindahkan cadangan lama sebelum penuh.`,
      `${left} GB are left at ${folder}: move old backups away before it is full.`,
    )
  return good('disk-room', `Ruang penyimpanan cukup: sisa ${left} GB.`, `There is room on the disk: ${left} GB left.`)
}

export function checkFlush(folder: string, ms: number): Finding {
  const took = ms < 10 ? ms.toFixed(1) : String(Math.round(ms))
  if (ms > tooSlowMs)
    return bad(
      'disk-speed',
      `Menyimpan ke ${folder} butuh ${took} ms, pengunjung akan menunggu: pindahkan folder data ke SSD, bukan kartu memori atau folder jaringan.`,
      `Keeping a number at ${folder} takes ${took} ms, visitors will wait: move the data folder to an SSD, not a memory card or a network folder.`,
    )
  if (ms > slowMs)
    return attention(
      'disk-speed',
      `Menyimpan ke ${folder} butuh ${took} ms: cukup, tetapi SSD akan lebih lancar.`,
      `Keeping a number at ${folder} takes ${took} ms: enough, though an SSD would be smoother.`,
    )
  return good('disk-speed', `Penyimpanan cepat: ${took} ms setiap nomor.`, `The disk is fast: ${took} ms a number.`)
}

/** The median of some small writes with their flush, ms. */
async function flushMs(folder: string): Promise<number> {
  const trial = await mkdtemp(join(folder, '.antrean-doctor-'))
  try {
    const file = await open(join(trial, 'write'), 'w')
    const page = Buffer.alloc(4096, 1)
    const times: number[] = []
    try {
      for (let write = 0; write < flushes; write++) {
        const begun = performance.now()
        await file.write(page)
        await file.sync()
        times.push(performance.now() - begun)
      }
    } finally {
      await file.close()
    }
    return times.sort((a, b) => a - b)[Math.floor(flushes / 2)] ?? 0
  } finally {
    await rm(trial, { recursive: true, force: true })
  }
}

export interface FolderReading {
  readonly site: SitePackage | null
  readonly finding: Finding
}

/** The journal's chain and the building in it. Of a stopped hub's folder a copy is read, so that nothing of it changes. */
export async function readFolder({ dataDir, root }: Folder, hub: HubView | null): Promise<FolderReading> {
  if (hub) {
    const { seq, site } = hub.health
    const finding = good(
      'journal',
      `Hub menyimpan jurnal gedung ${site} sampai kejadian ${seq}.`,
      `The hub keeps the journal of ${site}, up to event ${seq}.`,
    )
    return { site: null, finding }
  }
  if (!existsSync(join(dataDir, 'antrean.sqlite'))) {
    const finding = attention(
      'journal',
      `Belum ada gedung di ${dataDir}: masukkan dengan "antrean import <berkas> --data ${dataDir}", atau sebut folder lain dengan --data.`,
      `There is no building in ${dataDir} yet: bring one in with "antrean import <file> --data ${dataDir}", or name another folder with --data.`,
    )
    return { site: null, finding }
  }
  const copy = await mkdtemp(join(tmpdir(), 'antrean-doctor-'))
  try {
    for (const name of ['antrean.sqlite', 'antrean.sqlite-wal'])
      if (existsSync(join(dataDir, name))) await copyFile(join(dataDir, name), join(copy, name))
    await using opened = await openFolder({ dataDir: copy, root }, '')
    const { events, brokenAt } = await opened.store.journal.verify()
    const site = opened.hall.told.catalogue?.site ?? null
    return { site, finding: checkChain(events, brokenAt) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const finding = bad(
      'journal',
      `Jurnal di ${dataDir} tidak dapat dibaca (${why}): pulihkan cadangan terakhir.`,
      `The journal in ${dataDir} cannot be read (${why}): restore the last backup.`,
    )
    return { site: null, finding }
  } finally {
    await rm(copy, { recursive: true, force: true })
  }
}

export const checkChain = (events: number, brokenAt: number | null): Finding =>
  brokenAt === null
    ? good('journal', `Jurnal utuh: ${events} kejadian.`, `The journal is whole: ${events} events.`)
    : bad(
        'journal',
        `Jurnal rusak pada kejadian ${brokenAt}: simpan folder data ini apa adanya dan pulihkan cadangan terakhir.`,
        `The journal is broken at event ${brokenAt}: keep this data folder as it is and restore the last backup.`,
      )
