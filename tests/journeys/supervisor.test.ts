import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'

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

const issue = (service: string, more: object = {}) =>
  hub.http.post<{ ticket: { id: string; label: string } }>('/api/tickets', {
    body: { service, delivery: 'none', ...more },
  })

it('opens by one button, follows the hall and is ordered by keyboard', async () => {
  const { page, faults } = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  const enter = page.getByRole('button', { name: 'Masuk sebagai pengawas' })
  await enter.waitFor()
  expect(await violations(page)).toEqual([])
  await enter.press('Enter')
  await page.getByRole('heading', { name: 'Panggilan di luar urutan' }).waitFor()
  expect(await page.getByRole('rowheader').count()).toBe(45)

  for (let n = 0; n < 3; n++) await issue('DUKC-01')
  const { body } = await issue('DUKC-01', { priority: 'elderly' })
  const disdukcapil = page.getByRole('row', { name: /Disdukcapil/ })
  await disdukcapil.getByText('4', { exact: true }).waitFor()
  expect(await page.getByRole('rowheader').first().textContent()).toContain('Disdukcapil')

  const { body: demo } = await hub.http.get<{ booths: { code: string; counters: number[] }[] }>('/api/demo')
  const counter = demo.booths.find(({ code }) => code === 'DUKC')?.counters[0] ?? 0
  const token = await hub.session('officer', counter)
  await hub.http.post(`/api/counters/${counter}/open`, { token, body: {} })
  await hub.http.post(`/api/counters/${counter}/call-next`, { token, body: {} })
  await page.getByText('Giliran prioritas').waitFor()
  await page.getByText('mendahului 3 orang, aturan R4.3').waitFor()
  await hub.http.post(`/api/tickets/${body.ticket.id}/start`, { token, body: {} })
  await disdukcapil.getByText(body.ticket.label.replace('-', '\u00a0')).waitFor()
  await disdukcapil.getByText('1 dari 3').waitFor()
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Gerai', exact: true }).press('Enter')
  expect(await page.getByRole('columnheader', { name: 'Gerai' }).getAttribute('aria-sort')).toBe('ascending')
  expect(await page.getByRole('rowheader').first().textContent()).toContain('01')

  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Calls out of order' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.reload()
  await page.getByRole('heading', { name: 'Calls out of order' }).waitFor()
  expect(faults).toEqual([])
}, 60_000)
