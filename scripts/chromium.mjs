import { existsSync } from 'node:fs'
import { aptInstall, isRoot } from './system-packages.mjs'

/** Where Debian puts its Chromium; the journeys of the tests open it there. */
const chromium = '/usr/bin/chromium'

/** Chromium from the system's packages when we may install it; otherwise a line that says what to install. */
export async function ensureChromium() {
  if (existsSync(chromium)) return true
  if (isRoot() && (await aptInstall('chromium')) && existsSync(chromium)) return true
  console.error(`the journeys need ${chromium}; on Debian: sudo apt-get install -y chromium`)
  return false
}
