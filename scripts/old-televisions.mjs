import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import legacy from '@vitejs/plugin-legacy'
import react from '@vitejs/plugin-react'
import { build as bundle } from 'esbuild'
import { build } from 'vite'
import { root } from './root.mjs'

/** Televisions of 2016 to 2018 stopped at Chromium 63 or before it: what they read is ES2017, which Chromium 58 was the first to have whole. */
const oldest = 'chrome >= 58'

/** The pages of the displays in dist/screens, and what each is made of for old televisions. */
const pages = {
  'display-ui/index.html': 'display-ui/old/hall.ts',
  'display-ui/booth.html': 'display-ui/old/booth.ts',
  'display-ui/device.html': 'display-ui/old/device.ts',
}

/**
 * Builds the pages of the displays a second time, for old televisions, and lets a small script choose between the two
 * builds. Modern browsers load what they loaded before.
 */
export async function addOldTelevisions(outDir) {
  const [chunks, start] = await Promise.all([buildOld(outDir), bundleStart(outDir)])
  const polyfills = chunks.find(({ fileName }) => fileName.includes('polyfills-legacy'))?.fileName
  for (const [page, source] of Object.entries(pages)) {
    const entry = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId === join(root, source))
    if (!polyfills || !entry) throw new Error(`there is no build of ${page} for old televisions`)
    choose(join(outDir, page), { start, polyfills, old: entry.fileName })
  }
}

async function buildOld(outDir) {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), oldGaps, legacy({ targets: oldest, renderModernChunks: false })],
    build: {
      outDir,
      emptyOutDir: false,
      cssTarget: 'chrome61',
      reportCompressedSize: false,
      rolldownOptions: { input: Object.values(pages).map((page) => join(root, page)) },
    },
  })
  return [built].flat().flatMap(({ output }) => output.filter(({ type }) => type === 'chunk'))
}

/** Before Chromium 66 a grid knew its gaps by their first name only. */
const oldGaps = {
  name: 'old-gaps',
  enforce: 'pre',
  transform: (code, id) =>
    /\.css($|\?)/.test(id)
      ? code.replace(/(^|[\s;{])((?:row-|column-)?gap): *([^;}]+)/g, '$1grid-$2: $3; $2: $3')
      : null,
}

async function bundleStart(outDir) {
  const { outputFiles } = await bundle({
    entryPoints: [join(root, 'display-ui/old/start.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2017',
  })
  const [{ text }] = outputFiles
  const name = `assets/start-${createHash('sha256').update(text).digest('base64url').slice(0, 8)}.js`
  writeFileSync(join(outDir, name), text)
  return name
}

/** The page's own script gives way to the one that chooses, at the foot of the page. */
function choose(file, { start, polyfills, old }) {
  const own = /<script type="module"[^>]* src="([^"]+)"><\/script>/
  const html = readFileSync(file, 'utf8')
  const [, modern] = own.exec(html) ?? []
  if (!modern) throw new Error(`${file} has no script of its own`)
  const chooser = `<script src="/${start}" data-modern="${modern}" data-polyfills="/${polyfills}" data-old="/${old}"></script>`
  writeFileSync(file, html.replace(own, '').replace('</body>', `${chooser}</body>`))
}
