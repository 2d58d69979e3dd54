import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { freshness } from './freshness.mjs'
import { ensurePackages } from './packages.mjs'
import { root } from './root.mjs'

const leastNode = 20

/**
 * Packages there and dist up to date, or a sentence on stderr and false. Plain Node until the packages are there.
 * `installCompiler`: as root, a missing compiler is installed from the system's packages.
 */
export async function ensureBuilt({ installCompiler = false } = {}) {
  if (Number.parseInt(process.versions.node, 10) < leastNode) {
    console.error(`Node ${leastNode} or newer is needed; this is ${process.version}`)
    return false
  }
  try {
    await ensurePackages({ installCompiler })
  } catch (error) {
    console.error(error.message)
    return false
  }
  if (freshness('server').isFresh && freshness('screens').isFresh) return true
  console.log('building')
  // In a process of its own, so that the compilers' memory is not the hub's.
  return (await runNode('scripts/build.mjs')) === 0
}

/** Runs a program of the project in this terminal; resolves to its exit code. */
export function runNode(program, ...words) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), ...words], { cwd: root, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
