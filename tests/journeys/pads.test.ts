import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page, Request } from 'playwright-core'
import type { SitePackage } from '../../server/contract/site.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { atField, issue, morning, openKiosk, readTicket, type Ticket, until } from './_walk.ts'

/** The building in which a number pad lies at counter 4. */
const folder = mkdtempSync(join(tmpdir(), 'antrean-site-'))
const file = join(folder, 'site.json')
const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
const counters = site.counters.map((one) => (one.number === 4 ? { ...one, keypad: 'NUMPAD' } : one))
writeFileSync(file, JSON.stringify({ ...site, counters }))

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: { ...morning, ANTREAN_SITE: file } })
  browser ??= await launchBrowser()
})
afterEach(() => hub?.[Symbol.asyncDispose]())
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const stateOf = async (ticket: Ticket) => (await readTicket(hub, ticket)).state
/** Two strokes of a pad in quick succession are one press. */
const unhurried = (page: Page) => page.waitForTimeout(400)

/** Strokes of the same instant, as a key that bounces or a finger that hurries. */
const strokes = (page: Page, code: string, key: string, ...repeats: boolean[]) =>
  page.evaluate(
    `for (const repeat of ${JSON.stringify(repeats)})
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { code: '${code}', key: '${key}', repeat, bubbles: true, cancelable: true }))`,
  )

it('a number pad at the counter: one key is right in every state, wherever the focus is', async () => {
  const [first, second] = [await issue(hub), await issue(hub)]
  const { page, faults } = await openScreen(browser, `${hub.url}/counter?counter=4`, 'counter')
  await page.getByRole('button', { name: 'Masuk ke Loket 1' }).click()
  await page.getByRole('heading', { name: 'Loket tutup' }).waitFor()
  const legend = page.getByRole('list', { name: 'Papan angka USB' })
  await legend.getByText('Tombol utama').waitFor()
  expect(await violations(page)).toEqual([])

  await page.keyboard.press('NumpadEnter')
  await page.getByRole('heading', { name: /^Berikutnya/ }).waitFor()
  await unhurried(page)
  // Pressed twice, then held down: one person is called, and nothing begins.
  await page.getByRole('tab').first().focus()
  await strokes(page, 'NumpadEnter', 'Enter', false, false, true, true)
  await atField(page, /^Memanggil/, first.label)
  await until(async () => (await stateOf(first)) === 'called')
  expect(await stateOf(second)).toBe('waiting')
  await unhurried(page)

  await page.keyboard.press('NumpadEnter')
  await atField(page, /^Sedang dilayani/, first.label)
  await unhurried(page)
  await page.keyboard.press('Numpad0')
  await atField(page, /^Memanggil/, second.label)
  expect([await stateOf(first), await stateOf(second)]).toEqual(['done', 'called'])

  // Where words are typed the pad types; its keys act again outside.
  await page.keyboard.press('/')
  const search = page.locator('input:focus')
  await search.waitFor()
  await page.keyboard.press('NumpadSubtract')
  expect(await search.inputValue()).toBe('-')
  expect(await stateOf(second)).toBe('called')
  await search.fill('')
  await page.getByRole('tab').first().focus()
  await page.keyboard.press('NumpadSubtract')
  await until(async () => (await stateOf(second)) === 'missed')
  expect(faults).toEqual([])
})

const textOf = (request: Request): string | null => {
  const { pathname, searchParams } = new URL(request.url())
  return pathname === '/api/guide' ? searchParams.get('text') : null
}

it('a number is taken by the keys of a tactile pad alone, and every step is spoken', async () => {
  const { page, faults } = await openKiosk(browser, hub)
  // The hub has told about the building.
  await page.locator('.top-clock').waitFor()
  const said: string[] = []
  page.on('request', (request) => said.push(...[textOf(request) ?? []].flat()))
  /** Presses a key until words of this kind are asked of the hub's voice. */
  const hear = async (key: string, words: RegExp, each: RegExp = words): Promise<string> => {
    for (let presses = 0; presses < 40; presses++) {
      const asked = page.waitForRequest((request) => each.test(textOf(request) ?? ''))
      await page.keyboard.press(key)
      const text = textOf(await asked) ?? ''
      if (words.test(text)) return text
    }
    throw new Error(`never said: ${words}`)
  }
  /** One choice on, until it is the one that is meant. */
  const goTo = (words: RegExp) => hear('Numpad2', words, /Pilihan \d+ dari \d+\.$/)

  // Off, the pad is a keyboard and nothing is said.
  await page.keyboard.press('Numpad2')
  expect(await hear('NumpadMultiply', /Panduan suara menyala\. Mal Pelayanan Publik\./)).toMatch(
    /tombol pilih untuk mengambilnya.*Selamat datang/,
  )
  expect(said).toHaveLength(1)
  expect(await page.locator('.guide').innerText()).toContain('Panduan suara menyala')
  expect(await violations(page)).toEqual([])

  await goTo(/^Ambil nomor antrean/)
  await hear('Numpad5', /^Pilih instansi/)
  await goTo(/^Gerai 02, Disdukcapil, .*menunggu\. Pilihan/)
  await hear('Numpad5', /^Gerai 02 Disdukcapil.*Pilih layanan/)
  await goTo(/^Perekaman KTP-el/)
  await hear('Numpad5', /Perkiraan tunggu.*Lantai 1\. Gerai 02\./)
  await hear('Numpad4', /Pilih layanan/)
  await goTo(/^Perekaman KTP-el/)
  await hear('Numpad5', /Perkiraan tunggu/)
  await goTo(/^Ambil nomor\./)
  await hear('Numpad5', /^Apakah Anda perlu didahulukan\?/)
  await goTo(/^Tidak, lanjutkan/)

  const given = page.waitForResponse((response) => response.url().endsWith('/api/tickets'))
  const answered = page.waitForResponse((response) => /^Nomor antrean/.test(textOf(response.request()) ?? ''))
  const number = hear('Numpad5', /^Nomor antrean/)
  const { ticket } = (await (await given).json()) as { ticket: Ticket }
  expect((await number).startsWith(`Nomor antrean ${ticket.label}. Sekali lagi: nomor antrean ${ticket.label}.`)).toBe(
    true,
  )
  expect((await answered).headers()).toMatchObject({ 'content-type': 'audio/wav' })
  expect(['whole', 'part']).toContain((await answered).headers()['antrean-spoken'])
  // The slip is out; the page is read again from its beginning, with the way to the booth.
  await page.getByRole('heading', { name: 'Silakan ambil tiket' }).waitFor()
  await hear('NumpadMultiply', /^Nomor antrean/)
  await page
    .locator('.guide')
    .filter({ hasText: /Menuju ke\. Lantai 1\. Gerai 02\..*Ada \d+ pilihan/ })
    .waitFor()
  await hear('NumpadAdd', /^Volume 4 dari 4\.$/)

  await goTo(/^Selesai\./)
  await hear('Numpad5', /^Panduan suara selesai\. Terima kasih\.$/)
  await page.getByRole('button', { name: /^Ambil nomor antrean/ }).waitFor()
  expect(await page.locator('.guide').innerText()).toBe('')
  expect(faults).toEqual([])
})

it('the manager teaches the form a pad by pressing its keys', async () => {
  const { page, faults } = await openScreen(browser, `${hub.url}/supervisor#gerai/papan-tombol`, 'supervisor')
  await page.getByRole('button', { name: 'Manajer gedung', exact: true }).click()
  await page.getByRole('button', { name: 'Tambah papan tombol' }).click()
  await page.getByLabel('Kode').fill('pedal')
  await page.getByLabel('Nama (Indonesia)').or(page.getByLabel('Indonesia')).first().fill('Pedal kaki')
  await page.getByLabel('Inggris').first().fill('Foot pedal')
  await page.getByRole('button', { name: 'Ajari tombol untuk Panggil ulang' }).click()
  await page.getByText('Tekan tombolnya').waitFor()
  await page.keyboard.press('F9')
  await page.locator('kbd', { hasText: 'F9' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  const token = await hub.session('manager')
  const keypads = async () => (await hub.http.get<{ site: SitePackage }>('/api/site', { token })).body.site.site.keypads
  await until(async () => (await keypads()) !== undefined)
  expect(await keypads()).toEqual([
    { code: 'PEDAL', name: { id: 'Pedal kaki', en: 'Foot pedal' }, use: 'counter', keys: { F9: 'recall' } },
  ])
  expect(faults).toEqual([])
})
