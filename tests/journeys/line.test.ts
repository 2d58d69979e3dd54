import jsqr from 'jsqr'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'
import { type HubProcess, startHub } from '../_hub.ts'
import { until } from '../_until.ts'
import { launchBrowser, openScreen } from './_browser.ts'

const words = {
  id: {
    language: 'Bahasa Indonesia',
    begin: /^Ambil nomor antrean/,
    service: /^Perekaman KTP-el/,
    take: 'Ambil nomor',
    noPriority: /^Tidak, lanjutkan/,
    done: 'Selesai',
    yourTurn: 'Sekarang giliran Anda.',
  },
  en: {
    language: 'English',
    begin: /^Take a queue number/,
    service: /^Electronic ID card/,
    take: 'Take a number',
    noPriority: /^No, continue/,
    done: 'Done',
    yourTurn: 'It is your turn.',
  },
} as const

let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  hub = await startHub({ env: { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00' } })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

describe.each(['id', 'en'] as const)('the whole line in a real browser, %s', (locale) => {
  it('kiosk → slip → counter → display → finish', async () => {
    const say = words[locale]
    const kiosk = await openScreen(browser, `${hub.url}/kiosk?device=K1`, 'kiosk')
    const display = await openScreen(browser, `${hub.url}/display?zone=A`, 'display')
    const door = await openScreen(browser, `${hub.url}/display/booth/DUKC`, 'booth')

    await kiosk.page.getByRole('button', { name: say.language }).click()
    await kiosk.page.getByRole('button', { name: say.begin }).click()
    await kiosk.page.getByRole('button', { name: /Disdukcapil/ }).click()
    await kiosk.page.getByRole('button', { name: say.service }).click()
    await kiosk.page.getByRole('button', { name: say.take, exact: true }).click()
    await kiosk.page.getByRole('button', { name: say.noPriority }).click()
    await kiosk.page.getByRole('button', { name: say.done, exact: true }).waitFor()
    const label = locale === 'id' ? 'D-001' : 'D-002'

    const png = PNG.sync.read(await slip(locale === 'id' ? 1 : 2, label))
    const code = jsqr(new Uint8ClampedArray(png.data), png.width, png.height)?.data ?? ''
    expect(code).toMatch(/\/t\/[2-9a-z]{13}$/)
    const phone = await openScreen(browser, `${hub.url}${new URL(code).pathname}`, 'phone')
    await phone.page.getByText(digitsOf(label)).first().waitFor()

    const counter = await openScreen(browser, `${hub.url}/counter?counter=4`, 'counter')
    await counter.page.getByRole('button', { name: 'Masuk ke Loket 1' }).click()
    if (locale === 'id') await counter.page.getByRole('button', { name: /^Buka/ }).first().click()
    await counter.page.getByRole('button', { name: new RegExp(`Panggil D.?${digitsOf(label)}`) }).waitFor()
    await counter.page.keyboard.press('Space')

    await display.page
      .getByRole('alert')
      .filter({ hasText: new RegExp(`D\\s*${digitsOf(label)}`) })
      .first()
      .waitFor()
    await door.page.getByText(digitsOf(label)).first().waitFor()
    await phone.page.getByText(say.yourTurn).first().waitFor()

    await counter.page.keyboard.press('Enter')
    await counter.page
      .getByText(/Sedang dilayani|Melayani/)
      .first()
      .waitFor()
    await counter.page.getByRole('button', { name: /^Selesai(?!.*panggil)/ }).click()
    await until(async () => (await hallTicket(4)) === null)

    for (const screen of [kiosk, display, door, phone, counter]) {
      expect(screen.faults).toEqual([])
      await screen.context.close()
    }
  })
})

const digitsOf = (label: string) => label.slice(-3)

async function slip(n: number, label: string): Promise<Buffer> {
  for (let turn = 0; turn < 50; turn++) {
    const answer = await fetch(`${hub.url}/virtual/printers/K1/${n}-${label}.png`)
    if (answer.ok) return Buffer.from(await answer.arrayBuffer())
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`no slip ${label}`)
}

async function hallTicket(number: number): Promise<unknown> {
  const token = await hub.session('supervisor')
  const answer = await hub.http.get<{ booths: { counters: { number: number; ticket: unknown }[] }[] }>('/api/hall', {
    token,
  })
  return answer.body.booths.flatMap((booth) => booth.counters).find((counter) => counter.number === number)?.ticket
}
