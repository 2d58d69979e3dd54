import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { SitePackage } from '../../server/contract/site.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { atField, issue, labelled, lineAt, morning, openCounter, readTicket, until } from './_walk.ts'

const outcomes = [
  { code: 'DONE', name: { id: 'Selesai', en: 'Done' } },
  { code: 'LATER', name: { id: 'Diambil kemudian', en: 'To be collected' } },
]

/** The building in which the first service of Disdukcapil asks for an outcome. */
const folder = mkdtempSync(join(tmpdir(), 'antrean-site-'))
const file = join(folder, 'site.json')
const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
const services = site.services.map((one) =>
  one.code === 'DUKC-01' ? { ...one, outcomes, outcomeRequired: true } : one,
)
writeFileSync(file, JSON.stringify({ ...site, services }))

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

const dialogOf = (page: Page) => page.locator('[role="dialog"], [role="alertdialog"]')
/** Two strokes of a key in quick succession are one press. */
const unhurried = (page: Page) => page.waitForTimeout(400)
const nobody = (page: Page) => page.getByRole('heading', { name: 'Belum ada yang menunggu' }).waitFor()

async function serve(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Space')
  await atField(page, /^Memanggil/, label)
  await page.keyboard.press('Enter')
  await atField(page, /^Sedang dilayani/, label)
  await unhurried(page)
}

const stateOf = async (ticket: Parameters<typeof readTicket>[1]) => (await readTicket(hub, ticket)).state

it('[R5.5] a mandatory outcome by keyboard alone: finish and call are two keys', async () => {
  const [first, second] = [await issue(hub), await issue(hub)]
  const { page, faults, context } = await openCounter(browser, hub, 4)
  await serve(page, first.label)
  await page.keyboard.press('Space')
  const dialog = dialogOf(page)
  await dialog.getByRole('heading', { name: 'Hasil layanan' }).waitFor()
  expect(await violations(page)).toEqual([])
  // Without an outcome nothing ends.
  await page.keyboard.press('Enter')
  expect(await stateOf(first)).toBe('serving')
  await page.keyboard.press('2')
  await atField(page, /^Memanggil/, second.label)
  expect(await stateOf(first)).toBe('done')
  await dialog.waitFor({ state: 'detached' })
  await unhurried(page)

  await page.keyboard.press('Enter')
  await atField(page, /^Sedang dilayani/, second.label)
  await unhurried(page)
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await stateOf(second)).toBe('serving')
  await unhurried(page)
  await page.keyboard.press('Enter')
  await dialog.waitFor()
  await page.keyboard.press('1')
  await nobody(page)
  expect(await stateOf(second)).toBe('done')
  expect(faults).toEqual([])
  await context.close()
})

it('[R5.11] somebody without a number is served at once, and taken back the number ends', async () => {
  const waiting = await issue(hub)
  const { page, faults, context } = await openCounter(browser, hub, 4)
  await page.keyboard.press('w')
  const dialog = dialogOf(page)
  await dialog.getByRole('option', { name: /Kartu Keluarga/ }).waitFor()
  await page.keyboard.type('kartu keluarga')
  await page.keyboard.press('ArrowDown')
  await dialog.getByLabel('Jumlah berkas').fill('3')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await atField(page, /^Sedang dilayani/, 'D-002')
  await page.getByText('3 berkas').waitFor()
  expect(await lineAt(page)).toEqual([waiting.label])
  await page.keyboard.press('Control+z')
  await atField(page, /^Berikutnya/, waiting.label)
  expect(await lineAt(page)).toEqual([waiting.label])
  expect(faults).toEqual([])
  await context.close()
})

it('a colleague takes over in mid-service, and reads the note that came along', async () => {
  const visitor = await issue(hub, { service: 'DUKC-02' })
  const mine = await openCounter(browser, hub, 4)
  await serve(mine.page, visitor.label)
  await mine.page.keyboard.press('o')
  await dialogOf(mine.page).waitFor({ state: 'detached' })

  const theirs = await openCounter(browser, hub, 5)
  await mine.page.getByRole('list', { name: 'Loket lain di gerai ini' }).getByText('Kosong').waitFor()
  await mine.page.keyboard.press('c')
  await dialogOf(mine.page).waitFor()
  await mine.page.keyboard.type('Map merah di rak dua')
  expect(await violations(mine.page)).toEqual([])
  await mine.page.keyboard.press('Enter')
  await mine.page.getByText('Map merah di rak dua').waitFor()
  await mine.page.keyboard.press('o')
  await dialogOf(mine.page)
    .getByRole('button', { name: /Loket 2$/ })
    .waitFor()
  expect(await violations(mine.page)).toEqual([])
  await mine.page.keyboard.press('1')
  await atField(theirs.page, /^Sedang dilayani/, visitor.label)
  await theirs.page.getByText('Map merah di rak dua').waitFor()
  await nobody(mine.page)
  expect(await readTicket(hub, visitor)).toMatchObject({ state: 'serving', counter: 5 })
  for (const { faults, context } of [mine, theirs]) {
    expect(faults).toEqual([])
    await context.close()
  }
})

it('[R5.10] missing papers: the visitor reads which, and until when the place is kept', async () => {
  const visitor = await issue(hub)
  const { page, faults, context } = await openCounter(browser, hub, 4)
  await serve(page, visitor.label)
  const papers = page.getByRole('group', { name: 'Syarat diperiksa' }).getByRole('checkbox')
  for (const paper of [papers.nth(1), papers.nth(2)]) await paper.check({ force: true })
  await page.keyboard.press('k')
  const dialog = dialogOf(page)
  // What was not ticked at the counter is missing.
  await until(() => dialog.getByRole('checkbox', { name: 'Kartu Keluarga' }).isChecked())
  await dialog.getByLabel('Cetak daftarnya di').selectOption({ index: 1 })
  await dialog.getByText(/^Sampai 10\./).click()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: /^Tunda D/ }).click()
  await nobody(page)

  const phone = await openScreen(browser, `${hub.url}/t/${visitor.publicCode}`, 'phone')
  await phone.page.getByRole('heading', { name: 'Yang perlu dilengkapi' }).waitFor()
  await phone.page.getByRole('listitem').filter({ hasText: 'Kartu Keluarga' }).first().waitFor()
  await phone.page.getByText(/^Kembali sebelum 10\.\d\d\./).waitFor()
  const token = await hub.session('information')
  await until(async () => {
    const { body } = await hub.http.get<{ tickets: { hold: { missing: unknown[] } }[] }>(
      `/api/desk/tickets?query=${visitor.label}`,
      { token },
    )
    return body.tickets[0]?.hold.missing.length === 1
  })
  await page.getByRole('tab', { name: /^Ditunda/ }).click()
  await page.getByRole('button', { name: labelled(visitor.label) }).click()
  await page.getByRole('menuitem', { name: /^Sudah datang/ }).click()
  await atField(page, /^Berikutnya/, visitor.label)
  for (const screen of [{ faults, context }, phone]) {
    expect(screen.faults).toEqual([])
    await screen.context.close()
  }
})

it('[R5.7] a side trip to the bank and back: the sender sees who is away, and calls them again', async () => {
  const visitor = await issue(hub)
  const { page, faults, context } = await openCounter(browser, hub, 4)
  await serve(page, visitor.label)
  await page.keyboard.press('a')
  const dialog = dialogOf(page)
  await dialog.getByRole('option', { name: /BRI/ }).first().waitFor()
  await page.keyboard.type('BRI')
  await page.keyboard.press('ArrowDown')
  await dialog.getByLabel('Kembali ke sini setelah selesai').check()
  await dialog.getByLabel('Catatan untuk petugas').fill('Bayar PNBP')
  await page.keyboard.press('Enter')
  await nobody(page)
  await page.getByRole('tab', { name: /^Ditunda/ }).click()
  await page
    .getByRole('list', { name: /lalu kembali ke sini/ })
    .getByText('kembali setelah Gerai 16')
    .waitFor()
  expect(await violations(page)).toEqual([])

  const bank = site.counters.find(({ booth }) => booth === 'BBRI')?.number ?? 0
  const token = await hub.session('officer', bank)
  const command = (path: string) => hub.http.post(path, { token, body: {} })
  await command(`/api/counters/${bank}/open`)
  await command(`/api/counters/${bank}/call-next`)
  await command(`/api/tickets/${visitor.id}/start`)
  await page.getByRole('tabpanel').getByText('Sedang dilayani').waitFor()
  await command(`/api/tickets/${visitor.id}/finish`)
  await page.getByRole('tab', { name: /^Menunggu/ }).click()
  await serve(page, visitor.label)
  await page.getByText('Bayar PNBP').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

it('a paper number that the hub does not know yet is entered and called', async () => {
  const { page, faults, context } = await openCounter(browser, hub, 4)
  await page.keyboard.press('m')
  const dialog = dialogOf(page)
  await dialog.getByRole('option', { name: /Akta kelahiran/ }).waitFor()
  await page.keyboard.type('d 045')
  await dialog.getByRole('option', { name: /Akta kelahiran/ }).click()
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: /^Catat dan panggil/ }).click()
  await atField(page, /^Memanggil/, 'D-045')
  await page.getByText('Nomor kertas', { exact: true }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

it('[R3.22] a no-show is restored with a reason, from a list of its own', async () => {
  const visitor = await issue(hub)
  const { page, faults, context } = await openCounter(browser, hub, 4)
  await page.keyboard.press('Space')
  await atField(page, /^Memanggil/, visitor.label)
  await page.keyboard.press('t')
  await nobody(page)
  await page.getByRole('tab', { name: /^Terlewat/ }).click()
  const row = page.getByRole('button', { name: labelled(visitor.label) })
  await row.click()
  await page.getByRole('menuitem', { name: 'Tidak hadir' }).click()
  await page.getByRole('list', { name: /^Tidak hadir/ }).waitFor()
  await row.click()
  await page.getByRole('menuitem', { name: 'Pulihkan nomor' }).click()
  await dialogOf(page).waitFor()
  await page.keyboard.press('Enter')
  await atField(page, /^Berikutnya/, visitor.label)
  expect(await stateOf(visitor)).toBe('waiting')
  expect(faults).toEqual([])
  await context.close()
})

it('[R5.5] where service begins by itself the screen says so and counts down; the number may still go back to its place', async () => {
  const automatic = join(folder, 'automatic.json')
  const { rules } = site.site
  writeFileSync(
    automatic,
    JSON.stringify({ ...site, site: { ...site.site, rules: { ...rules, autoStartSeconds: 4 } } }),
  )
  await using own = await startHub({ env: { ...morning, ANTREAN_SITE: automatic } })
  const visitor = await issue(own)
  const { page, faults, context } = await openCounter(browser, own, 4)
  await page.getByText('Otomatis: mulai 4 dtk').waitFor()
  await page.keyboard.press('Space')
  await page
    .getByRole('timer')
    .filter({ hasText: /^Mulai sendiri dalam [1-4] detik/ })
    .waitFor()
  await atField(page, /^Sedang dilayani/, visitor.label)
  await page.keyboard.press('b')
  await atField(page, /^Berikutnya/, visitor.label)
  expect(faults).toEqual([])
  await context.close()
})

it('in the training hall an officer practises a whole visit, and its tools lie over nothing', async () => {
  const { page, faults, context } = await openScreen(browser, `${hub.url}/latihan/counter?counter=4`, 'counter')
  await page.getByRole('button', { name: 'Masuk ke Loket 1' }).click()
  const open = page.getByRole('button', { name: /^Buka loket/ })
  await open.waitFor()
  await page.keyboard.press('Enter')
  await nobody(page)
  const strip = page.getByRole('complementary', { name: 'Latihan' })
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 720 },
  ]) {
    await page.setViewportSize(size)
    const covered = await page.evaluate(
      () =>
        [...document.querySelectorAll('.desk button, .desk a')].filter((one) => {
          const { left, top, width, height } = one.getBoundingClientRect()
          const seen = document.elementFromPoint(left + width / 2, top + height / 2)
          return !(seen && (one.contains(seen) || seen.contains(one)))
        }).length,
    )
    expect(covered).toBe(0)
    await strip.waitFor()
  }
  expect(await violations(page)).toEqual([])
  await strip.getByRole('button', { name: 'Datangkan 5 pengunjung' }).click()
  await until(async () => (await lineAt(page)).length === 5)
  await page.keyboard.press('Space')
  await page.getByRole('heading', { name: /^Memanggil/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Sedang dilayani' }).waitFor()
  await unhurried(page)
  await page.keyboard.press('Enter')
  const asked = dialogOf(page)
  const outcome = await Promise.race([
    asked.waitFor().then(() => true),
    page
      .getByRole('heading', { name: /^Berikutnya/ })
      .waitFor()
      .then(() => false),
  ])
  if (outcome) await page.keyboard.press('1')
  await page.getByRole('heading', { name: /^Berikutnya/ }).waitFor()
  expect(await lineAt(page)).toHaveLength(4)
  // The real hall knows nothing of it.
  expect((await issue(hub)).label).toBe('D-001')
  expect(faults).toEqual([])
  await context.close()
})
