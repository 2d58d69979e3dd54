import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { resample } from '../../drivers/voices/resample.ts'
import { decodeWav, encodeWav } from '../../drivers/voices/wav.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { switches } from './_browser.ts'

const folder = mkdtempSync(join(tmpdir(), 'antrean-record-'))
const microphone = join(folder, 'microphone.wav')
let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  // A speaker who says the same word again and again, three seconds apart.
  const word = resample(decodeWav(readFileSync('voices/id/nomor-antrean.wav')), 48_000).samples
  const samples = new Int16Array(word.length + 3 * 48_000)
  samples.set(word, 48_000)
  writeFileSync(microphone, encodeWav({ sampleRate: 48_000, samples }))
  hub = await startHub()
  const fake = ['--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${microphone}`]
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...switches, ...fake] })
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

async function open(page: Page, title: string): Promise<void> {
  await page.goto(`${hub.url}/rekam`)
  await page.getByRole('button', { name: 'Masuk sebagai pengelola' }).click()
  await page.getByLabel('Nama paket').fill(title)
  await page.getByRole('button', { name: 'Buat dan mulai merekam' }).click()
  await page.getByRole('button', { name: 'Nyalakan mikrofon' }).waitFor()
}

test('a speaker is led to the first word, records it with one key, hears it, and the pack becomes the voice', async () => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, permissions: ['microphone'] })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => void faults.push(error.message))
  await open(page, 'Suara ruang tunggu')
  await page.getByRole('heading', { name: 'Nomor antrean' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Space')
  await page.locator('[data-step=ready]').waitFor()
  // Who begins in the middle of the word is told so, and says it again.
  const kept = page.locator('[data-step=kept]')
  for (let turn = 0; turn < 20 && !(await kept.isVisible()); turn++) {
    await page.keyboard.press('Space')
    await page.locator('[data-step=kept],[data-step=refused]').waitFor()
  }
  await page.getByText('Bagus, tersimpan.').waitFor()
  await page.getByText(/^1 dari \d+ kata terekam$/).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Space')
  await page.getByRole('heading', { name: 'Silakan menuju' }).waitFor()

  // Another day, at the place where it was left.
  await page.reload()
  await page.getByRole('heading', { name: 'Silakan menuju' }).waitFor()
  await page.getByRole('button', { name: 'Semua suara' }).click()
  await page.getByRole('button', { name: 'Pasang: Suara ruang tunggu' }).click()
  await page.getByText('Suara ruang tunggu kini suara gedung ini').waitFor()
  await page.getByText('Sedang dipakai').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Voices of this building' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
  await context.close()
})

test('without a microphone the page says what to do, and takes a file instead', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  // As on the building's plain HTTP address.
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
  await open(page, 'Dari berkas')
  await page.getByRole('button', { name: 'Nyalakan mikrofon' }).click()
  await page.getByText(`http://localhost:${hub.port}/rekam`).waitFor()
  await page.getByLabel('Ambil dari berkas WAV').setInputFiles('voices/id/nomor-antrean.wav')
  await page.getByText('Bagus, tersimpan.').waitFor()
  expect(await violations(page)).toEqual([])
  await context.close()
})
