import { join } from 'node:path'
import { lanAddress } from '../start-up.ts'
import { checkDisk, readFolder } from './disk.ts'
import type { Finding } from './finding.ts'
import { lookAtHub } from './hub-view.ts'
import { checkClock, checkMemory, checkNode, readClock, readMemory } from './machine.ts'
import { checkNetwork } from './network.ts'
import { checkPrinters } from './printers.ts'
import { checkScreens } from './screens.ts'
import { checkLoudspeakers, checkVoice } from './sound.ts'

export interface DoctorOptions {
  readonly dataDir: string
  /** The folder of the program. */
  readonly root: string
  /** Where a hub should answer; null = where the data folder says. */
  readonly hubAddress: string | null
  readonly port: number
  readonly publicUrl: string | null
  readonly isPrinting: boolean
}

/** Tries everything that the hall stands on, and changes nothing. Never rejects for what it finds. */
export async function examine(options: DoctorOptions): Promise<readonly Finding[]> {
  const { dataDir, root, port, publicUrl, isPrinting } = options
  const programs = join(root, 'dist/server')
  const hub = await lookAtHub(dataDir, options.hubAddress)
  const { site, finding: journal } = await readFolder({ dataDir, root }, hub)
  return [
    checkNode(process.version),
    checkMemory(await readMemory()),
    checkClock(await readClock(), hub),
    ...(await checkDisk(dataDir)),
    journal,
    ...(await checkNetwork({ lanAddress: lanAddress(), port, publicUrl }, hub)),
    ...checkScreens(hub),
    ...(await checkPrinters(site, hub, { programs, isPrinting })),
    ...(await checkLoudspeakers(site, hub, programs)),
    ...(await checkVoice(hub, root)),
  ]
}
