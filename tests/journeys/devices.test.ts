import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { atField, issue, labelled, morning, openCounter, until } from './_walk.ts'

let browser: Browser
let hub: HubProcess
beforeAll(async () => {
  hub = await startHub({ env: morning })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

const says = (page: Page, id: string, en: string) =>
  Promise.all([page.getByText(id).first().waitFor(), page.getByText(en).first().waitFor()])

it('a display is paired by its code, shows its name, is locked and lit again, reloads, sleeps, and is forgotten for good', async () => {
  const token = await hub.session('operator')
  const waiting = await issue(hub)
  const counter = await openCounter(browser, hub, 4)
  const { page, faults } = await openScreen(browser, `${hub.url}/device`, 'display')
  await says(page, 'Pasangkan perangkat ini', 'Pair this device')
  const shown = page.getByText(/^(?:[A-Z0-9] ){5}[A-Z0-9]$/)
  await shown.waitFor({ state: 'attached' })
  expect(await violations(page)).toEqual([])

  const code = (await shown.textContent()) ?? ''
  const wish = { code, name: 'Layar tengah', kind: 'display', place: 'A' }
  const paired = await hub.http.post<{ device: { id: string } }>('/api/devices', { body: wish, token })
  const path = `/api/devices/${paired.body.device.id}`
  const tell = async (more: string, body: object) => {
    const answer = await hub.http.post(`${path}${more}`, { body, token })
    expect([more, answer.status]).toEqual([more, 200])
  }
  await page.waitForURL('**/display?zone=A')
  await page.getByText('Belum ada panggilan').waitFor()
  const seen = async () => {
    const { body } = await hub.http.get<{ devices: { isCurrent: boolean }[] }>('/api/devices', { token })
    return body.devices[0]
  }
  await until(async () => (await seen())?.isCurrent === true)
  expect(await seen()).toMatchObject({ isConnected: true, disconnects: 0, lastError: null })

  await tell('/orders', { order: 'identify' })
  await page.getByRole('status').filter({ hasText: 'Perangkat ini bernama Layar tengah' }).waitFor()
  await says(page, 'Layar tengah', 'This device is called Layar tengah')
  expect(await violations(page)).toEqual([])

  await tell('', { isLocked: true })
  await page.getByRole('alert').filter({ hasText: 'Perangkat ini dikunci petugas' }).waitFor()
  await says(page, 'Perangkat sedang tidak dipakai.', 'Staff have locked this device')
  expect(await page.getByText('Belum ada panggilan').count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await tell('', { isLocked: false })
  await page.getByText('Belum ada panggilan').waitFor()

  await page.evaluate('window.isSamePage = true')
  await tell('/orders', { order: 'reload' })
  await page.waitForFunction('window.isSamePage === undefined')
  await page.getByText('Belum ada panggilan').waitFor()

  await tell('', { hours: {} })
  await page.locator('h1').filter({ hasText: 'Layar sedang tidak dipakai' }).waitFor({ state: 'attached' })
  expect(await violations(page)).toEqual([])
  await counter.page.keyboard.press('Space')
  await atField(counter.page, /^Memanggil/, waiting.label)
  await tell('', { name: 'Layar timur' })
  // The hub has told it something since the call, and the call has woken nothing.
  await tell('/orders', { order: 'identify' })
  await page.getByRole('status').filter({ hasText: 'Layar timur' }).waitFor()
  expect(await page.getByText(labelled(waiting.label)).count()).toBe(0)
  await tell('', { hours: null })
  await page.getByText(labelled(waiting.label)).first().waitFor()

  expect((await hub.http.send('DELETE', path, { token })).status).toBe(200)
  await says(page, 'Perangkat ini sudah dilepas', 'This device was removed')
  await shown.waitFor({ state: 'attached' })
  expect(await page.getByText(labelled(waiting.label)).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  await page.reload()
  await says(page, 'Perangkat ini sudah dilepas', 'To use it again, pair it with this code.')
  expect(await page.getByText(labelled(waiting.label)).count()).toBe(0)
  expect(faults).toEqual([])
})
