import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './ensure-built.mjs'
import { root } from './root.mjs'

/** `npm run dev`: the demo hub, restarted when its sources change, and Vite in front of it for the screens. */
process.chdir(root)
if (await ensureBuilt()) await develop()
else process.exitCode = 1

async function develop() {
  const esbuild = await import('esbuild')
  const vite = await import('vite')
  const { copyMigrations, nodeBundle, serverEntries } = await import('./server-bundle.mjs')
  const outdir = join(root, 'dist/server')
  let hub

  const restart = {
    name: 'restart',
    setup(build) {
      build.onEnd(async ({ errors }) => {
        if (errors.length > 0) return
        copyMigrations(outdir)
        await stop()
        hub = spawn(process.execPath, ['--enable-source-maps', join(outdir, 'main.js'), '--demo'], { stdio: 'inherit' })
      })
    },
  }
  const context = await esbuild.context({ ...nodeBundle, entryPoints: serverEntries(), outdir, plugins: [restart] })
  await context.watch()
  const screens = await vite.createServer({ configFile: join(root, 'vite.config.ts') })
  await screens.listen()
  screens.printUrls()

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await Promise.all([context.dispose(), screens.close(), stop()])
      process.exit()
    })
  }

  /** Waits until the hub has let go of its port and its data. */
  function stop() {
    if (!hub || hub.exitCode !== null || hub.signalCode !== null) return
    return new Promise((resolve) => {
      hub.once('exit', resolve)
      hub.kill('SIGTERM')
    })
  }
}
