#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = new URL('../dist/server/antrean.js', import.meta.url)
const packages = new URL('../node_modules/better-sqlite3/package.json', import.meta.url)

if (existsSync(program) && existsSync(packages)) {
  process.argv[1] = fileURLToPath(program)
  await import(program.href)
} else {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  console.error(`antrean is not built yet: in ${folder} run "npm ci && npm run build"`)
  process.exitCode = 1
}
