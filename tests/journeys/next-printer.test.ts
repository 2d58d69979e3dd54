import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { SitePackage } from '../../server/contract/site.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { openLoopback } from '../drivers/printers/_loopback.ts'
import { siteWith } from '../faults/_bad-printers.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { morning, openKiosk, takeNumber } from './_walk.ts'

let folder: string
let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'next-printer-'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

it('[R3.24] a slip that another printer took over, and one that nobody can vouch for, are told on the kiosk', async () => {
  await using first = await openLoopback()
  await using second = await openLoopback()
  const site: SitePackage = siteWith([first.port, second.port])
  const file = join(folder, 'site.json')
  writeFileSync(file, JSON.stringify(site))
  hub = await startHub({ env: { ...morning, ANTREAN_SITE: file } })

  first.device.answers = [0x1a, 0x16, 0x12, 0x12]
  const { page } = await openKiosk(browser, hub)
  const moved = await takeNumber(page)
  await page.getByRole('heading', { name: 'Ambil tiket di Kios 2, Lantai 1' }).waitFor()
  expect(second.device.slips().map((slip) => slip.includes(moved.publicCode))).toEqual([true])
  expect(first.device.slips()).toEqual([])
  expect(await violations(page)).toEqual([])

  second.device.fault = { kind: 'cut', after: 200 }
  const { page: other } = await openKiosk(browser, hub, 'K2')
  await takeNumber(other)
  await other.getByRole('heading', { name: 'Tiket keluar utuh?' }).waitFor()
  expect(await violations(other)).toEqual([])

  const { page: console } = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  await console.getByRole('button', { name: 'Operator perangkat', exact: true }).click()
  await console.goto(`${hub.url}/supervisor#perangkat`)
  await console.getByText('Tutupnya terbuka: tutup kembali').waitFor()
  await console.getByText(/sambungan putus di tengah slip/).waitFor()
  expect(await violations(console)).toEqual([])
  if (process.env.PICTURES) {
    await page.screenshot({ path: join(process.env.PICTURES, 'moved.png') })
    await other.screenshot({ path: join(process.env.PICTURES, 'unsure.png') })
    await console.screenshot({ path: join(process.env.PICTURES, 'console.png') })
  }
})
