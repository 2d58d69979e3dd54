import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'
import {
  atField,
  issue,
  labelled,
  lineAt,
  morning,
  openCounter,
  openKiosk,
  readTicket,
  takeNumber,
  until,
} from './_walk.ts'

let browser: Browser
let hub: HubProcess
const hubs: HubProcess[] = []
const start = async (...wish: Parameters<typeof startHub>) => {
  hub = await startHub(...wish)
  hubs.push(hub)
  return hub
}
beforeAll(async () => {
  await start({ env: morning })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  // The first started it and removes the folder.
  for (const each of hubs.reverse()) await each[Symbol.asyncDispose]()
})

it('a hub that dies is told on every screen, and all go on by themselves when it is back', async () => {
  const first = await issue(hub)
  const second = await issue(hub)
  const kiosk = await openKiosk(browser, hub)
  const display = await openScreen(browser, `${hub.url}/display?zone=A`, 'display')
  const door = await openScreen(browser, `${hub.url}/display/booth/DUKC`, 'booth')
  const phone = await openScreen(browser, `${hub.url}/t/${first.publicCode}`, 'phone')
  const supervisor = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  const counter = await openCounter(browser, hub, 4)
  const screens = { kiosk, display, door, phone, supervisor, counter }
  await supervisor.page.getByRole('button', { name: 'Masuk sebagai pengawas' }).click()
  await supervisor.page.getByRole('rowheader').first().waitFor()
  const paper = await takeNumber(kiosk.page)
  await kiosk.page.getByRole('heading', { name: 'Silakan ambil tiket' }).waitFor()
  await kiosk.page.getByRole('button', { name: 'Selesai', exact: true }).click()
  await counter.page.keyboard.press('Space')
  await atField(counter.page, /^Memanggil/, first.label)
  await display.page
    .getByRole('alert')
    .filter({ hasText: labelled(first.label) })
    .waitFor()
  for (const { page } of Object.values(screens)) await page.evaluate('window.isSamePage = true')

  await hub.kill()
  await allSayLost(screens)

  await start({ dataDir: hub.dataDir, env: { ...morning, PORT: String(hub.port) } })
  await counter.page.getByText('Tersambung', { exact: true }).waitFor()
  await kiosk.page.getByText('Kios ini sedang tidak terhubung.').waitFor({ state: 'detached' })
  for (const { page } of [display, door, supervisor]) {
    await page.getByText(/^Koneksi terputus/).waitFor({ state: 'detached' })
  }
  await phone.page.getByText(/^Terputus/).waitFor({ state: 'detached' })
  for (const { page } of Object.values(screens)) expect(await page.evaluate('window.isSamePage')).toBe(true)

  await atField(counter.page, /^Memanggil/, first.label)
  await display.page
    .getByRole('region', { name: 'Panggilan terakhir' })
    .filter({ hasText: labelled(first.label) })
    .waitFor()
  await door.page
    .getByRole('alert')
    .filter({ hasText: labelled(first.label) })
    .waitFor()
  await phone.page.getByText('Sekarang giliran Anda.').first().waitFor()
  expect(await readTicket(hub, first)).toMatchObject({ state: 'called', calls: 1, counter: 4 })

  expect((await takeNumber(kiosk.page)).label).toBe('D-004')
  await until(async () => (await lineAt(counter.page)).join() === [second.label, paper.label, 'D-004'].join())
  await counter.page.keyboard.press('Enter')
  await atField(counter.page, 'Sedang dilayani', first.label)
  await counter.page.keyboard.press('Space')
  await atField(counter.page, /^Memanggil/, second.label)
  await display.page
    .getByRole('alert')
    .filter({ hasText: labelled(second.label) })
    .waitFor()
  expect(await readTicket(hub, first)).toMatchObject({ state: 'done', calls: 1 })
  expect(await readTicket(hub, paper)).toMatchObject({ label: 'D-003', state: 'waiting' })
  expect(await lineAt(counter.page)).toEqual([paper.label, 'D-004'])
})

/** Each says since when, and nothing that may have changed looks as if it were true now. */
async function allSayLost(screens: Record<'kiosk' | 'display' | 'door' | 'phone' | 'supervisor' | 'counter', Screen>) {
  const { kiosk, display, door, phone, supervisor, counter } = screens
  await kiosk.page.getByRole('alert').filter({ hasText: 'Kios ini sedang tidak terhubung.' }).waitFor()
  expect(await kiosk.page.evaluate("document.querySelector('.page').inert")).toBe(true)
  for (const { page } of [display, door, supervisor]) {
    await page
      .getByRole('status')
      .filter({ hasText: /^Koneksi terputus, data terakhir 09\.4\d$/ })
      .waitFor()
  }
  await display.page.getByRole('heading', { name: /^Menunggu pukul 09\.4\d$/ }).waitFor()
  await phone.page.getByText(/^Terputus\. Terakhir diperbarui 09\.4\d\.$/).waitFor()
  await counter.page.getByText(/^Terputus sejak 09\.4\d$/).waitFor()
  expect(await counter.page.getByRole('button', { name: /^Mulai layani/ }).getAttribute('aria-disabled')).toBe('true')
  await counter.page.keyboard.press('Enter')
}
