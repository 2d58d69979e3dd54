import { fileURLToPath } from 'node:url'
import { runHub } from './run.ts'

/** The composition root of the running program; `--demo` is what `npm start` passes. */
const root = fileURLToPath(new URL('../..', import.meta.url))
process.exitCode = await runHub({ environment: process.env, root, demo: process.argv.includes('--demo') })
