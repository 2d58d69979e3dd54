import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'

interface Ticket {
  readonly id: string
  readonly label: string
  readonly publicCode: string
}

const service = 'IMIG-01'

let hub: HubProcess
let browser: Browser
let counter: number
beforeAll(async () => {
  hub = await startHub({ env: { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00' } })
  browser = await launchBrowser()
  const { body } = await hub.http.get<{ booths: { code: string; counters: number[] }[] }>('/api/demo')
  counter = body.booths.find(({ code }) => code === 'IMIG')?.counters[0] ?? 0
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

async function take(more: object = {}): Promise<Ticket> {
  const { body } = await hub.http.post<{ ticket: Ticket }>('/api/tickets', {
    body: { service, delivery: 'none', ...more },
  })
  return body.ticket
}
async function officer() {
  const token = await hub.session('officer', counter)
  return async (path: string, body: object = {}) =>
    (await hub.http.post<{ ticket: Ticket }>(path, { body, token })).body.ticket
}
const openTicket = (ticket: Ticket, lang = 'id'): Promise<Screen> =>
  openScreen(browser, `${hub.url}/t/${ticket.publicCode}?lang=${lang}`, 'phone')
const button = ({ page }: Screen, name: string | RegExp) => page.getByRole('button', { name })
const seen = ({ page }: Screen, text: string | RegExp) => page.getByText(text).first().waitFor()

it('follows a number from the line to the call, with what the visitor may do on the way', async () => {
  const others = [await take(), await take(), await take()]
  const mine = await take()
  const rival = await take({ priority: 'elderly' })
  const act = await officer()
  await act(`/api/counters/${counter}/open`)
  await act(`/api/tickets/${(await act(`/api/counters/${counter}/call-next`)).id}/start`)

  const phone = await openTicket(mine)
  await seen(phone, 'Di depan Anda')
  await seen(phone, '1 pengunjung prioritas dipanggil lebih dulu.')
  expect(await violations(phone.page)).toEqual([])

  await deferByKeyboard(phone)
  await act(`/api/tickets/${rival.id}/finish`)
  let called = await act(`/api/counters/${counter}/call-next`)
  for (let calls = 0; called.id !== mine.id && calls < others.length + 1; calls++) {
    await act(`/api/tickets/${called.id}/start`)
    await act(`/api/tickets/${called.id}/finish`)
    called = await act(`/api/counters/${counter}/call-next`)
  }
  expect(called.label).toBe(mine.label)
  await seen(phone, 'Sekarang giliran Anda.')
  expect(await phone.page.title()).toContain('Dipanggil')
  expect(await violations(phone.page)).toEqual([])

  await button(phone, 'Saya menuju ke sana').click()
  await seen(phone, 'Petugas tahu Anda menuju ke sana.')
  await act(`/api/tickets/${mine.id}/miss`)
  await seen(phone, 'Nomor Anda terlewat.')
  expect(await violations(phone.page)).toEqual([])
  await button(phone, 'Saya di sini').click()
  await seen(phone, 'Petugas tahu Anda di sini.')

  await button(phone, 'Batalkan nomor').click()
  await button(phone, /^Batalkan P/).click()
  await seen(phone, 'Nomor ini sudah dibatalkan.')
  expect(await violations(phone.page)).toEqual([])
  expect(phone.faults).toEqual([])
}, 60_000)

/** By keyboard alone: Escape changes nothing, Enter agrees, and it is given once (R5.12). */
async function deferByKeyboard(phone: Screen): Promise<void> {
  const later = button(phone, 'Nanti saja')
  await later.focus()
  await phone.page.keyboard.press('Enter')
  await seen(phone, /Ini hanya bisa sekali/)
  expect(await violations(phone.page)).toEqual([])
  await phone.page.keyboard.press('Escape')
  await later.focus()
  await phone.page.keyboard.press('Enter')
  await phone.page.keyboard.press('Tab')
  await phone.page.keyboard.press('Enter')
  await seen(phone, /Anda dipanggil setelah 3 pengunjung/)
  await later.waitFor({ state: 'detached' })
}

it('accepts a number offered on a screen, in English, with its own priority mark', async () => {
  const phone = await openTicket(await take({ delivery: 'screen', priority: 'pregnancy' }), 'en')
  await seen(phone, 'Not in line yet')
  await seen(phone, 'Priority')
  expect(await phone.page.locator('html').getAttribute('lang')).toBe('en')
  expect(await violations(phone.page)).toEqual([])
  await button(phone, 'I have kept it').click()
  await seen(phone, 'Your number is in line.')
}, 30_000)

it('fits a screen of 320 px with text of twice the size', async () => {
  const phone = await openTicket(await take())
  await phone.page.setViewportSize({ width: 320, height: 640 })
  await seen(phone, 'Di depan Anda')
  await phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  await phone.page.goto(`${hub.url}/visit`)
  await seen(phone, 'Imigrasi')
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
}, 30_000)

it('says so when there is no such number', async () => {
  const phone = await openScreen(browser, `${hub.url}/t/2222222222222`, 'phone')
  await seen(phone, 'Nomor ini tidak ditemukan')
  expect(await violations(phone.page)).toEqual([])
}, 30_000)

it('finds services by word and kind, and tells why one gives no numbers', async () => {
  const phone = await openScreen(browser, `${hub.url}/visit`, 'phone')
  await seen(phone, 'Disdukcapil')
  expect(await violations(phone.page)).toEqual([])
  await phone.page.getByRole('searchbox').fill('paspor')
  await seen(phone, /^\d+ layanan cocok$/)
  expect(await phone.page.getByText('Disdukcapil').count()).toBe(0)
  await phone.page.getByRole('searchbox').fill('zzzz')
  await seen(phone, 'Belum ada layanan yang cocok. Petugas Informasi siap membantu.')

  await hub.http.post('/api/demo/rules', { body: { full: true } })
  await phone.page.reload()
  await seen(phone, /^Segera dibuka, mulai |^Tutup\. Buka /)
  expect(await violations(phone.page)).toEqual([])
  await hub.http.post('/api/demo/rules', { body: { full: false } })
  expect(phone.faults).toEqual([])
}, 30_000)

it('keeps the last reading with its time while the hub is gone, and comes back by itself', async () => {
  await using own = await startHub({ env: { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00' } })
  const { body } = await own.http.post<{ ticket: Ticket }>('/api/tickets', { body: { service, delivery: 'none' } })
  const phone = await openScreen(browser, `${own.url}/t/${body.ticket.publicCode}`, 'phone')
  await seen(phone, 'Anda berikutnya')
  await own.stop()
  await seen(phone, /^Terputus\. Terakhir diperbarui 09\.4\d\.$/)
  expect(await button(phone, 'Batalkan nomor').isDisabled()).toBe(true)
  await using _again = await startHub({ dataDir: own.dataDir, env: { PORT: String(own.port) } })
  await phone.page.getByText(/^Terputus/).waitFor({ state: 'detached' })
}, 60_000)
