import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { issue, labelled, morning, openCounter, openKiosk } from './_walk.ts'

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

/** Fails with the state's name and every rule that it breaks. */
async function check(page: Page, state: string): Promise<void> {
  expect([state, await violations(page)]).toEqual([state, []])
}

const kioskWords = {
  id: {
    begin: /^Ambil nomor antrean/,
    agencies: 'Pilih instansi',
    search: /^Cari(: |$)/,
    help: 'Petugas',
    close: 'Tutup',
    back: 'Kembali',
    service: /^Perekaman KTP-el/,
    take: 'Ambil nomor',
    noPriority: /^Tidak, lanjutkan/,
    ticket: 'Silakan ambil tiket',
  },
  en: {
    begin: /^Take a queue number/,
    agencies: 'Choose an agency',
    search: /^Search(: |$)/,
    help: 'Officer',
    close: 'Close',
    back: 'Back',
    service: /^Electronic ID card/,
    take: 'Take a number',
    noPriority: /^No, continue/,
    ticket: 'Please take your ticket',
  },
} as const

const dresses = [
  { locale: 'id', modes: [] },
  { locale: 'en', modes: ['Large text'] },
  { locale: 'id', modes: ['Kontras tinggi'] },
  { locale: 'en', modes: ['Low reach'] },
  { locale: 'en', modes: ['Large text', 'High contrast', 'Low reach'] },
] as const

it.each(dresses)('the kiosk, every step: $locale $modes', async ({ locale, modes }) => {
  const say = kioskWords[locale]
  const { page, context, faults } = await openKiosk(browser, hub)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  if (locale === 'en') await button('English').click()
  for (const mode of modes) await button(mode).click()
  await check(page, 'welcome')
  await button(say.begin).click()
  await page.getByRole('heading', { name: say.agencies }).waitFor()
  await check(page, 'agencies')
  await button(say.search).first().click()
  await page.getByRole('searchbox').fill('paspor')
  await check(page, 'search')
  await button(say.help).click()
  await page.getByRole('dialog').waitFor()
  await check(page, 'help')
  await button(say.close).click()
  await button(say.back).click()
  for (const more = button(locale === 'id' ? 'Lagi' : 'More'); !(await button(/Disdukcapil/).count()); )
    await more.click()
  await button(/Disdukcapil/).click()
  await check(page, 'services')
  await button(say.service).click()
  await button(say.take).waitFor()
  await check(page, 'service')
  await button(say.take).click()
  await button(say.noPriority).waitFor()
  await check(page, 'priority')
  await button(say.noPriority).click()
  await page.getByRole('heading', { name: say.ticket }).waitFor()
  await check(page, 'ticket')
  expect(faults).toEqual([])
  await context.close()
})

it('the kiosk without paper', async () => {
  await hub.http.post('/virtual/printers/K2/switches', {
    raw: 'paperOut=on',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  for (const locale of ['id', 'en'] as const) {
    const say = kioskWords[locale]
    const { page, context } = await openKiosk(browser, hub, 'K2')
    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
    if (locale === 'en') await press('English')
    for (const name of [say.begin, /Disdukcapil/, say.service, say.take, say.noPriority]) await press(name)
    await page.getByRole('alert').waitFor()
    await check(page, `paper out, ${locale}`)
    await context.close()
  }
})

it('the kiosk asks whether anybody is there, then forgets language and access modes', async () => {
  const { page, context } = await openScreen(browser, 'about:blank', 'kiosk')
  await page.clock.install()
  await page.goto(`${hub.url}/kiosk?device=K1`)
  const mode = (name: string, pressed: boolean) => page.getByRole('button', { name, pressed })
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'High contrast' }).click()
  await page.getByRole('button', { name: kioskWords.en.begin }).click()
  await page.clock.runFor(61_000)
  const asking = page.getByRole('alertdialog', { name: 'Still there? Touch the screen to continue.' })
  await asking.waitFor()
  await check(page, 'idle')
  await page.getByRole('button', { name: 'Continue' }).click()
  await asking.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Choose an agency' }).waitFor()

  await page.clock.runFor(61_000)
  await asking.waitFor()
  await page.clock.runFor(21_000)
  await mode('Bahasa Indonesia', true).waitFor()
  for (const name of ['Huruf besar', 'Kontras tinggi', 'Posisi rendah']) await mode(name, false).waitFor()
  expect(await page.evaluate('document.documentElement.lang + document.documentElement.dataset.theme')).toBe('idterang')
  await context.close()
})

it('the displays, at rest and with a call', async () => {
  const ticket = await issue(hub, { service: 'IMIG-01' })
  const { body } = await hub.http.get<{ booths: { code: string; counters: number[] }[] }>('/api/demo')
  const counter = body.booths.find(({ code }) => code === 'IMIG')?.counters[0] ?? 0
  const token = await hub.session('officer', counter)
  const hall = await hub.http.get<{ services: { code: string; booth: { zone: string } }[] }>('/api/services')
  const zone = hall.body.services.find(({ code }) => code === 'IMIG-01')?.booth.zone ?? 'A'
  const display = await openScreen(browser, `${hub.url}/display?zone=${zone}&lang=en`, 'display')
  const door = await openScreen(browser, `${hub.url}/display/booth/IMIG`, 'booth')
  await display.page.getByText(/^Still waiting/).waitFor()
  await check(display.page, 'display at rest, en')
  await door.page.getByText('Tutup').first().waitFor()
  await check(door.page, 'booth display, closed')
  await hub.http.post(`/api/counters/${counter}/open`, { token, body: {} })
  await hub.http.post(`/api/counters/${counter}/call-next`, { token, body: {} })
  for (const { page } of [display, door]) {
    await page
      .getByRole('alert')
      .filter({ hasText: labelled(ticket.label) })
      .waitFor()
    await check(page, 'a call')
  }
  await display.page.goto(`${hub.url}/display?zone=${zone}`)
  await display.page.getByText(/^Masih menunggu/).waitFor()
  await check(display.page, 'display at rest, id')
})

it('the counter, from the door to a transfer', async () => {
  for (let n = 0; n < 2; n++) await issue(hub)
  const door = await openScreen(browser, `${hub.url}/counter`, 'counter')
  await door.page.getByRole('option').first().waitFor()
  await check(door.page, 'sign in')
  const { page } = await openCounter(browser, hub, 5)
  for (const locale of ['id', 'en'] as const) {
    if (locale === 'en') await page.getByRole('button', { name: /English/ }).click()
    await check(page, `next, ${locale}`)
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: /^Memanggil|^Calling/ }).waitFor()
    await check(page, `calling, ${locale}`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Sedang dilayani|^Being served/ }).waitFor()
    await check(page, `serving, ${locale}`)
    await page.keyboard.press('a')
    await page.getByRole('option').first().waitFor()
    await check(page, `transfer, ${locale}`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Berikutnya|^Next|^Belum ada|^Nobody/ }).waitFor()
  }
})

it('the pages of phone, printer and developer, in English too', async () => {
  const { publicCode } = await issue(hub)
  const { page } = await openScreen(browser, `${hub.url}/t/${publicCode}?lang=en`, 'phone')
  await page.getByRole('button', { name: 'Cancel the number' }).waitFor()
  await check(page, 'ticket, en')
  await page.goto(`${hub.url}/visit?lang=en`)
  await page.getByRole('searchbox').waitFor()
  await check(page, 'services, en')
  for (const lang of ['id', 'en']) {
    await page.goto(`${hub.url}/virtual/printers/K1?lang=${lang}`)
    await check(page, `printer, ${lang}`)
  }
})
