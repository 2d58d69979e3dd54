import { startHub } from './_hub.ts'
import { openLive } from '../ui-kit/live.ts'
const env = { PORT: '39471', ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' }
let hub = await startHub({ env })
const { dataDir, url } = hub
const d = openLive<any>({ view: 'display', zone: 'A' }, { url, reload: () => undefined })
const until = async (f: () => boolean, ms = 15000) => { const t = Date.now(); while (!f()) { if (Date.now() - t > ms) throw new Error('stuck'); await new Promise((r) => setTimeout(r, 20)) } }
try {
  await until(() => d.state().link === 'connected')
  for (let i = 0; i < 25; i++) {
    await hub.kill()
    await until(() => d.state().link === 'lost')
    console.error('=== KILLED', i)
    hub = await startHub({ dataDir, env })
    console.error('=== UP', i)
    await until(() => d.state().link === 'connected')
    console.error('=== CONNECTED', i)
  }
} catch (e) { console.error('STUCK', JSON.stringify({ ...d.state(), snapshot: 0 }), (await hub.http.get('/healthz')).text) }
d.close(); await hub.stop(); process.exit(0)
