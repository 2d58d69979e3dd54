import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { morning } from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: morning })
  browser ??= await launchBrowser()
})
afterEach(() => hub?.[Symbol.asyncDispose]())
afterAll(() => browser?.close())

async function enter(role: string, hash = '#perangkat') {
  const screen = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  await screen.page.getByRole('button', { name: role, exact: true }).click()
  await screen.page.goto(`${hub.url}/supervisor${hash}`)
  return screen
}

const codeOn = async (page: Page): Promise<string> => {
  const shown = page.getByText(/^[A-Z0-9]{3}[\s-]?[A-Z0-9]{3}$/)
  await shown.first().waitFor()
  return (await shown.first().innerText()).trim()
}

it('an operator pairs a display by its code, locks and renames it; the printers say what to do', async () => {
  const display = await openScreen(browser, `${hub.url}/device`, 'display')
  const { page, faults } = await enter('Operator perangkat')
  await page.getByText('Belum ada perangkat yang dipasangkan.', { exact: false }).waitFor()
  await page.getByText('Kios 1').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('link', { name: 'Pasangkan perangkat' }).click()
  await page.getByLabel('Kode di layarnya').fill('zzzzzz')
  await page.getByLabel('Tempat').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText(/isian perlu dibetulkan/).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Kode di layarnya').fill((await codeOn(display.page)).toLowerCase())
  await page.getByLabel('Nama').fill('Layar dekat tangga')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('rowheader', { name: /Layar dekat tangga/ }).waitFor()
  await page.getByText(/Terhubung sejak/).waitFor()
  await display.page.waitForURL(/\/display\?zone=/)

  await page.getByRole('button', { name: 'Kunci Layar dekat tangga' }).click()
  await page.getByText('Dikunci', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Buka kunci Layar dekat tangga' }).click()
  await page.getByText(/Terhubung sejak/).waitFor()
  await page.getByRole('link', { name: 'Ubah Layar dekat tangga' }).click()
  await page.getByLabel('Nama').fill('Layar pintu')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('rowheader', { name: /Layar pintu/ }).waitFor()

  await hub.http.send('POST', '/virtual/printers/K1/switches', {
    raw: 'paperOut=on',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  await page.getByText('Kertas habis: pasang gulungan baru').waitFor()
  await page.getByText('1 perlu perhatian').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: /EN/ }).click()
  await page.getByText('Out of paper: put in a new roll').waitFor()
  await page.getByRole('link', { name: 'Change Layar pintu' }).click()
  await page.getByRole('button', { name: 'Forget' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click()
  await page.getByText('No device has been paired yet.', { exact: false }).waitFor()
  await display.page
    .getByText(/dilepas/)
    .first()
    .waitFor()
  // The browser itself notes the refusal of the code that no screen shows.
  expect(faults.filter((fault) => !/status of 400/.test(fault))).toEqual([])
})
