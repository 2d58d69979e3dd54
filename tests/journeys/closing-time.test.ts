import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { issue, openKiosk } from './_walk.ts'

/** Near the end of the day, with calendar and quotas in force. */
let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  hub = await startHub({ env: { ANTREAN_CLOCK: '2026-07-14T14:48:00+08:00', ANTREAN_RULES: 'full' } })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const check = async (page: Page, state: string) => expect([state, await violations(page)]).toEqual([state, []])

async function chooseOtherDay(page: Page, service: RegExp): Promise<void> {
  await button(page, /^Ambil nomor antrean/).click()
  await button(page, /Disdukcapil/).click()
  await button(page, service).click()
  await button(page, /^Ambil nomor/).click()
  await page.getByText('Kemungkinan tidak terlayani hari ini.').first().waitFor()
  await button(page, 'Pilih hari lain').click()
}

it('[R6.2] [R4.8] who may not be served today reserves another day at the kiosk, and keeps its code', async () => {
  const { page, faults } = await openKiosk(browser, hub)
  await chooseOtherDay(page, /^Cetak KTP/)
  await button(page, 'Kamis, 16 Juli').click()
  await button(page, 'Kamis, 16 Juli').and(page.locator('[aria-pressed=true]')).waitFor()
  await button(page, '09.30').click()
  await check(page, 'another day')
  await button(page, 'Pesan Kamis, 16 Juli, 09.30').click()
  await page.getByText('Simpan kode ini').waitFor()
  await check(page, 'booked')
  const code = (await page.locator('.booked-code').textContent())?.replace(/\s/g, '') ?? ''
  const kept = await hub.http.get<{ booking: { slotAt: string; service: string } }>(`/api/bookings/${code}`)
  expect(kept.body.booking).toMatchObject({ service: 'DUKC-02', slotAt: '2026-07-16T09:30:00.000+08:00' })
  await button(page, 'Sudah saya simpan').click()
  await page.getByText('Mau mengurus apa hari ini?').waitFor()
  expect(faults).toEqual([])
})

it('a service that takes no bookings says when it opens again', async () => {
  const { page, faults } = await openKiosk(browser, hub)
  await chooseOtherDay(page, /^Perekaman KTP/)
  await page.getByText('Rabu, 15 Juli').waitFor()
  await page.getByText('mulai pukul 08.00').waitFor()
  await check(page, 'opens again')
  expect(faults).toEqual([])
})

it('[R8.1] the hall is told that the day ends, and no visitor’s page names an estimate that nobody has', async () => {
  const display = await openScreen(browser, `${hub.url}/display?zone=A`, 'display')
  await display.page.getByText(/^Pelayanan ditutup \d+ menit lagi$/).waitFor()
  await check(display.page, 'display')
  const ticket = await issue(hub, { items: 3 })
  const token = await hub.session('supervisor')
  await hub.http.post('/api/systems/SIAK', { body: { down: true }, token })
  const phone = await openScreen(browser, `${hub.url}/t/${ticket.publicCode}`, 'phone')
  await phone.page
    .getByText(/^Perkiraan menunggu sistem SIAK/)
    .first()
    .waitFor()
  await phone.page.getByText('3 berkas').waitFor()
  await check(phone.page, 'phone')
  await hub.http.post('/api/systems/SIAK', { body: { down: false }, token })
  await phone.page.getByText('Belum dapat diperkirakan').first().waitFor()
  expect([...display.faults, ...phone.faults]).toEqual([])
})

it('[R5.13] the information desk sees what stands still and who calls for help, and answers', async () => {
  const desk = await openScreen(browser, `${hub.url}/desk`, 'counter')
  await desk.page
    .getByRole('button', { name: /^Masuk/ })
    .first()
    .click()
  const token = await hub.session('officer', 4)
  await hub.http.post('/api/counters/4/help', { body: { kind: 'supervisor' }, token })
  const supervisor = await hub.session('supervisor')
  await hub.http.post('/api/systems/SIAK', { body: { down: true }, token: supervisor })
  await desk.page.getByText(/memanggil pengawas/).waitFor()
  await desk.page.getByText(/SIAK.*nomor baru untuk Gerai/).waitFor()
  await check(desk.page, 'desk')
  await button(desk.page, 'Saya datang').click()
  await button(desk.page, 'Selesai').click()
  await desk.page.getByText(/memanggil pengawas/).waitFor({ state: 'detached' })
  await hub.http.post('/api/systems/SIAK', { body: { down: false }, token: supervisor })
  expect(desk.faults).toEqual([])
})
