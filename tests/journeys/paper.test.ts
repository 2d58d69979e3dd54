import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { launchBrowser, openScreen } from './_browser.ts'
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

let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  hub = await startHub({ env: morning })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

const setPaperOut = async (printer: Page, out: boolean) => {
  await printer.getByRole('checkbox', { name: 'Kertas habis' }).setChecked(out)
  await printer.getByRole('button', { name: 'Terapkan keadaan' }).click()
  await printer.getByRole('checkbox', { name: 'Kertas habis', checked: out }).waitFor()
}

it('without paper the number stands on the screen and joins the line once it is kept [R3.24]', async () => {
  const { page: printer } = await openScreen(browser, `${hub.url}/virtual/printers/K1`, 'supervisor')
  await setPaperOut(printer, true)
  const kiosk = await openKiosk(browser, hub)
  const second = await openKiosk(browser, hub, 'K2')
  const counter = await openCounter(browser, hub, 4)

  const offered = await takeNumber(kiosk.page)
  await kiosk.page.getByRole('alert').filter({ hasText: 'Tiket tidak tercetak di kios ini.' }).waitFor()
  await kiosk.page
    .getByRole('status')
    .filter({ hasText: labelled(offered.label) })
    .waitFor()
  expect(await readTicket(hub, offered)).toMatchObject({ label: 'D-001', state: 'reserved', calls: 0 })

  const printed = await takeNumber(second.page)
  await second.page.getByRole('heading', { name: 'Silakan ambil tiket' }).waitFor()
  expect(printed.label).toBe('D-002')
  expect((await hub.http.get('/virtual/printers/K2/1-D-002.escpos')).status).toBe(200)
  const third = await issue(hub)

  await until(async () => (await lineAt(counter.page)).length === 2)
  expect(await lineAt(counter.page)).toEqual([printed.label, third.label])
  await counter.page.keyboard.press('Space')
  await atField(counter.page, /^Memanggil/, printed.label)
  expect(await readTicket(hub, offered)).toMatchObject({ state: 'reserved', calls: 0 })

  await kiosk.page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  await kiosk.page.getByRole('heading', { name: 'Nomor Anda masuk antrean' }).waitFor()
  await until(async () => (await lineAt(counter.page)).length === 2)
  expect(await lineAt(counter.page)).toEqual([offered.label, third.label])
  await counter.page.keyboard.press('Enter')
  await atField(counter.page, 'Sedang dilayani', printed.label)
  await counter.page.keyboard.press('Space')
  await atField(counter.page, /^Memanggil/, offered.label)

  await setPaperOut(printer, false)
  await kiosk.page.getByRole('button', { name: 'Selesai', exact: true }).click()
  const next = await takeNumber(kiosk.page)
  await kiosk.page.getByRole('heading', { name: 'Silakan ambil tiket' }).waitFor()
  await printer.getByRole('img', { name: labelled(next.label) }).waitFor()
  expect(await printer.getByRole('img').count()).toBe(1)
  expect(await readTicket(hub, next)).toMatchObject({ label: 'D-004', state: 'waiting' })
  for (const { faults } of [kiosk, second, counter]) expect(faults).toEqual([])
})
