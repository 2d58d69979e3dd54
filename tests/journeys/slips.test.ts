import type { Browser, Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { SitePackage } from '../../server/contract/site.ts'
import { readLogo } from '../../server/logo.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'
import { morning, until } from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  hub = await startHub({ env: { ...morning } })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

async function enter(role: string, hash: string): Promise<Screen> {
  const screen = await openScreen(browser, `${hub.url}/supervisor${hash}`, 'supervisor')
  // For whoever speaks for an agency: Disdukcapil.
  await screen.page.getByRole('combobox', { name: 'Instansi' }).selectOption('4')
  await screen.page.getByRole('button', { name: role, exact: true }).click()
  return screen
}

/** The picture beside the form, once it is drawn and says these words. */
const pictureSaying = (page: Page, words: string) =>
  page.locator(`.slip-roll img[data-state="fresh"][alt*="${words}"]`).waitFor()

const site = async (): Promise<SitePackage> => {
  const token = await hub.session('manager')
  return (await hub.http.get<{ site: SitePackage }>('/api/site', { token })).body.site
}

/** A colourful picture, larger than a slip has room for. */
function colourful(): Buffer {
  const png = new PNG({ width: 720, height: 200 })
  for (let dot = 0; dot < 720 * 200; dot++)
    png.data.set(dot % 720 < 360 ? [20, 60, 90, 255] : [250, 240, 200, 255], dot * 4)
  return PNG.sync.write(png)
}

it('the slip is drawn while its form is filled in, with a logo of any picture, and saved for the building', async () => {
  const { page, faults } = await enter('Manajer gedung', '#aturan/tiket')
  await pictureSaying(page, 'Mal Pelayanan Publik')
  const greeting = page.getByRole('group', { name: /Salam/ })
  await greeting.getByLabel('Indonesia').fill('Selamat datang')
  await greeting.getByLabel('Inggris').fill('Welcome')
  await pictureSaying(page, 'Selamat datang')
  await page.getByLabel('Kode QR').selectOption('hidden')
  await pictureSaying(page, 'Pantau giliran dari HP di alamat ini')
  await page.getByLabel('Bahasa').selectOption('en')
  await page.getByLabel('Cara cetak').selectOption('text')
  await page.getByLabel('Kertas').selectOption('384')
  await pictureSaying(page, 'Welcome')
  const picture = { name: 'logo.png', mimeType: 'image/png', buffer: colourful() }
  await page.locator('input[type=file]').setInputFiles(picture)
  await page.getByRole('img', { name: 'Logo sekarang' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('Tiket sudah disimpan.').waitFor()
  const { slip } = (await site()).site
  expect(slip).toMatchObject({ greeting: { id: 'Selamat datang', en: 'Welcome' }, parts: { qr: 'hidden' } })
  const logo = readLogo(slip?.logo ?? '')
  expect(logo).toMatchObject({ width: 360, height: 100 })
  if (typeof logo === 'string') throw new Error(logo)
  expect([...logo.bits.subarray(0, 45)]).toEqual(
    Array.from({ length: 45 }, (_, byte) => (byte < 22 ? 0xff : byte === 22 ? 0xf0 : 0)),
  )
  expect(faults).toEqual([])
})

it('an agency says what its own slips have otherwise, and sees no other’s', async () => {
  const { page, faults } = await enter('Admin instansi', '#aturan/tiket-instansi')
  await page.getByRole('link', { name: /^Disdukcapil/ }).click()
  await pictureSaying(page, 'Disdukcapil')
  await page.getByLabel('Ukuran nomor').selectOption('small')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await until(async () => (await site()).agencies.find(({ code }) => code === 'DUKC')?.slip?.numberSize === 'small')
  await page.getByRole('link', { name: /^Imigrasi/ }).click()
  await page.getByText('Pilih instansi Anda untuk melihat tiketnya.').waitFor()
  expect(faults).toEqual([])
})
