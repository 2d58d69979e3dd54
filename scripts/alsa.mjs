import { existsSync } from 'node:fs'
import { aptInstall, isRoot } from './system-packages.mjs'

const header = '/usr/include/alsa/asoundlib.h'

/** As root, what the package `speaker` is compiled against; without it the tests prove that its absence is told. */
export async function ensureAlsaHeaders() {
  if (!existsSync(header) && isRoot()) await aptInstall('libasound2-dev')
}
