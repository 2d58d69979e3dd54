import type { Browser, Locator, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { labelled, morning, openKiosk, type Ticket, until } from './_walk.ts'

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

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const today = '2026-07-14'
const check = async (page: Page, state: string) => expect([state, await violations(page)]).toEqual([state, []])

async function post<T>(path: string, body: object, token?: string): Promise<T> {
  const answer = await hub.http.post<T>(path, { body, ...(token ? { token } : {}) })
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`)
  return answer.body
}
async function book(service: string, time: string, day = today): Promise<string> {
  const token = await hub.session('information')
  const body = { service, slotAt: `${day}T${time}:00+08:00` }
  return (await post<{ booking: { code: string } }>('/api/bookings', body, token)).booking.code
}
/** As a scanner types; again when this busy machine was slower than any scanner, as a person would. */
async function scan(page: Page, text: string, seen: Locator): Promise<void> {
  do {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  } while (
    !(await seen.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    ))
  )
}
const issue = async (body: object) =>
  (await post<{ ticket: Ticket }>('/api/tickets', { delivery: 'none', ...body })).ticket
const officer = async (counter: number) => {
  const token = await hub.session('officer', counter)
  await hub.http.post(`/api/counters/${counter}/open`, { token })
  return {
    call: async () => (await post<{ ticket: Ticket }>(`/api/counters/${counter}/call-next`, {}, token)).ticket,
    finish: (ticket: Ticket) => post(`/api/tickets/${ticket.id}/finish`, {}, token),
  }
}
/** What the hub answers to the request for a number that this press makes. */
async function taking(page: Page, path: RegExp, press: () => Promise<void>): Promise<Ticket> {
  const answered = page.waitForResponse((one) => one.request().method() === 'POST' && path.test(one.url()))
  await press()
  return ((await (await answered).json()) as { ticket: Ticket }).ticket
}

it('[R4.8] a booking is checked in at the kiosk by its typed code, and called when nobody stands before its slot', async () => {
  const code = await book('DUKC-02', '10:00')
  const { page, faults } = await openKiosk(browser, hub)
  await button(page, /^Saya sudah memesan/).click()
  await check(page, 'code')
  for (const letter of code) await page.getByRole('group').getByRole('button', { name: letter, exact: true }).click()
  await button(page, 'Lanjutkan').click()
  await page.getByText('Anda terdaftar pukul 10.00').waitFor()
  await check(page, 'booking')
  const ticket = await taking(page, /check-in$/, () => button(page, 'Lapor datang').click())
  await page.getByText('Silakan ambil tiket').waitFor()
  await page.getByRole('heading', { name: /Disdukcapil/ }).waitFor()
  const counter = await officer(4)
  expect((await counter.call()).label).toBe(ticket.label)

  const phone = await openScreen(browser, `${hub.url}/t/${ticket.publicCode}`, 'phone')
  await phone.page
    .getByText('Sekarang giliran Anda')
    .or(phone.page.getByText(labelled(ticket.label)))
    .first()
    .waitFor()
  await counter.finish(ticket)
  expect([...faults, ...phone.faults]).toEqual([])
})

it('[R4.8] the same code again shows the same number; a wrong code, another day and a cancelled one are told in words', async () => {
  const { page, faults } = await openKiosk(browser, hub)
  await scan(page, 'ZZZZZZZZ', page.getByText('Kode itu tidak ditemukan'))
  await button(page, 'Kembali').click()
  const other = await book('DUKC-02', '10:00', '2026-07-15')
  await scan(page, `${hub.url}/b/${other}`, page.getByText('Reservasi ini untuk Rabu, 15 Juli, pukul 10.00.'))
  await check(page, 'another day')
  expect(await button(page, 'Lapor datang').count()).toBe(0)
  await hub.http.send('DELETE', `/api/bookings/${other}`)
  await button(page, 'Kembali').click()
  await button(page, 'Kembali').click()
  await page.locator('h1:focus').waitFor()
  await scan(page, other, page.getByText('Reservasi ini sudah dibatalkan'))
  // A booking that is not found is an answer of 404, which the browser reports.
  expect(faults.filter((fault) => !fault.includes('404'))).toEqual([])
})

it('[R5.12] a scanned slip: later, another service of the line, and cancelled after a second question', async () => {
  await issue({ service: 'DUKC-01' })
  const ticket = await issue({ service: 'DUKC-01' })
  const { page, faults } = await openKiosk(browser, hub)
  await scan(page, `${hub.url}/t/${ticket.publicCode}`, button(page, /^Ganti layanan/))
  await button(page, /^Ganti layanan/).click()
  await check(page, 'change service')
  await button(page, /^Kartu Keluarga/).click()
  await page.getByText('Sudah dicatat.').waitFor()
  await page.getByRole('heading', { name: /Kartu Keluarga/ }).waitFor()
  await button(page, /^Mundur 3 nomor/).click()
  await until(async () => (await button(page, /^Mundur 3 nomor/).count()) === 0)
  await check(page, 'my number')
  await button(page, /^Batalkan nomor/).click()
  await button(page, 'Tidak, tetap antre').click()
  await button(page, /^Batalkan nomor/).click()
  await button(page, /^Batalkan nomor/).click()
  await page.getByText('Nomor ini tidak berlaku lagi').waitFor()
  expect(faults).toEqual([])
})

const dresses = [
  { modes: ['Huruf besar'] },
  { modes: ['Kontras tinggi'] },
  { modes: ['Huruf besar', 'Kontras tinggi', 'Posisi rendah'] },
] as const

it.each(dresses)('the pages of codes, bookings, numbers and errands: $modes', async ({ modes }) => {
  const code = await book('DUKC-02', '14:00')
  const ticket = await issue({ service: 'DUKC-01' })
  const { page, context, faults } = await openKiosk(browser, hub)
  for (const mode of modes) await button(page, mode).click()
  await button(page, /^Saya sudah memesan/).click()
  await check(page, 'code')
  await page.getByRole('textbox').fill(code)
  await page.keyboard.press('Enter')
  await button(page, 'Lapor datang').waitFor()
  await check(page, 'booking')
  await scan(page, `${hub.url}/t/${ticket.publicCode}`, button(page, /^Batalkan nomor/))
  await check(page, 'my number')
  await button(page, /^Batalkan nomor/).click()
  await check(page, 'sure')
  await hub.http.send('DELETE', `/api/bookings/${code}`)
  await context.close()
  expect(faults).toEqual([])
})

it('an errand over two booths: one number, the way on the screen and on the phone, and called at both', async () => {
  const { page, faults } = await openKiosk(browser, hub)
  await button(page, /^Ambil nomor antrean/).click()
  await button(page, 'Beberapa gerai').click()
  await check(page, 'errands')
  await button(page, /^KTP-el hilang/).click()
  await page.getByText('Satu nomor untuk 2 tahap').waitFor()
  await check(page, 'errand')
  await button(page, 'Ambil satu nomor').click()
  const ticket = await taking(page, /tickets$/, () => button(page, /^Tidak, lanjutkan/).click())
  await page.getByText('Setelah itu ke Gerai').waitFor()
  await page.getByText('Silakan ambil tiket').waitFor()
  const phone = await openScreen(browser, `${hub.url}/t/${ticket.publicCode}`, 'phone')
  const steps = phone.page.getByRole('listitem')
  await steps.filter({ hasText: 'Cetak KTP-el' }).filter({ hasText: 'Berikutnya' }).waitFor()
  await check(phone.page, 'steps')

  const police = await officer(17)
  expect((await police.call()).label).toBe(ticket.label)
  await police.finish(ticket)
  await phone.page.getByText('Disdukcapil').first().waitFor()
  const civil = await officer(5)
  let called = await civil.call()
  while (called.label !== ticket.label) {
    await civil.finish(called)
    called = await civil.call()
  }
  await civil.finish(called)
  await phone.page.getByText('Layanan selesai').first().waitFor()
  expect([...faults, ...phone.faults]).toEqual([])
})

it('[R4.8] the page of a booking: when, where, its code, and given back after a second question', async () => {
  const code = await book('IMIG-01', '10:30', '2026-07-15')
  const { page, faults } = await openScreen(browser, `${hub.url}/b/${code}`, 'phone')
  await page.getByRole('heading', { name: /^Paspor baru/ }).waitFor()
  await page.getByText('Anda terdaftar Rabu, 15 Juli, pukul 10.30 WITA').waitFor()
  await check(page, 'booking page')
  await button(page, 'Batalkan reservasi').click()
  await button(page, 'Lepaskan waktu ini').click()
  await page.getByRole('heading', { name: 'Reservasi ini sudah dibatalkan.' }).waitFor()
  await check(page, 'cancelled')
  expect(faults).toEqual([])
})

it('[R4.8] the desk books, checks in, cancels, and reads in a list whose mistakes it names', async () => {
  const { page, faults } = await openScreen(browser, `${hub.url}/desk`, 'counter')
  await button(page, /^Masuk/).click()
  await button(page, /^Reservasi/).click()
  await page.getByRole('heading', { name: 'Reservasi', exact: true }).waitFor()
  await page.getByRole('combobox', { name: 'Layanan yang dapat dipesan' }).fill('cetak ktp')
  await page.keyboard.press('Enter')
  await page.getByLabel('Waktu').selectOption({ index: 2 })
  await check(page, 'make')
  await button(page, 'Simpan reservasi').click()
  await page.getByRole('heading', { name: /^Reservasi [A-Z0-9]{4} [A-Z0-9]{4}: Selasa, 14 Juli/ }).waitFor()
  await button(page, /^Lapor datang/)
    .first()
    .click()
  await page.getByText(/^Nomor .* sudah masuk antrean/).waitFor()
  await button(page, 'Impor daftar').click()
  await page.getByLabel('Atau tempel isinya di sini').fill('layanan,tanggal,jam\nDUKC-02,2026-07-14,11:00\nX,x,x\n')
  await button(page, 'Periksa').click()
  await page.getByText('1 dari 2 baris perlu diperbaiki. Belum ada yang disimpan.').waitFor()
  await page.getByText('Baris 3').waitFor()
  await check(page, 'import')
  await page.getByLabel('Atau tempel isinya di sini').fill('layanan,tanggal,jam\nDUKC-02,2026-07-14,11:00\n')
  await button(page, 'Periksa').click()
  await button(page, 'Simpan 1 reservasi').click()
  await page.getByText('1 reservasi disimpan.').waitFor()
  await button(page, /^Batalkan [A-Z0-9]{4}/)
    .last()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Batalkan', exact: true }).click()
  await page.getByRole('cell', { name: 'Dibatalkan' }).first().waitFor()
  expect(faults).toEqual([])
})
