import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { atField, issue, labelled, morning, openCounter, openKiosk } from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: morning })
  browser ??= await launchBrowser()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await hub[Symbol.asyncDispose]()
})
afterAll(() => browser?.close())

/** Every control of the place that a mouse could use, by what it is called; a group of radios is one. */
const controlsOf = (scope: string) => `(() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0
  const radios = new Set()
  return [...document.querySelectorAll(${JSON.stringify(scope)})].flatMap((root) =>
    [...root.querySelectorAll('a[href], button, input, select, textarea, [tabindex="0"]')].filter((element) => {
      if (!seen(element) && !(element.type === 'radio' || element.type === 'checkbox' || element.type === 'file')) return false
      if (element.disabled || element.tabIndex < 0) return false
      if (element.type !== 'radio') return true
      const isFirst = !radios.has(element.name)
      radios.add(element.name)
      return isFirst
    }))
})()`

/** Goes round with Tab alone; gives the controls that never had the focus. */
async function goRound(page: Page, scope: string): Promise<string[]> {
  const count = (await page.evaluate(`(() => {
    window.toReach = ${controlsOf(scope)}
    window.hadFocus = new Set()
    const note = () => hadFocus.add(document.activeElement)
    note()
    addEventListener('focusin', note)
    return toReach.length
  })()`)) as number
  if (count === 0) throw new Error(`${scope} has nothing to reach`)
  const state = `(() => {
    const same = (a, b) => a === b || (a.type === 'radio' && b.type === 'radio' && a.name === b.name)
    const name = (element) =>
      (element.getAttribute('aria-label') || element.labels?.[0]?.innerText || element.innerText || element.outerHTML.slice(0, 80)).trim()
    return toReach
      .filter((element) => element.isConnected && !element.disabled && ![...hadFocus].some((each) => same(each, element)))
      .map(name)
  })()`
  for (let stroke = 0; stroke < count * 2 + 40; stroke++) {
    await page.keyboard.press('Tab')
    if (stroke % 8 === 7 && ((await page.evaluate(state)) as string[]).length === 0) break
  }
  return (await page.evaluate(state)) as string[]
}

/** What stands in a place, whatever the language calls it. */
const shapeOf = (scope: string) =>
  `${controlsOf(scope)}.map((element) => element.tagName + element.type + element.className).join()`
const walked = new Set<string>()

/** No violation, and nothing that only a mouse could reach; the same controls in another language are walked once. */
async function check(page: Page, name: string, scope: string): Promise<void> {
  expect([name, await violations(page)]).toEqual([name, []])
  const shape = `${name.split(',')[0]} ${await page.evaluate(shapeOf(scope))}`
  if (walked.has(shape)) return
  walked.add(shape)
  expect([name, await goRound(page, scope)]).toEqual([name, []])
}
const dialog = '[role=dialog], [role=alertdialog], dialog[open]'
const languages = ['id', 'en'] as const
const toEnglish = (page: Page) => page.getByRole('button', { name: /English/ }).click()

it('every question of the counter, in both languages', async () => {
  for (let n = 0; n < 3; n++) await issue(hub)
  const { page, faults } = await openCounter(browser, hub, 4)
  await openCounter(browser, hub, 5)
  await atField(page, /^Berikutnya/, 'D-001')
  const ask = async (key: string, language: string) => {
    await page.keyboard.press(key)
    await page.locator(dialog).first().waitFor()
    await check(page, `${key}, ${language}`, dialog)
    await page.keyboard.press('Escape')
    await page.locator(dialog).first().waitFor({ state: 'detached' })
  }
  for (const language of languages) {
    if (language === 'en') await toEnglish(page)
    for (const key of ['n', 'w', 'm', 'i', '?']) await ask(key, language)
  }
  await page.keyboard.press('Space')
  await page.getByRole('region', { name: /^Memanggil|^Calling/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: /^Sedang dilayani|^Being served/ }).waitFor()
  for (const language of ['en', 'id']) {
    if (language === 'id') await page.getByRole('button', { name: /Bahasa Indonesia/ }).click()
    for (const key of ['a', 'p', 'k', 'c', 'l', 'o', 'x']) await ask(key, language)
  }
  expect(faults).toEqual([])
}, 240_000)

it('every form of the information desk, in both languages', async () => {
  const ticket = await issue(hub)
  const { page, faults } = await openScreen(browser, `${hub.url}/desk`, 'supervisor')
  await page.getByRole('button', { name: 'Masuk sebagai petugas informasi' }).press('Enter')
  await page.locator('[role=combobox]:focus').waitFor()
  for (const language of languages) {
    if (language === 'en') await toEnglish(page)
    const say = (id: string, en: string) => (language === 'id' ? id : en)
    const at = (name: string, scope = 'main') => check(page, `${name}, ${language}`, scope)
    await page.keyboard.press('F2')
    await page.locator('[role=combobox]:focus').waitFor()
    await page.keyboard.type(say('perekaman ktp', 'electronic id card'))
    await page.keyboard.press('Enter')
    await page.locator('input[type=radio]:focus').waitFor()
    await at('a number for somebody')
    await page.keyboard.press('F3')
    await at('a number looked up')
    await page.getByRole('button', { name: say('Tiket hilang', 'Slip lost') }).press('Enter')
    await at('a slip that is lost')
    await page.keyboard.press('F3')
    await page.locator('input:focus').waitFor()
    await page.keyboard.type(ticket.label)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: labelled(ticket.label) }).waitFor()
    await at('a number found')
    const acts = [say('Ganti layanan', 'Change service'), say('Batalkan nomor', 'Cancel number')]
    for (const name of acts) {
      await page.getByRole('button', { name, exact: true }).press('Enter')
      await page.locator(dialog).first().waitFor()
      await at(name, dialog)
      await page.keyboard.press('Escape')
      await page.locator(dialog).first().waitFor({ state: 'detached' })
    }
    await page.keyboard.press('F4')
    await page.locator('[role=combobox]:focus').waitFor()
    await at('a paper roll')
    await page.keyboard.press('F8')
    await page.locator('main form, main input').first().waitFor()
    await at('bookings')
  }
  expect(faults).toEqual([])
}, 240_000)

const windows = [
  ['Hentikan sementara', 'Pause'],
  ['Sistem pusat', 'Central systems'],
  ['Tutup hari', 'Close the day'],
] as const

it("every window of the supervisor's page, in both languages", async () => {
  await issue(hub)
  const { page, faults } = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  await page.getByRole('button', { name: 'Masuk sebagai pengawas' }).press('Enter')
  await page.getByRole('rowheader').first().waitFor()
  for (const language of languages) {
    if (language === 'en') await toEnglish(page)
    for (const names of windows) {
      const name = language === 'id' ? names[0] : names[1]
      await page.getByRole('button', { name }).first().press('Enter')
      await page.locator(dialog).first().waitFor()
      await check(page, name, dialog)
      await page.keyboard.press('Escape')
      await page.locator(dialog).first().waitFor({ state: 'detached' })
    }
  }
  expect(faults).toEqual([])
}, 240_000)

const consoleForms = [
  ...['gerai/DUKC', 'gerai/baru', 'gerai/loket/5', 'gerai/instansi/DUKC', 'layanan/IMIG-01', 'layanan/baru/IMIG-01'],
  ...['layanan/alur/LOST-ID-CARD', 'layanan/kelompok/POLICE', 'layanan/sistem-pusat/SIMBG', 'jadwal'],
  ...[
    'jadwal/jam-khusus/baru',
    'jadwal/libur',
    'jadwal/libur/2026-01-16',
    'gedung',
    'gedung/lantai/1',
    'gedung/zona/A',
  ],
  ...['gedung/kios/K2', 'aturan', 'aturan/teks', 'aturan/gedung-ini', 'aturan/huruf-nomor', 'paket', 'petugas'],
]

it("nothing of the manager's forms is for the mouse alone", async () => {
  const { page, faults } = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  await page.getByRole('button', { name: 'Manajer gedung', exact: true }).press('Enter')
  await page.getByRole('rowheader').first().waitFor()
  for (const hash of consoleForms) {
    await page.goto(`${hub.url}/supervisor#${hash}`)
    await page
      .locator('main :is(form, input, button, a)')
      .first()
      .waitFor()
      .catch(() => Promise.reject(new Error(`${hash} shows nothing`)))
    expect([hash, await goRound(page, 'main')]).toEqual([hash, []])
  }
  expect(faults).toEqual([])
}, 240_000)

it('the sheets of the kiosk and the pages of the phone', async () => {
  const { publicCode } = await issue(hub)
  for (const language of languages) {
    const { page } = await openKiosk(browser, hub)
    if (language === 'en') await page.getByRole('button', { name: 'English', exact: true }).press('Enter')
    await check(page, `kiosk, ${language}`, 'body')
    await page.getByRole('button', { name: /^Ambil nomor antrean|^Take a queue number/ }).press('Enter')
    await check(page, `kiosk, agencies, ${language}`, 'body')
    await page.getByRole('button', { name: language === 'id' ? 'Petugas' : 'Officer', exact: true }).press('Enter')
    await page.locator(dialog).first().waitFor()
    await check(page, `help, ${language}`, dialog)
    for (const path of [`/t/${publicCode}`, '/visit']) {
      const phone = await openScreen(browser, `${hub.url}${path}?lang=${language}`, 'phone')
      await phone.page.locator('main button').first().waitFor()
      await check(phone.page, `${path}, ${language}`, 'body')
    }
  }
}, 240_000)
