import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, runNode } from './ensure-built.mjs'
import { root } from './root.mjs'

/** `npm run bench`: bundles the programs of tests/load and runs `bench` on a fresh build of the hub. */
process.exitCode = (await ensureBuilt()) ? await bench() : 1

async function bench() {
  const { build } = await import('esbuild')
  const { nodeBundle } = await import('./server-bundle.mjs')
  const outdir = join(root, 'dist/bench')
  rmSync(outdir, { recursive: true, force: true })
  const programs = readdirSync(join(root, 'tests/load')).filter(
    (name) => /^[^_].*\.ts$/.test(name) && !name.includes('.test.'),
  )
  await build({ ...nodeBundle, entryPoints: programs.map((name) => join(root, 'tests/load', name)), outdir })
  return runNode('dist/bench/bench.js', ...process.argv.slice(2))
}
