import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { freshness, screenFolders } from './freshness.mjs'
import { addOldTelevisions } from './old-televisions.mjs'
import { root } from './root.mjs'
import { bundleServer } from './server-bundle.mjs'

/** Builds what is stale: the hub's programs by esbuild, the screens by Vite. */
const startedAt = performance.now()
const built = []

if (await bundleServer()) built.push('server')
if (await buildScreens()) built.push('screens')

const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
console.log(built.length > 0 ? `built ${built.join(' and ')} in ${seconds} s` : 'everything is built')

async function buildScreens() {
  const { isFresh, remember } = freshness('screens')
  if (isFresh || !screenFolders.some(hasPage)) return false
  const { build } = await import('vite')
  const outDir = join(root, 'dist/screens')
  const aside = join(root, `dist/.screens-${process.pid}`)
  try {
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: aside } })
    await addOldTelevisions(aside)
    rmSync(outDir, { recursive: true, force: true })
    renameSync(aside, outDir)
    remember()
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return true
}

function hasPage(folder) {
  return existsSync(join(root, folder)) && readdirSync(join(root, folder)).some((name) => name.endsWith('.html'))
}
