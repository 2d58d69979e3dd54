import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './root.mjs'
import { aptInstall, isRoot } from './system-packages.mjs'

/** Plain Node only: this file runs before any package is there. */
const ci = ['ci', '--include=dev', '--no-audit', '--no-fund']
const compiler = ['build-essential', 'python3']

const compilerAdvice = `SQLite could not be compiled; on Debian or Ubuntu: sudo apt-get install -y ${compiler.join(' ')}`

/** Installs the packages of the lockfile when they are missing or differ from it. Throws a sentence for people. */
export async function ensurePackages({ installCompiler }) {
  if (!arePackagesCurrent()) {
    console.log('installing packages (the first time SQLite may be compiled: a few minutes)')
    const startedAt = Date.now()
    await installPackages(installCompiler)
    console.log(`packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s`)
  }
  if (doesSqliteLoad()) return
  console.log('compiling SQLite for this version of Node')
  await npm('rebuild', 'better-sqlite3')
  if (!doesSqliteLoad()) throw new Error(compilerAdvice)
}

async function installPackages(installCompiler) {
  const first = await npm(...ci)
  if (first.code === 0) return
  if (!isCompilerMissing(first.output)) {
    process.stderr.write(first.output)
    throw new Error('the packages could not be installed; npm says why above')
  }
  const isRepaired = installCompiler && isRoot() && (await aptInstall(...compiler)) && (await npm(...ci)).code === 0
  if (!isRepaired) throw new Error(compilerAdvice)
}

/** Compares what npm wrote of the last installation with the lockfile, package by package. */
function arePackagesCurrent() {
  const installed = packagesIn('node_modules/.package-lock.json')
  const wanted = packagesIn('package-lock.json')
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === version : Boolean(optional || devOptional)
  })
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** The one native package that nothing works without. It fails here, in words, rather than later in the hub. */
function doesSqliteLoad() {
  try {
    const Database = createRequire(join(root, 'package.json'))('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

const isCompilerMissing = (output) =>
  /node-gyp|gyp ERR|prebuild-install|not found: make|Could not find any Python/.test(output)

function npm(...words) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
