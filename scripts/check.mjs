import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { fileSizes } from './rules/file-size.mjs'
import { lockfile } from './rules/lockfile.mjs'
import { wording } from './rules/wording.mjs'

const tool = (name) => join(root, 'node_modules/.bin', name)

/** One line a step: what is asked of the tree, and how long the answer took. */
const steps = [
  { name: 'format and lint', run: () => command(tool('biome'), ['ci', '--colors=off', '--error-on-warnings', '.']) },
  { name: 'types', run: () => command(tool('tsc'), ['-p', '.']) },
  { name: 'layers', run: () => command(process.execPath, ['scripts/layers.mjs']) },
  { name: 'dead code', run: () => command(tool('knip'), ['--no-progress']) },
  { name: 'file sizes', run: () => fileSizes(root) },
  { name: 'lockfile', run: () => lockfile(root) },
  { name: 'wording', run: () => wording(root) },
]

/** Runs every step, two at a time; resolves to how many said yes and how many no. */
export async function check() {
  const waiting = [...steps]
  let passed = 0
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (await isFine(step)) passed += 1
  }
  await Promise.all([work(), work()])
  return { passed, failed: steps.length - passed }
}

async function isFine({ name, run }) {
  const startedAt = performance.now()
  const complaints = await run()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${complaints.length > 0 ? 'no ' : 'yes'}  ${name} (${seconds} s)`)
  for (const complaint of complaints) console.log(complaint)
  return complaints.length === 0
}

/** What a command had to say when it failed; nothing when it did not. */
function command(program, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? [] : [output.trim() || `exit code ${code}`]))
  })
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { failed } = await check()
  if (failed > 0) process.exitCode = 1
}
