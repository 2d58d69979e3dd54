import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'

interface Simulation {
  readonly running: boolean
  readonly scenario: string | null
  readonly seed: number | null
  readonly speed: number
}

let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  hub = await startHub()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

it('leads to every screen, and every address answers', async () => {
  const { page, faults } = await openScreen(browser, hub.url, 'supervisor')
  await page.getByRole('heading', { name: 'Satu gedung, 45 gerai, satu antrean yang adil.' }).waitFor()
  expect(await violations(page)).toEqual([])
  const addresses = await page.evaluate<string[]>("[...document.querySelectorAll('a')].map(({ href }) => href)")
  for (const address of new Set(addresses)) {
    expect([address, (await page.request.get(address)).status()]).toEqual([address, 200])
  }
  const paths = addresses.map((address) => new URL(address).pathname)
  for (const path of ['/kiosk', '/display', '/counter', '/supervisor', '/visit', '/virtual/printers/K1', '/api/docs']) {
    expect(paths).toContain(path)
  }
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'One building, 45 booths, one fair queue.' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
}, 60_000)

it('runs a day on all screens and goes back to the hall', async () => {
  const { page, faults } = await openScreen(browser, hub.url, 'supervisor')
  const simulation = async () => (await hub.http.get<Simulation>('/api/demo/simulation')).body
  await page.getByRole('button', { name: '240 kali waktu nyata' }).click()
  await page.getByRole('button', { name: 'Mulai hari' }).click()
  await page.getByText('Hari berjalan di semua layar.').waitFor()
  const started = await simulation()
  expect(started).toMatchObject({ running: true, speed: 240 })
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: '60 kali waktu nyata' }).click()
  await page.getByRole('button', { name: '60 kali waktu nyata', pressed: true }).waitFor()
  expect(await simulation()).toMatchObject({ running: true, speed: 60, seed: started.seed, scenario: started.scenario })

  await page.getByRole('button', { name: 'Kembali ke aula' }).click()
  await page.getByRole('button', { name: 'Mulai hari' }).waitFor()
  expect((await simulation()).running).toBe(false)
  expect(faults).toEqual([])
}, 60_000)

it('switches the rules on and off', async () => {
  const { page } = await openScreen(browser, hub.url, 'supervisor')
  const rules = page.getByRole('switch', { name: 'Aturan berlaku' })
  await rules.press('Space')
  await page.getByText(/^Menyala: /).waitFor()
  expect((await hub.http.get<{ rules: string }>('/api/demo')).body.rules).toBe('full')
  await rules.press('Space')
  await page.getByText(/^Mati: /).waitFor()
  expect((await hub.http.get<{ rules: string }>('/api/demo')).body.rules).toBe('demo')
}, 30_000)
