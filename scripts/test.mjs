import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureAlsaHeaders } from './alsa.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureBuilt, runNode } from './ensure-built.mjs'
import { root } from './root.mjs'

/** `npm test`: installs what is missing, builds, checks, and runs every test. The last line is the verdict. */
process.chdir(root)
const total = { passed: 0, failed: 0 }

await ensureAlsaHeaders()
if (await ensureBuilt({ installCompiler: true })) {
  const { check } = await import('./check.mjs')
  count(await check())
  count(await jest('unit'))
  if (await ensureChromium()) count(await jest('journeys'))
  else total.failed += 1
} else total.failed += 1

console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

/** Runs one of the projects of jest.config.mjs. A file that could not run, or a run without a report, is a failure. */
async function jest(project, ...words) {
  const report = join(root, `dist/test-${project}.json`)
  rmSync(report, { force: true })
  const code = await runNode(
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    project,
    ...words,
    // A test that failed may have left a socket open; the verdict does not wait for it.
    '--forceExit',
    '--json',
    '--outputFile',
    report,
  )
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function count({ passed, failed }) {
  total.passed += passed
  total.failed += failed
}
