import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'
import { idCard, issue, lineAt, morning, openCounter, openKiosk, readTicket, until } from './_walk.ts'

let hub: HubProcess
let browser: Browser
let supervisor: Screen
beforeAll(async () => {
  hub = await startHub({ env: morning })
  browser = await launchBrowser()
  supervisor = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  await supervisor.page.getByRole('button', { name: 'Masuk sebagai pengawas' }).click()
  await supervisor.page.getByRole('button', { name: 'Hentikan sementara' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

const stopped = 'Pelayanan dihentikan sementara'

it('[R8.5] the supervisor pauses the building: every screen says so, and afterwards all is as before', async () => {
  const tickets = [await issue(hub), await issue(hub, { priority: 'elderly' }), await issue(hub)]
  const [first] = tickets
  if (!first) throw new Error('no number')
  const kiosk = await openKiosk(browser, hub)
  const display = await openScreen(browser, `${hub.url}/display?zone=A`, 'display')
  const booth = await openScreen(browser, `${hub.url}/display/booth/DUKC`, 'booth')
  const phone = await openScreen(browser, `${hub.url}/t/${first.publicCode}`, 'phone')
  const counter = await openCounter(browser, hub, 6)
  await display.page.getByText('Masih menunggu').waitFor()
  await phone.page.getByRole('heading', { name: 'Di depan Anda' }).waitFor()
  const before = await lineAt(counter.page)

  const { page } = supervisor
  await page.getByRole('button', { name: 'Hentikan sementara' }).click()
  await page.getByRole('radio', { name: 'Upacara' }).check()
  await page.getByLabel('Dilanjutkan pukul (bila sudah diketahui)').fill('10:15')
  expect(await violations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Hentikan sementara' }).click()

  for (const screen of [kiosk, display]) await screen.page.getByRole('heading', { name: stopped }).waitFor()
  for (const screen of [kiosk, display, phone, booth]) await screen.page.getByText('Dilanjutkan pukul 10.15').waitFor()
  await phone.page.getByRole('heading', { name: `Upacara: ${stopped}` }).waitFor()
  await booth.page.getByText('Berhenti sementara').waitFor()
  await counter.page.getByText(`Upacara: ${stopped}`).waitFor()
  for (const screen of [kiosk, display, phone, booth, counter]) expect(await violations(screen.page)).toEqual([])

  await page.getByRole('button', { name: 'Lanjutkan pelayanan' }).click()
  for (const screen of [kiosk, display])
    await screen.page.getByRole('heading', { name: stopped }).waitFor({ state: 'detached' })
  await counter.page.getByText(`Upacara: ${stopped}`).waitFor({ state: 'detached' })
  await phone.page.getByRole('heading', { name: `Upacara: ${stopped}` }).waitFor({ state: 'detached' })
  expect(await lineAt(counter.page)).toEqual(before)
  for (const ticket of tickets) expect((await readTicket(hub, ticket)).state).toBe('waiting')
  for (const { faults, context } of [kiosk, display, booth, phone, counter]) {
    expect(faults).toEqual([])
    await context.close()
  }
}, 120_000)

it('[R8.6] a central system down: told where it stops something, and the visitor comes another day', async () => {
  const ticket = await issue(hub)
  const display = await openScreen(browser, `${hub.url}/display?zone=A`, 'display')
  const booth = await openScreen(browser, `${hub.url}/display/booth/DUKC`, 'booth')
  const phone = await openScreen(browser, `${hub.url}/t/${ticket.publicCode}`, 'phone')
  const { page } = supervisor
  await page.getByRole('button', { name: 'Sistem pusat' }).click()
  await page.getByRole('searchbox', { name: 'Cari sistem pusat' }).fill('siak')
  await page.getByRole('switch', { name: 'SIAK Terpusat' }).click()
  await page.getByRole('switch', { name: 'SIAK Terpusat', checked: false }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Kembali' }).click()
  await page.getByText(/^SIAK Terpusat terganggu sejak/).waitFor()
  for (const screen of [display, booth, phone]) {
    await screen.page
      .getByText(/Gangguan sistem pusat/)
      .first()
      .waitFor()
    expect(await violations(screen.page)).toEqual([])
  }

  const refused = await hub.http.post<{ refusal: { name: string } }>('/api/tickets', {
    body: { service: idCard.code, delivery: 'none' },
  })
  expect(refused.body.refusal.name).toBe('system-down')

  await phone.page.getByRole('button', { name: 'Datang lain hari saja' }).click()
  await phone.page.getByRole('button', { name: 'Pesankan hari lain' }).click()
  await phone.page.getByRole('heading', { name: 'Reservasi Anda' }).waitFor()
  await phone.page.getByText(/Rabu, 15 Juli 2026/).waitFor()
  expect(await violations(phone.page)).toEqual([])

  await page.getByRole('button', { name: 'Sudah pulih' }).click()
  await display.page.getByText('Gangguan sistem pusat').waitFor({ state: 'detached' })
  for (const { faults, context } of [display, booth, phone]) {
    expect(faults).toEqual([])
    await context.close()
  }
}, 120_000)

it('[R5.13] a silent emergency: seen by colleague and supervisor, on no public screen', async () => {
  const counter = await openCounter(browser, hub, 4)
  const colleague = await openCounter(browser, hub, 5)
  const booth = await openScreen(browser, `${hub.url}/display/booth/DUKC`, 'booth')
  await counter.page.keyboard.press('Control+Shift+E')
  await counter.page.getByText('Terkirim').waitFor()
  const { page } = supervisor
  const banner = page.getByText('Darurat: Loket 1 di Gerai 02, Lantai 1')
  await banner.waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Saya datang' }).click()
  await counter.page.getByText('1 orang menanggapi').waitFor()
  await colleague.page.getByRole('button', { name: 'Saya datang' }).click()
  await counter.page.getByText('2 orang menanggapi').waitFor()
  expect(await violations(counter.page)).toEqual([])
  expect(await booth.page.locator('body').innerText()).not.toMatch(/arurat|bantuan/)
  await counter.page.getByRole('button', { name: 'Selesai', exact: true }).click()
  await banner.waitFor({ state: 'detached' })
  for (const { faults, context } of [counter, colleague, booth]) {
    expect(faults).toEqual([])
    await context.close()
  }
}, 120_000)

it('[R8.1] the day is closed by hand, after a list, and its summary printed', async () => {
  const ticket = await issue(hub)
  const kiosk = await openKiosk(browser, hub)
  const phone = await openScreen(browser, `${hub.url}/t/${ticket.publicCode}`, 'phone')
  const { page } = supervisor
  await page.getByRole('button', { name: 'Tutup hari' }).click()
  await page.getByText(/orang belum selesai dilayani/).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Tutup hari ini juga' }).click()
  await page.getByRole('heading', { name: 'Ringkasan hari ini' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Cetak ringkasan' }).click()
  await page.getByText('Ringkasan dicetak.').waitFor()
  await kiosk.page.getByRole('heading', { name: 'Pelayanan hari ini selesai' }).waitFor()
  await phone.page.getByText(/Silakan ambil nomor baru pada hari buka berikutnya/).waitFor()
  await until(async () => (await readTicket(hub, ticket)).state === 'expired')
  expect(supervisor.faults).toEqual([])
}, 120_000)
