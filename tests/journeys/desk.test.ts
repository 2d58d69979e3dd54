import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'
import { issue, labelled, morning, readTicket, type Ticket, until } from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: morning })
})
beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await hub[Symbol.asyncDispose]()
})
afterAll(() => browser?.close())

/** The desk, entered by keyboard; the search for a service has the focus. */
async function openDesk(): Promise<Screen> {
  const screen = await openScreen(browser, `${hub.url}/desk`, 'supervisor')
  await screen.page.getByRole('button', { name: 'Masuk sebagai petugas informasi' }).press('Enter')
  await screen.page.locator('[role=combobox]:focus').waitFor()
  return screen
}
const chooseByKeys = async (page: Page, words: string) => {
  await page.locator('[role=combobox]:focus').waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
}
const slipsAt = async (kiosk: string, label: string): Promise<number> =>
  (await hub.http.get(`/virtual/printers/${kiosk}`)).text.match(new RegExp(`data-newest|${label}\\.png`, 'g'))
    ?.length ?? 0

it('takes a number for a visitor who comes first by right, by keyboard alone, printed at the kiosk beside the desk', async () => {
  const { page, faults } = await openDesk()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('Cetak di').selectOption({ index: 1 })
  await page.getByRole('combobox').first().waitFor()
  await page.keyboard.press('F2')
  await chooseByKeys(page, 'perekaman ktp')
  await page.getByRole('heading', { name: 'Perekaman KTP-el' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.locator('input[type=radio]:focus').waitFor()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('radio', { name: 'Lansia' }).isChecked()).toBe(true)
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/tickets'))
  await page.keyboard.press('Enter')
  const { ticket } = (await (await answered).json()) as { ticket: Ticket & { priority: boolean; kiosk: string } }
  expect(ticket).toMatchObject({ label: 'D-001', priority: true, kiosk: 'K2' })
  await page.getByText('Tiket sudah dicetak di').waitFor()
  expect(await slipsAt('K2', 'D-001')).toBeGreaterThan(0)
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ambilkan nomor untuk pengunjung' }).waitFor()
  await page.locator('[role=combobox]:focus').waitFor()
  expect(faults).toEqual([])
}, 60_000)

it('a number on the screen joins the line when its holder has it', async () => {
  const { page, faults } = await openDesk()
  await chooseByKeys(page, 'perekaman ktp')
  await page.getByRole('radio', { name: 'QR di layar' }).check()
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/tickets'))
  await page.getByRole('button', { name: /^Ambil nomor/ }).click()
  const { ticket } = (await (await answered).json()) as { ticket: Ticket }
  await page.getByRole('img', { name: 'Kode QR nomor pengunjung' }).waitFor()
  expect((await readTicket(hub, ticket)).state).toBe('reserved')
  await page.getByRole('button', { name: 'Pengunjung sudah memegang nomor' }).click()
  await until(async () => (await readTicket(hub, ticket)).state === 'waiting')
  expect(faults).toEqual([])
}, 60_000)

it('a lost slip is found by service and minute, printed again, corrected, and its holder’s place is kept', async () => {
  const ticket = await issue(hub)
  await issue(hub)
  const { page, faults } = await openDesk()
  await page.keyboard.press('F3')
  await page.getByRole('button', { name: 'Tiket hilang? Cari dengan layanan dan jam' }).press('Enter')
  await page.getByRole('combobox', { name: 'Layanan yang dituju' }).fill('perekaman ktp')
  await page.keyboard.press('Enter')
  await page.getByLabel('Diambil sekitar pukul').fill('9.45')
  await page.keyboard.press('Enter')
  await page.getByText('2 nomor cocok').waitFor()
  await page.getByRole('button', { name: labelled(ticket.label) }).press('Enter')
  await page.getByRole('heading', { name: labelled(ticket.label) }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Cetak ulang' }).press('Enter')
  await page.getByText('Sudah dicetak di').waitFor()
  expect((await hub.http.get('/virtual/printers/K1/1-D-001.escpos')).status).toBe(200)
  expect(await readTicket(hub, ticket)).toMatchObject({ label: ticket.label, state: 'waiting', ahead: 0 })

  await page.getByRole('button', { name: 'Ganti layanan' }).press('Enter')
  await page.getByRole('combobox', { name: 'Ganti layanan' }).fill('akta kelahiran')
  await page.keyboard.press('Enter')
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Layanan sudah diganti.').waitFor()
  expect(await readTicket(hub, ticket)).toMatchObject({ label: ticket.label, ahead: 0 })

  await page.getByRole('button', { name: 'Batalkan nomor' }).press('Enter')
  await page.getByRole('combobox', { name: 'Alasan' }).selectOption('asked')
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan nomor' }).click()
  await page.getByText('Nomor ini sudah berakhir.').waitFor()
  expect(faults).toEqual([])
}, 60_000)

it('a scanner types a slip’s address and its number stands there', async () => {
  const ticket = await issue(hub)
  const { page } = await openDesk()
  await page.keyboard.press('F3')
  await page.keyboard.type(`${hub.url}/t/${ticket.publicCode}`)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: labelled(ticket.label) }).waitFor()
  // The next scan writes over it.
  await page.keyboard.type('d 999')
  await page.keyboard.press('Enter')
  await page.getByText('Tidak ada nomor yang cocok hari ini.').waitFor()
})

it('paper numbers typed one after another merge by their time; two desks cannot enter the same one', async () => {
  const kiosk = await issue(hub)
  const [one, two] = [await openDesk(), await openDesk()]
  for (const { page } of [one, two]) {
    await page.keyboard.press('F4')
    await chooseByKeys(page, 'perekaman ktp')
    await page.getByLabel('Nomor pada kertas').waitFor()
  }
  await one.page.getByLabel('Pukul').fill('9.10')
  await one.page.getByLabel('Nomor pada kertas').fill('051, 052')
  await one.page.keyboard.press('Enter')
  await one.page
    .getByRole('listitem')
    .filter({ hasText: labelled('D-052') })
    .getByText('Masuk antrean')
    .waitFor()
  await one.page.locator('input:focus').waitFor()
  expect(await violations(one.page)).toEqual([])

  await two.page.getByLabel('Nomor pada kertas').fill('d051')
  await two.page.keyboard.press('Enter')
  await two.page.getByText('Nomor itu sudah dipakai hari ini.', { exact: true }).waitFor()
  await two.page.getByLabel('Nomor pada kertas').fill('B 053, lima')
  await two.page.keyboard.press('Enter')
  await two.page.getByText('Bukan nomor: lima.').waitFor()

  const token = await hub.session('officer', 5)
  const post = (path: string, body: object = {}) =>
    hub.http.post<{ ticket: Ticket }>(path, { token, body }).then(({ body: answer }) => answer.ticket)
  await post('/api/counters/5/open')
  const called: string[] = []
  for (let n = 0; n < 3; n++) {
    const ticket = await post('/api/counters/5/call-next')
    called.push(ticket.label)
    await post(`/api/tickets/${ticket.id}/start`)
    await post(`/api/tickets/${ticket.id}/finish`)
  }
  expect(called).toEqual(['D-051', 'D-052', kiosk.label])
}, 60_000)

it('speaks English, survives a reload, and says when the hub is gone', async () => {
  const { page, faults } = await openDesk()
  await page.getByRole('button', { name: /English/ }).click()
  await page.getByRole('heading', { name: 'Take a number for a visitor' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.reload()
  await page.getByRole('heading', { name: 'Take a number for a visitor' }).waitFor()
  expect(faults).toEqual([])
  await hub.kill()
  await page.getByText('Connection lost').waitFor()
}, 60_000)
