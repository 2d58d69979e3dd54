import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { TicketWire, VisitorTicketWire } from '../../server/contract/api.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { seeded } from '../drivers/printers/_suite.ts'
import { openBadPrinters, siteWith, type Temper } from './_bad-printers.ts'
import { expectWholeSeries, readJournal, ticketsOf } from './_journal.ts'

interface Day {
  readonly seed: number
  readonly numbers: number
  readonly kiosks: number
  readonly temper: Temper
  /** How often the hub is killed among the numbers. */
  readonly kills: number
}

/** What one visitor was given and saw. */
interface Visit {
  readonly ticket: TicketWire & { readonly publicCode: string }
  /** What the kiosk said when the printing was over. */
  seen: VisitorTicketWire | null
  accepted: boolean
}

const counters = Array.from({ length: 12 }, (_, index) => index + 1)
const services = ['PTSP-01', 'DUKC-01', 'DUKC-02', 'BPJK-01']

/**
 * A day on bad printers: visitors take numbers at every kiosk and watch its screen until the printing is over, some accept
 * what the screen offers, officers call and finish. Afterwards the journal, what the kiosks said and what the printers
 * received are laid side by side.
 */
export async function printDay({ seed, numbers, kiosks, temper, kills }: Day) {
  const folder = mkdtempSync(join(tmpdir(), 'printed-day-'))
  await using printers = await openBadPrinters(kiosks, seed, temper)
  const siteFile = join(folder, 'site.json')
  writeFileSync(siteFile, JSON.stringify(siteWith(printers.ports)))
  const start = () =>
    startHub({
      dataDir: join(folder, 'data'),
      env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00', ANTREAN_SITE: siteFile, LOG_LEVEL: 'error' },
    })
  let hub: HubProcess = await start()
  const visits: Visit[] = []
  let left = numbers
  let isOver = false
  /** Asks until some hub answers. */
  const ask = async <Body>(method: string, path: string, wish: Parameters<HubProcess['http']['send']>[2] = {}) => {
    for (;;) {
      const answer = await hub.http.send<Body>(method, path, wish).catch(() => null)
      if (answer && answer.status !== 503) return answer
      await delay(20)
    }
  }

  const standAt = async (index: number) => {
    const random = seeded(seed * 7_919 + index)
    while (left-- > 0) {
      const service = services[Math.floor(random() * services.length)]
      const body = { service, kiosk: `K${index + 1}`, delivery: 'print' }
      const { body: given, status } = await ask<{ ticket: Visit['ticket'] }>('POST', '/api/tickets', {
        body,
        key: `visit-${seed}-${index}-${left}`,
      })
      if (status !== 201) throw new Error(`no number: ${JSON.stringify(given)}`)
      const visit: Visit = { ticket: given.ticket, seen: null, accepted: false }
      visits.push(visit)
      const path = `/api/tickets/${visit.ticket.publicCode}`
      while (!visit.seen) {
        const { body: view } = await ask<{ ticket: VisitorTicketWire }>('GET', path)
        if (view.ticket.state !== 'reserved' || view.ticket.delivery === 'screen') visit.seen = view.ticket
        else await delay(5 * kiosks)
      }
      if (visit.seen.delivery === 'screen' && random() < 0.5) {
        const accepted = await ask('POST', `${path}/accept`, { key: `keep-${visit.ticket.id}` })
        visit.accepted = accepted.status === 200
      }
    }
  }

  const serveAt = async (counter: number, token: string) => {
    const act = (path: string, key?: string) => ask<{ ticket?: TicketWire }>('POST', path, { token, body: {}, key })
    await act(`/api/counters/${counter}/open`)
    let turn = 0
    while (!isOver) {
      // The same key is asked of the next hub when one dies before it answers.
      const { body, status } = await act(`/api/counters/${counter}/call-next`, `call-${counter}-${turn++}`)
      if (status !== 200 || !body.ticket) await delay(150)
      else {
        await act(`/api/tickets/${body.ticket.id}/start`, `start-${counter}-${turn}`)
        await act(`/api/tickets/${body.ticket.id}/finish`, `finish-${counter}-${turn}`)
      }
    }
  }

  try {
    const officers = await Promise.all(
      counters.map(async (counter) => ({ counter, token: await hub.session('officer', counter) })),
    )
    const serving = officers.map(({ counter, token }) => serveAt(counter, token))
    const visiting = Promise.all(Array.from({ length: kiosks }, (_, index) => standAt(index)))
    for (let kill = 1; kill <= kills; kill++) {
      const until = numbers - (numbers * kill) / (kills + 1)
      while (left > until) await delay(20)
      await hub.kill()
      hub = await start()
    }
    await visiting
    isOver = true
    await Promise.all(serving)
    const faults = hub.faults()
    await hub.stop()
    expect(faults).toEqual([])
    const rows = readJournal(join(folder, 'data'))
    const issued = ticketsOf(rows, 'issued')
    expectWholeSeries(issued)
    expect(issued.map(({ id }) => id).sort()).toEqual(visits.map(({ ticket }) => ticket.id).sort())
    const idsOf = (type: string) => new Set(ticketsOf(rows, type).map(({ id }) => id))
    return compare(visits, { inLine: idsOf('delivered'), called: idsOf('called') }, printers.slips())
  } finally {
    await hub.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Names every number that broke a promise; the counts say what the day was like. */
function compare(
  visits: readonly Visit[],
  hall: { readonly inLine: ReadonlySet<string>; readonly called: ReadonlySet<string> },
  slips: readonly { words: string; codes: readonly string[]; isCut: boolean }[],
) {
  const broken: string[] = []
  const count = {
    printed: 0,
    moved: 0,
    unsure: 0,
    offered: 0,
    accepted: 0,
    called: hall.called.size,
    slips: slips.length,
  }
  /** A slip writes `A 001`; without the end of its line it may be cut off in the middle. */
  const labelsOf = ({ words }: { words: string }) =>
    (words.match(/^[A-Z]{1,2} \d{3,}\n/gm) ?? []).map((label) => label.trim().replace(' ', '-'))
  const onSlip = new Map<string, { isWhole: boolean }[]>()
  for (const slip of slips) {
    const labels = [...new Set(labelsOf(slip))]
    if (labels.length > 1) broken.push(`a slip of several numbers: ${labels}`)
    const [label] = labels
    if (label === undefined) continue
    onSlip.set(label, [...(onSlip.get(label) ?? []), { isWhole: slip.isCut && slip.codes.length === 1 }])
    const owner = visits.find(({ ticket }) => slip.codes.some((code) => code.endsWith(`/t/${ticket.publicCode}`)))
    if (slip.codes.length > 0 && owner?.ticket.label !== label) broken.push(`${label} with the code of another`)
  }
  for (const { ticket, seen, accepted } of visits) {
    const { label, id } = ticket
    const own = onSlip.get(label) ?? []
    const isWhole = own.some((slip) => slip.isWhole)
    const isOffered = seen?.delivery === 'screen'
    const isUnsure = seen?.slip?.isUnsure ?? false
    if (own.length > 1) broken.push(`${label} on ${own.length} slips`)
    if (isOffered && own.length > 0) broken.push(`${label} offered on the screen and on paper`)
    // Whoever is in line will be called; nobody else ever was.
    if (hall.called.has(id) && !hall.inLine.has(id)) broken.push(`${label} called though it is not in line`)
    if (hall.inLine.has(id) && !isWhole && !accepted && !isUnsure) broken.push(`${label} in line without a slip`)
    if (!isWhole && !isOffered && !isUnsure) broken.push(`${label} lost without a word on the kiosk`)
    if (isOffered && !accepted && hall.inLine.has(id)) broken.push(`${label} in line though nobody took it`)
    if (isWhole) count.printed++
    if (seen?.slip?.at) count.moved++
    if (isUnsure) count.unsure++
    if (isOffered) count.offered++
    if (accepted) count.accepted++
  }
  return { broken, count }
}
