import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { freshness } from './freshness.mjs'
import { root } from './root.mjs'

/** Where each program of the hub comes from; its name in dist/server is the key. */
const programs = {
  main: 'server/main.ts',
  antrean: 'server/cli/antrean.ts',
  'journal-worker': 'server/store/journal-worker.ts',
  'usb-printer': 'drivers/printers/usb-program.ts',
  'alsa-child': 'drivers/speakers/alsa-child.ts',
}

const migrations = join(root, 'server/store/migrations')

/** How every Node program of ours is bundled: packages stay outside; the target lowers `using`, unknown to Node 20. */
export const nodeBundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
}

export function serverEntries() {
  return Object.fromEntries(Object.entries(programs).filter(([, source]) => existsSync(join(root, source))))
}

export function copyMigrations(outdir) {
  if (existsSync(migrations)) cpSync(migrations, join(outdir, 'migrations'), { recursive: true })
}

/**
 * Bundles the hub's programs into dist/server, with the database's migrations beside them. Each file is put in place
 * by a rename, so that a process which is just starting never reads half a program.
 */
export async function bundleServer() {
  const { isFresh, remember } = freshness('server')
  if (isFresh) return false
  const outdir = join(root, 'dist/server')
  const aside = join(root, `dist/.server-${process.pid}`)
  mkdirSync(outdir, { recursive: true })
  mkdirSync(aside, { recursive: true })
  try {
    await build({ ...nodeBundle, entryPoints: serverEntries(), outdir: aside })
    copyMigrations(outdir)
    for (const name of readdirSync(aside)) renameSync(join(aside, name), join(outdir, name))
    remember()
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return true
}
