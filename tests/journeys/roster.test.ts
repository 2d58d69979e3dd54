import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'
import { until } from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: { ANTREAN_CLOCK: '2026-07-14T08:06:00+08:00' } })
  browser ??= await launchBrowser()
})
afterEach(() => hub?.[Symbol.asyncDispose]())
afterAll(() => browser?.close())

async function enter(role: string, hash: string): Promise<Screen> {
  const screen = await openScreen(browser, `${hub.url}/supervisor${hash}`, 'supervisor')
  await screen.page.getByRole('button', { name: role, exact: true }).click()
  return screen
}

const focusName = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const element = document.activeElement
    const label = element.labels?.[0]?.innerText ?? element.innerText ?? ''
    return (element.getAttribute('aria-label') ?? label).replace(/\\s+/g, ' ').trim()
  })()`) as Promise<string>

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let strokes = 0; strokes < 80; strokes++) {
    await page.keyboard.press('Tab')
    if (name.test(await focusName(page))) return
  }
  throw new Error(`Tab never comes to ${name}`)
}

const press = async (page: Page, name: RegExp) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Goes down a list until the choice that begins with these words; typing them would hang on the pace of the keys. */
const choose = async (page: Page, list: RegExp, words: string) => {
  await tabTo(page, list)
  const chosen = () => page.evaluate('document.activeElement.selectedOptions[0].text') as Promise<string>
  for (let strokes = 0; !(await chosen()).startsWith(words); strokes++) {
    if (strokes > 200) throw new Error(`no choice begins with ${words}`)
    await page.keyboard.press('ArrowDown')
  }
}

it('an officer and a shift by keyboard; the supervisor sees who is not there, until the counter opens', async () => {
  const watching = await enter('Masuk sebagai pengawas', '')
  await watching.page.getByRole('rowheader').first().waitFor()
  const absent = watching.page.getByText('Petugas belum hadir sejak 08.05 · Loket 1')

  const { page, faults } = await enter('Manajer gedung', '#petugas')
  await page.getByText('Pekan ini belum ada jadwal petugas.').waitFor()
  expect(await violations(page)).toEqual([])
  await press(page, /^Tambah petugas$/)
  await page.getByRole('heading', { name: 'Petugas baru' }).waitFor()
  await tabTo(page, /^Nama$/)
  await page.keyboard.type('Sari Rahayu')
  await page.keyboard.press('Enter')
  await page.getByText('1 isian perlu dibetulkan dahulu.').waitFor()
  expect(await violations(page)).toEqual([])
  await choose(page, /^Instansi$/, 'Disdukcapil')
  await press(page, /^Simpan$/)
  await page.getByText('Sari Rahayu sudah disimpan.').waitFor()
  expect(await absent.count()).toBe(0)

  await press(page, /^Jadwal petugas$/)
  await press(page, /^Tambah jadwal$/)
  await page.getByRole('heading', { name: 'Jadwal baru' }).waitFor()
  await choose(page, /^Petugas$/, 'Sari')
  await choose(page, /^Loket$/, '02')
  await tabTo(page, /^Selesai$/)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1200')
  await page.keyboard.press('Enter')
  await page.getByText('Jadwal sudah disimpan.').waitFor()
  const shift = page.getByRole('link', { name: /08\.00–12\.00.*Sari Rahayu.*belum hadir sejak 08\.05/s })
  await shift.waitFor()
  expect(await violations(page)).toEqual([])
  await absent.waitFor()
  await watching.page.getByText('1 loket tanpa petugas').waitFor()
  expect(await violations(watching.page)).toEqual([])
  expect(await watching.page.content()).not.toContain('Sari')

  // The same hours a second time: said at the field that is wrong.
  await press(page, /^Tambah jadwal$/)
  await choose(page, /^Petugas$/, 'Sari')
  await choose(page, /^Loket$/, '02')
  await press(page, /^Simpan$/)
  await page.getByText('Petugas ini sudah dijadwalkan di 02 Disdukcapil, Loket 1, 08.00–12.00.').waitFor()
  await page.getByRole('button', { name: /English/ }).click()
  await page.getByRole('heading', { name: 'New shift' }).waitFor()
  expect(await violations(page)).toEqual([])

  const officer = await hub.session('officer', 4)
  await hub.http.post('/api/counters/4/open', { token: officer })
  await absent.waitFor({ state: 'detached' })
  // The browser itself notes the refusal of the hours that were taken.
  expect([...faults, ...watching.faults].filter((fault) => !/status of 400/.test(fault))).toEqual([])
})

it('a shift is changed and removed, an officer forgotten; an agency sees its own', async () => {
  const token = await hub.session('manager')
  type Site = { site: { booths: { code: string; agency: string }[] } }
  const { booths } = (await hub.http.get<Site>('/api/site', { token })).body.site
  const agency = booths.find(({ code }) => code === 'DUKC')?.agency
  const body = { name: 'Sari Rahayu', agency, role: 'officer' }
  const added = await hub.http.post<{ officer: { id: string } }>('/api/officers', { token, body })
  const hours = { counter: 4, days: ['tue'], from: '08:00', to: '12:00', validFrom: '2026-07-01' }
  await hub.http.post('/api/roster', { token, body: { officer: added.body.officer.id, ...hours } })

  const { page, faults } = await enter('Manajer gedung', '#petugas')
  await page.getByRole('link', { name: /Sari Rahayu/ }).waitFor()
  await page.getByRole('button', { name: /English/ }).click()
  await page.getByText('Today: 0 present, 1 not there yet, 0 gone early, 0 later.').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Live' }).click()
  await page.getByText('No officer yet since 08.05 · Counter 1').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: /Bahasa Indonesia/ }).click()
  await page.getByRole('link', { name: 'Petugas', exact: true }).click()
  await page.getByRole('link', { name: /Sari Rahayu/ }).click()
  await page.getByLabel('Selesai').fill('13.00')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByRole('link', { name: /08\.00–13\.00/ }).click()
  await page.getByRole('button', { name: 'Hapus jadwal' }).click()
  const asked = page.getByRole('alertdialog')
  expect(await violations(page)).toEqual([])
  await asked.getByRole('button', { name: 'Hapus jadwal' }).click()
  await page.getByText('Pekan ini belum ada jadwal petugas.').waitFor()

  await page.getByRole('link', { name: /^Petugas 1/ }).click()
  await page.getByRole('link', { name: /Sari Rahayu/ }).click()
  await page.getByRole('button', { name: 'Lupakan petugas' }).click()
  await asked.getByRole('button', { name: 'Lupakan petugas' }).click()
  await page.getByText('Belum ada petugas yang dicatat.').waitFor()
  await until(async () => (await page.getByText('Sari').count()) === 0)
  expect(faults).toEqual([])
})
