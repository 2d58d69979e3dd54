import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { launchBrowser } from './_browser.ts'
import {
  atField,
  chooseService,
  idCard,
  issue,
  lineAt,
  morning,
  openCounter,
  openKiosk,
  readTicket,
  type Ticket,
  until,
  withoutPriority,
} from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: morning })
  browser ??= await launchBrowser()
})
afterEach(() => hub?.[Symbol.asyncDispose]())
afterAll(() => browser?.close())

async function waiting(): Promise<number> {
  const { body } = await hub.http.get<{ services: { code: string; waiting: number }[] }>('/api/services')
  return body.services.find(({ code }) => code === idCard.code)?.waiting ?? 0
}

it('a double press at the kiosk asks the question once and gives one number', async () => {
  const kiosk = await openKiosk(browser, hub)
  const asked: string[] = []
  kiosk.page.on('request', (request) => {
    if (request.method() === 'POST') asked.push(new URL(request.url()).pathname)
  })
  await kiosk.page.getByRole('button', { name: /^Ambil nomor antrean/ }).dblclick()
  // A booth stands where the first press was.
  await kiosk.page.getByRole('button', { name: /Disdukcapil/ }).dblclick()
  await kiosk.page.getByRole('heading', { name: 'Pilih layanan' }).waitFor()
  await kiosk.page.getByRole('button', { name: idCard.name }).click()
  await kiosk.page.getByRole('button', { name: 'Ambil nomor', exact: true }).dblclick()
  await kiosk.page.getByRole('heading', { name: 'Apakah Anda perlu didahulukan?' }).waitFor()
  expect(asked).toEqual([])

  await withoutPriority(kiosk.page).dblclick()
  await kiosk.page.getByRole('heading', { name: 'Silakan ambil tiket' }).waitFor()
  expect(asked.filter((path) => path === '/api/tickets')).toHaveLength(1)
  expect(await waiting()).toBe(1)
  expect((await issue(hub)).label).toBe('D-002')
  expect(kiosk.faults).toEqual([])
  await kiosk.context.close()
})

it('a number whose answer was lost on the way is the same number when asked again', async () => {
  const kiosk = await openKiosk(browser, hub)
  const given: Ticket[] = []
  let cut = false
  await kiosk.page.route('**/api/tickets', async (route) => {
    const answer = await route.fetch()
    given.push(((await answer.json()) as { ticket: Ticket }).ticket)
    if (cut) return route.fulfill({ response: answer })
    cut = true
    return route.abort('connectionreset')
  })
  await chooseService(kiosk.page)
  await withoutPriority(kiosk.page).click()
  await kiosk.page.getByRole('heading', { name: 'Silakan ambil tiket' }).waitFor()
  expect(given.map(({ label }) => label)).toEqual(['D-001', 'D-001'])
  expect(given[1]?.id).toBe(given[0]?.id)
  expect((await issue(hub)).label).toBe('D-002')
  await kiosk.context.close()
})

it('two quick presses at the counter are one step, by key and by mouse', async () => {
  const first = await issue(hub)
  const second = await issue(hub)
  const third = await issue(hub)
  const { page, faults, context } = await openCounter(browser, hub, 4)
  const press = async (key: string) => {
    await page.keyboard.press(key)
    await page.waitForTimeout(80)
    await page.keyboard.press(key)
  }
  await press('Space')
  await atField(page, /^Memanggil/, first.label)
  expect(await readTicket(hub, first)).toMatchObject({ state: 'called', calls: 1 })
  await press('Enter')
  await atField(page, 'Sedang dilayani', first.label)
  expect(await readTicket(hub, first)).toMatchObject({ state: 'serving' })
  await press('Space')
  await atField(page, /^Memanggil/, second.label)
  expect(await readTicket(hub, first)).toMatchObject({ state: 'done' })
  expect(await readTicket(hub, second)).toMatchObject({ state: 'called', calls: 1 })
  expect(await lineAt(page)).toEqual([third.label])
  await page.getByRole('button', { name: /^Mulai layani/ }).dblclick()
  await atField(page, 'Sedang dilayani', second.label)
  expect(await readTicket(hub, second)).toMatchObject({ state: 'serving' })
  expect(faults).toEqual([])
  await context.close()
})

it('two officers who call at the same moment get two people', async () => {
  const first = await openCounter(browser, hub, 4)
  const second = await openCounter(browser, hub, 5)
  const tickets = [await issue(hub), await issue(hub), await issue(hub)]
  await until(async () => (await lineAt(first.page)).length === 3 && (await lineAt(second.page)).length === 3)
  await Promise.all([first.page.keyboard.press('Space'), second.page.keyboard.press('Space')])
  for (const { page } of [first, second]) await page.getByRole('heading', { name: /^Memanggil/ }).waitFor()
  const now = await Promise.all(tickets.map((ticket) => readTicket(hub, ticket)))
  expect(now.map(({ state, calls }) => [state, calls])).toEqual([
    ['called', 1],
    ['called', 1],
    ['waiting', 0],
  ])
  expect(new Set(now.slice(0, 2).map(({ counter }) => counter))).toEqual(new Set([4, 5]))
  for (const { page } of [first, second]) await until(async () => (await lineAt(page)).join() === 'D-003')
  for (const { faults } of [first, second]) expect(faults).toEqual([])
})
