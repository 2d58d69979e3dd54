import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './ensure-built.mjs'
import { root } from './root.mjs'

/** `npm start`: installs what is missing, builds what is stale, and opens the hub in demo mode. Never asks. */
process.chdir(root)
if (await ensureBuilt()) {
  // The hub runs in this very process: signals, exit code and terminal are its own.
  const hub = join(root, 'dist/server/main.js')
  process.argv = [process.argv[0], hub, '--demo', ...process.argv.slice(2)]
  await import(pathToFileURL(hub).href)
} else process.exitCode = 1
