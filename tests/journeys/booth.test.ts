import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'

/** DUKC has the counters 4, 5, 6. */
let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00' } })
  browser ??= await launchBrowser()
})
afterEach(() => hub?.[Symbol.asyncDispose]())
afterAll(() => browser?.close())

interface Ticket {
  id: string
  label: string
}
const issue = async (): Promise<Ticket> =>
  (await hub.http.post<{ ticket: Ticket }>('/api/tickets', { body: { service: 'DUKC-01', delivery: 'none' } })).body
    .ticket
async function officerAt(counter: number) {
  const token = await hub.session('officer', counter)
  const post = <T>(path: string, body: object = {}) => hub.http.post<T>(path, { token, body })
  await post(`/api/counters/${counter}/open`)
  return {
    callNext: async () => (await post<{ ticket: Ticket }>(`/api/counters/${counter}/call-next`)).body.ticket,
    act: (verb: string, { id }: Ticket) => post(`/api/tickets/${id}/${verb}`),
  }
}
async function enter(role: string, hash = '') {
  const screen = await openScreen(browser, `${hub.url}/supervisor${hash}`, 'supervisor')
  await screen.page.getByRole('button', { name: role, exact: true }).click()
  return screen
}
const spaced = (label: string) => label.replace('-', ' ')
const list = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(`^${name} \\d+$`) })

it('[R5.6] finished by mistake: the supervisor reopens it with a reason, and it is called first at that counter', async () => {
  const counter = await officerAt(4)
  const tickets = [await issue(), await issue(), await issue()]
  const [first] = tickets as [Ticket]
  const { page, faults } = await enter('Masuk sebagai pengawas')
  const link = page.getByRole('link', { name: /Disdukcapil/ })
  await link.press('Enter')
  await page.getByRole('dialog', { name: 'Disdukcapil' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#langsung/DUKC')

  // The officer calls, serves and finishes; the panel follows by itself.
  const served = await counter.callNext()
  expect(served.id).toBe(first.id)
  await page.getByText(/^dipanggil sejak 09\.4/).waitFor()
  await counter.act('start', served)
  await page.getByText(/^dilayani sejak 09\.4/).waitFor()
  await counter.act('finish', served)
  const reopen = page.getByRole('button', { name: `Buka kembali ${spaced(first.label)}` })
  await reopen.waitFor()
  expect(await violations(page)).toEqual([])

  // Escape takes the question away, not the panel.
  await reopen.press('Enter')
  await page.getByRole('heading', { name: `Buka kembali ${spaced(first.label)}` }).waitFor()
  await page.keyboard.press('Escape')
  await reopen.press('Enter')
  await page.getByLabel('Alasan').selectOption({ label: 'Selesai ditekan tidak sengaja' })
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Buka kembali', exact: true }).press('Enter')
  await page.getByText(/dibuka kembali dan menunggu panggilan/).waitFor()
  expect(await list(page, 'Menunggu').getByRole('listitem').first().innerText()).toMatch(
    new RegExp(`${first.label.replace('-', '\\s*')}[^]*kembali ke Loket 1`),
  )
  expect((await counter.callNext()).id).toBe(first.id)

  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(new URL(page.url()).hash).toBe('#langsung')
  expect(await page.evaluate('document.activeElement.innerText')).toContain('Disdukcapil')
  expect(faults).toEqual([])
}, 90_000)

it('[R5.9] closing the last open counter asks first; at once sends the called number back to the front', async () => {
  const counter = await officerAt(4)
  const [first] = [await issue(), await issue(), await issue()]
  await counter.callNext()
  const { page, faults } = await enter('Masuk sebagai pengawas', '#langsung/DUKC')
  await page.getByRole('button', { name: 'Tutup: Loket 1' }).press('Enter')
  await page.getByLabel(/Sekarang juga; .* kembali ke depan antrean/).check()
  await page.getByRole('button', { name: 'Tutup loket' }).click()
  await page.getByText('2 orang menunggu dan tidak ada loket lain yang buka untuk mereka.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Tutup juga' }).click()
  await page.getByText('Loket 1 tersimpan.').waitFor()
  expect(await list(page, 'Menunggu').getByRole('listitem').first().innerText()).toContain(first.label.slice(-3))

  await page.getByRole('button', { name: 'Buka: Loket 1' }).click()
  await page.getByRole('button', { name: 'Istirahat: Loket 1' }).press('Enter')
  await page.getByLabel('Alasan').selectOption({ label: 'Salat' })
  await page.getByLabel('Kembali dalam').selectOption({ label: '15 menit' })
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Mulai istirahat' }).press('Enter')
  await page.getByText(/^Istirahat: Salat, kembali (09\.5|10\.0)\d$/).waitFor()
  // Chromium tells of every refusal on its console.
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([])
}, 90_000)

it('handing over, taking a call back, restoring one who was absent; in English', async () => {
  const counter = await officerAt(4)
  await officerAt(5)
  for (let n = 0; n < 3; n++) await issue()
  const gone = await counter.callNext()
  await counter.act('miss', gone)
  await counter.act('no-show', gone)
  const called = await counter.callNext()
  const { page, faults } = await enter('Masuk sebagai pengawas')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: /Disdukcapil/ }).click()
  await page.getByRole('button', { name: 'Hand over: Counter 1' }).click()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByText(/is handed over to Counter 2/).waitFor()
  await page.getByRole('button', { name: 'Back into line: Counter 2' }).click()
  await page.getByText(/is back in line at its old place/).waitFor()
  expect(await list(page, 'Waiting').getByRole('listitem').first().innerText()).toContain(called.label.slice(-3))
  await page.getByRole('button', { name: `Restore ${spaced(gone.label)}` }).click()
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await page.getByText(/is restored, at the end of the line/).waitFor()
  expect(await list(page, 'Waiting').getByRole('listitem').last().innerText()).toContain(gone.label.slice(-3))
  expect(await violations(page)).toEqual([])
  expect(faults).toEqual([])
}, 90_000)

it('an auditor looks on; an agency keeps to its own booth', async () => {
  const counter = await officerAt(4)
  await issue()
  await counter.act('finish', await counter.callNext())
  const auditor = await enter('Auditor', '#langsung/DUKC')
  const panel = auditor.page.getByRole('dialog', { name: 'Disdukcapil' })
  await panel.getByText('Anda dapat melihat, tanpa mengubah.').waitFor()
  expect(await panel.getByRole('button').allInnerTexts()).toEqual([''])

  const { page } = await openScreen(browser, `${hub.url}/supervisor`, 'supervisor')
  await page.getByRole('combobox', { name: 'Instansi' }).selectOption('4')
  await page.getByRole('button', { name: 'Admin instansi' }).click()
  await page.getByRole('link', { name: /Disdukcapil/ }).click()
  await page.getByRole('button', { name: 'Tutup: Loket 1' }).click()
  await page.getByText('Loket 1 tersimpan.').waitFor()
  expect(await page.getByRole('button', { name: /Buka kembali/ }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
}, 90_000)
