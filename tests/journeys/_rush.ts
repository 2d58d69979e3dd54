import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Browser, Page } from 'playwright-core'
import type { SitePackage } from '../../server/contract/site.ts'
import { emptyHall, evolve } from '../../server/core/hall.ts'
import { findBreaches } from '../../server/simulation/invariants.ts'
import { openJournal } from '../../server/store/journal.ts'
import { type OpenedHall, openHall, type Ticket } from '../server/http/_hall.ts'
import { named, type Refused, siteDesk } from '../server/http/_site.ts'
import { openScreen, type Screen } from './_browser.ts'
import { openKiosk } from './_walk.ts'

/** Where numbers are asked for: booths of both floors, the one that will be closed and the one a counter moves to. */
const services = [
  ...['PTSP-01', 'PTSP-02', 'DUKC-01', 'DUKC-02', 'DUKC-03', 'BPJK-01', 'BPJK-02'],
  ...['SAMS-01', 'SAMS-02', 'PJKP-01', 'PJKP-02', 'DSOS-01', 'IMIG-03'],
] as const
const counters = [1, 2, 4, 5, 9, 10, 12, 13, 18, 20, 36]
/** The counter of the screen; it goes from the first floor to the second. */
const moving = { number: 6, from: 'DUKC', to: 'PJKP' } as const

/** What keeps somebody from a number while the building changes around them; anything else would be a fault. */
const usual = new Set(['closed-today', 'closed-now', 'closing-soon', 'not-yet-open'])

export interface Rush {
  readonly hall: OpenedHall
  readonly taken: readonly Ticket[]
  readonly called: readonly string[]
  readonly changes: number
  readonly rounds: number
  readonly refused: ReadonlyMap<string, number>
}

/** A hall whose clock runs at this many seconds a second, under the rules in full. */
export const openRush = (speed: number): Promise<OpenedHall> =>
  openHall({ env: { ANTREAN_RULES: 'full', ANTREAN_CLOCK: `2026-07-14T09:00:00+08:00 x${speed}` } })

/** How far it has come. */
export interface Progress {
  readonly taken: number
  readonly called: number
  /** Rounds of changes that are whole. */
  readonly rounds: number
}

/** Numbers taken, called and served at every counter while the building changes, until it is `enough` and nothing is half done. */
export async function rushWithChanges(
  hall: OpenedHall,
  pauseMs: number,
  enough: (so: Progress) => boolean,
): Promise<Rush> {
  for (const counter of counters) await hall.officer(counter)
  let over = false
  const isOver = () => over
  const onRound = (rounds: number) => {
    over = enough({ taken: taken.length, called: called.length, rounds })
  }
  const refused = new Map<string, number>()
  const taken: Ticket[] = []
  const arrive = async (offset: number) => {
    for (let n = offset; !isOver(); n++) {
      const body = {
        service: services[n % services.length],
        delivery: 'none',
        ...(n % 5 ? {} : { priority: 'elderly' }),
      }
      const answer = await hall.call<{ ticket: Ticket } & Refused>('issueTicket', { body })
      if (answer.status === 201) taken.push(answer.body.ticket)
      else refused.set(named(answer), (refused.get(named(answer)) ?? 0) + 1)
      await rest(pauseMs)
    }
  }
  const called: string[] = []
  const [edited] = await Promise.all([
    editUntil(hall, pauseMs, isOver, onRound),
    ...[0, 4, 9].map(arrive),
    ...counters.map((counter) => serve(hall, counter, pauseMs * 2, isOver, called)),
  ])
  return { hall, taken, called, ...edited, refused }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function serve(hall: OpenedHall, counter: number, pauseMs: number, isOver: () => boolean, called: string[]) {
  for (let n = 0; !isOver(); n++) {
    const { status, body } = await hall.callNext(counter)
    await rest(pauseMs)
    if (status !== 200) continue
    called.push(body.ticket.id)
    // Somebody does not come, somebody lacks a paper; the others are served.
    const ends =
      n % 7 === 3 ? ['missTicket'] : n % 7 === 5 ? ['startService', 'holdTicket'] : ['startService', 'finishService']
    for (const act of ends) {
      const wish = act === 'holdTicket' ? { reason: 'Fotokopi' } : undefined
      const answer = await hall.act(act, body.ticket, counter, wish)
      if (answer.status !== 200) throw new Error(`${act}: ${answer.text}`)
      await rest(pauseMs)
    }
  }
}

type Desk = ReturnType<typeof siteDesk>
type Edit = Parameters<Desk['edit']>

/** The changes of a manager in their order, again and again; after an odd number of rounds they stand, an even one takes them back. */
async function editUntil(
  hall: OpenedHall,
  pauseMs: number,
  isOver: () => boolean,
  onRound: (rounds: number) => void,
): Promise<Pick<Rush, 'changes' | 'rounds'>> {
  const token = await hall.hub.session('manager')
  const desk = siteDesk(hall.call, token)
  let changes = 0
  const done = (name: string, wanted = '200') => {
    if (name !== wanted) throw new Error(`change ${changes}: ${name}`)
    changes++
  }
  const change = async (...wish: Edit) => {
    const answer = await desk.change([await desk.edit(...wish)], { confirm: true })
    if (answer.status !== 200) throw new Error(answer.text.slice(0, 600))
    done('200')
  }
  const asksFirst = async (...wish: Edit) => {
    const name = named(await desk.change([await desk.edit(...wish)]))
    if (name !== '200') done(name, 'people-waiting')
    if (name !== '200') await change(...wish)
  }
  let round = 0
  for (; !isOver(); round++) {
    const closing = round % 2 === 0
    await change('services', 'DUKC-01', { minutes: 7 + (round % 5) })
    await change('booths', 'DUKC', { schedule: { tue: [{ from: '08:00', to: closing ? '14:30' : '14:45' }] } })
    await change('booths', 'BPJK', { cutOffMinutes: 15 + (round % 3) })
    await asksFirst('booths', 'SAMS', { opens: closing ? '2026-08-03' : undefined })
    await asksFirst('booths', 'IMIG', { opens: closing ? undefined : '2026-08-03' })
    await change('counters', '6', { booth: closing ? moving.to : moving.from, profile: undefined, breaks: undefined })
    await change('counters', '7', { profile: [['INFO-01', 'INFO-02', 'INFO-03', 'INFO-04'], ['PTSP-01']] })
    await change('booths', 'DSOS', { zone: closing ? 'A' : 'B' })
    await change('agencies', 'PTSP', { short: `DPMPTSP ${round}` })
    await change('services', 'PTSP-01', { name: { id: `Izin usaha ${round}`, en: `Business licence ${round}` } })
    done(named(await importChanged(hall, token, round)))
    onRound(round + 1)
    await rest(pauseMs)
  }
  return { changes, rounds: round }
}

async function importChanged({ call }: OpenedHall, token: string, round: number) {
  const { body: site } = await call<SitePackage>('exportPackage', { token })
  const [news, notice] = [
    { id: `Kabar ${round}`, en: `News ${round}` },
    { id: `Hal ${round}`, en: `Thing ${round}` },
  ]
  const changed = {
    ...site,
    // One text in each place: several take turns, and two screens need not be at the same one.
    site: { ...site.site, short: `MPP Impor ${round}`, ticker: [news], notices: [{ title: notice, text: news }] },
    booths: site.booths.map((one) => (one.code === 'BPDA' ? { ...one, zone: round % 2 ? 'D' : 'B' } : one)),
    journeys: site.journeys.toReversed(),
  }
  const wish = { package: JSON.stringify(changed, null, 2), confirm: true }
  return call<Refused>('importPackage', { token, body: wish })
}

/** A screen that stands during the rush. */
interface Watched {
  readonly name: string
  readonly screen: Screen
}

/** Every kind of screen that the hall has, each with a mark that no reload outlives. */
export async function openScreens(browser: Browser, { hub }: OpenedHall, ticket: Ticket): Promise<Watched[]> {
  const at = (path: string, size: Parameters<typeof openScreen>[2]) => openScreen(browser, hub.url + path, size)
  const kiosks = [await openKiosk(browser, hub), await openKiosk(browser, hub, 'K2')] as const
  for (const { page } of kiosks) await page.getByRole('button', { name: /^Ambil nomor antrean/ }).click()
  await kiosks[1].page.getByRole('button', { name: /DPMPTSP/ }).click()
  const supervisor = await at('/supervisor', 'supervisor')
  await supervisor.page.getByRole('button', { name: 'Masuk sebagai pengawas' }).click()
  const counter = await at(`/counter?counter=${moving.number}`, 'counter')
  await counter.page.getByRole('button', { name: 'Masuk ke Loket 3' }).click()
  await counter.page.getByRole('button', { name: /^Buka loket/ }).click()
  const desk = await at('/desk', 'supervisor')
  await desk.page.getByRole('button', { name: 'Masuk sebagai petugas informasi' }).click()
  const watched: Watched[] = [
    { name: 'kiosk, agencies', screen: kiosks[0] },
    { name: 'kiosk, services', screen: kiosks[1] },
    { name: 'hall display A', screen: await at('/display?zone=A', 'display') },
    { name: 'hall display F', screen: await at('/display?zone=F', 'display') },
    { name: 'booth display', screen: await at('/display/booth/DUKC', 'booth') },
    { name: 'counter', screen: counter },
    { name: 'supervisor', screen: supervisor },
    { name: 'desk', screen: desk },
    { name: 'phone', screen: await at(`/t/${ticket.publicCode}`, 'phone') },
    { name: 'services', screen: await at('/visit', 'phone') },
  ]
  for (const { screen } of watched) await screen.page.evaluate('window.stoodAllTheTime = true')
  return watched
}

/** Somebody touches the kiosks, so that they do not go back to their first page meanwhile. */
export const keepAwake = (watched: readonly Watched[]) =>
  Promise.all(watched.filter(({ name }) => name.startsWith('kiosk')).map(({ screen }) => screen.page.mouse.click(2, 2)))

/** Waits until each screen shows what a fresh one of the same address shows; gives the words that were compared. */
export async function sameAsFresh(watched: readonly Watched[]): Promise<Map<string, string>> {
  const shown = new Map<string, string>()
  for (const { name, screen } of watched) {
    // Who is signed in, and the page on which a kiosk stands.
    const kept = await screen.page.evaluate('JSON.stringify(sessionStorage)')
    const fresh = await screen.context.newPage()
    await fresh.addInitScript(`Object.assign(sessionStorage, ${kept})`)
    await fresh.goto(screen.page.url())
    const giveUpAt = performance.now() + 60_000
    for (;;) {
      const [here, there] = await Promise.all([wordsOf(screen.page), wordsOf(fresh)])
      shown.set(name, here)
      if (here === there && here.length > 40) break
      if (performance.now() > giveUpAt) expect([name, here]).toEqual([name, there])
      await rest(100)
    }
    if (!(await screen.page.evaluate('window.stoodAllTheTime === true'))) throw new Error(`${name} was loaded again`)
    await fresh.close()
  }
  return shown
}

/** Without the minute at which the page of services asked last: each asks on its own, every ten seconds. */
const wordsOf = async (page: Page): Promise<string> =>
  ((await page.evaluate('document.body.innerText')) as string)
    .replace(/Diperbarui [\d.]+/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** R2.2, R5.1, R8.3: stops the hub; the journal has every number that was given, once, and whatever must hold holds. */
export async function expectWhole({ hall: { hub }, taken, refused }: Rush, others: readonly Ticket[]): Promise<void> {
  expect([...refused.keys()].filter((name) => !usual.has(name))).toEqual([])
  expect(hub.faults()).toEqual([])
  await hub.stop()
  const sqlite = new Database(join(hub.dataDir, 'antrean.sqlite'), { readonly: true })
  const events = openJournal(drizzle(sqlite), 'paser').readPresent()
  sqlite.close()
  const again = emptyHall()
  for (const event of events) evolve(again, event)
  expect(findBreaches(events, again)).toEqual([])
  const issued = events.filter(({ type }) => type === 'issued').flatMap(({ tickets }) => tickets?.[0]?.id ?? [])
  expect(issued.toSorted()).toEqual([...others, ...taken].map(({ id }) => id).toSorted())
  expect(new Set(issued).size).toBe(issued.length)
}
