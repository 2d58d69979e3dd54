import { createEstimator } from '../../../server/insight/estimate.ts'
import { readPaser, ruledHall, morning, minuteMs } from './_hall.ts'
import { listServices } from '../../../server/readings/services.ts'
test('bench', () => {
  const site = readPaser()
  const { hall, issue, open, callNext, act } = ruledHall(site)
  for (const c of site.counters) open(c.number)
  const codes = site.services.map((s) => s.code)
  for (let i = 0; i < 560; i++) issue(codes[(i * 37) % codes.length] as string, morning + i * 1000, i % 14 === 0)
  const busy: string[] = []
  for (const c of site.counters) { try { const t = callNext(c.number, morning + 600_000); act({ verb: 'start', ticket: t }, morning + 660_000); busy.push(t) } catch { /* */ } }
  const now = morning + 15 * minuteMs
  const out: string[] = []
  for (let k = 0; k < 8; k++) {
    const forecast = createEstimator()
    let t0 = performance.now()
    const lens = { hall, now, forecast, admission: () => null, publicUrl: '' }
    for (const s of codes) forecast(hall, { service: s, priority: false }, now)
    const cold = performance.now() - t0
    t0 = performance.now()
    listServices(lens)
    const warm = performance.now() - t0
    t0 = performance.now()
    const other = createEstimator()
    listServices({ ...lens, forecast: other })
    const coldList = performance.now() - t0
    issue('DUKC-01', now)
    t0 = performance.now()
    for (const s of codes) forecast(hall, { service: s, priority: false }, now)
    const after = performance.now() - t0
    out.push(`cold ${cold.toFixed(1)} coldList ${coldList.toFixed(1)} warmList ${warm.toFixed(1)} afterEvent ${after.toFixed(2)}`)
  }
  const f = createEstimator()
  const show = ['DUKC-01', 'BPJK-01', 'DSOS-01', 'INFO-01'].map((s) => s + JSON.stringify([f(hall, { service: s, priority: false }, now), f(hall, { service: s, priority: true }, now)]))
  process.stdout.write(`${out.join('\n')}\n${show.join('\n')}\nbusy ${busy.length} waiting ${[...hall.tickets.values()].filter((t) => t.legs[0]?.state === 'waiting').length}\n`)
})
