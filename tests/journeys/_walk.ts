import type { Browser, Page } from 'playwright-core'
import type { HubProcess } from '../_hub.ts'
import { openScreen, type Screen } from './_browser.ts'

/** The moment that all pictures of the screens tell. */
export const morning = { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00' }

export interface Ticket {
  readonly id: string
  readonly label: string
  readonly publicCode: string
  readonly state: string
  readonly calls: number
  readonly counter: number | null
}

/** Services of booth 02, Disdukcapil, whose counters are 4, 5 and 6. */
export const idCard = { code: 'DUKC-01', name: /^Perekaman KTP-el/ }

/** A kiosk that stands: its first page has the focus, which comes only once it is drawn. */
export async function openKiosk(browser: Browser, { url }: HubProcess, device = 'K1'): Promise<Screen> {
  const screen = await openScreen(browser, `${url}/kiosk?device=${device}`, 'kiosk')
  await screen.page.locator('h1:focus').waitFor()
  return screen
}

/** Touches from the first page to the question of priority. */
export async function chooseService(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Ambil nomor antrean/ }).click()
  await page.getByRole('button', { name: /Disdukcapil/ }).click()
  await page.getByRole('button', { name: idCard.name }).click()
  await page.getByRole('button', { name: 'Ambil nomor', exact: true }).click()
}

export const withoutPriority = (page: Page) => page.getByRole('button', { name: /^Tidak, lanjutkan/ })

/** Takes a number at a kiosk that stands on its first page; gives what the hub answered. */
export async function takeNumber(page: Page): Promise<Ticket> {
  await chooseService(page)
  const answered = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/api/tickets'),
  )
  await withoutPriority(page).click()
  const { ticket } = (await (await answered).json()) as { ticket: Ticket }
  return ticket
}

/** A number given out at a desk: in line at once. */
export async function issue({ http }: HubProcess, more: object = {}): Promise<Ticket> {
  const body = { service: idCard.code, delivery: 'none', ...more }
  return (await http.post<{ ticket: Ticket }>('/api/tickets', { body })).body.ticket
}

export const readTicket = async ({ http }: HubProcess, { publicCode }: Ticket): Promise<Ticket> =>
  (await http.get<{ ticket: Ticket }>(`/api/tickets/${publicCode}`)).body.ticket

/** An officer at a counter of booth 02, which is open. */
export async function openCounter(browser: Browser, { url }: HubProcess, number: 4 | 5 | 6): Promise<Screen> {
  const screen = await openScreen(browser, `${url}/counter?counter=${number}`, 'counter')
  await screen.page.getByRole('button', { name: `Masuk ke Loket ${number - 3}` }).click()
  const open = screen.page.getByRole('button', { name: /^Buka loket/ })
  await screen.page.getByRole('heading', { name: 'Loket tutup' }).waitFor()
  await open.click()
  await screen.page.getByRole('heading', { name: /^Berikutnya|^Belum ada yang menunggu/ }).waitFor()
  return screen
}

/** The field of the counter screen shows this state and this number. */
export const atField = (page: Page, title: string | RegExp, label: string) =>
  page
    .getByRole('region', { name: title })
    .filter({ hasText: labelled(label) })
    .waitFor()

/** "D-002" however its gap is drawn. */
export const labelled = (label: string): RegExp => new RegExp(label.replace('-', '[\\s-]*'))

/** The labels in the counter's list, in its order. */
export async function lineAt(page: Page): Promise<string[]> {
  const rows = await page.getByRole('tabpanel').getByRole('listitem').allInnerTexts()
  return rows.map((text) => /([A-Z]{1,2})\s*(\d{3})/.exec(text)?.slice(1).join('-') ?? text)
}

/** Asks again until it is so; without end, so that the test's own time limit says what never came. */
export async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 50))
}
