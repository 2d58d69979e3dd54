import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** The screens, one folder a user, and what they share. */
export const screenFolders = [
  'start-ui',
  'kiosk-ui',
  'display-ui',
  'counter-ui',
  'supervisor-ui',
  'desk-ui',
  'visitor-ui',
  'record-ui',
  'ui-kit',
]

/** What each part of dist is made of, as files or folders. A folder that does not exist adds nothing. */
const parts = {
  server: ['server', 'drivers', 'scripts/server-bundle.mjs', 'package-lock.json'],
  screens: [...screenFolders, 'server/contract', 'vite.config.ts', 'scripts/old-televisions.mjs', 'package-lock.json'],
}

/**
 * Was this part of dist built from exactly the sources that are here now? Contents are compared, not times.
 * `remember` is called after a build and keeps the sources as they were when it began.
 */
export function freshness(part) {
  const folder = join(root, 'dist', part)
  const now = fingerprint(parts[part])
  return {
    isFresh: read(join(folder, '.sources')) === now,
    remember() {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, '.sources'), now)
    },
  }
}

function fingerprint(sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(source)) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

/** Every file under a file or folder of the project, in one order everywhere. */
function filesUnder(source) {
  try {
    return readdirSync(join(root, source), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${source}/${entry.name}`) : [`${source}/${entry.name}`]))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [source]
    if (error.code === 'ENOENT') return []
    throw error
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
