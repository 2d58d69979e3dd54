import type { Browser, Page } from 'playwright-core'
import type { SitePackage } from '../../server/contract/site.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'
import { issue, morning, openKiosk, until } from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: { ...morning, ANTREAN_RULES: 'full' } })
  browser ??= await launchBrowser()
})
afterEach(() => hub?.[Symbol.asyncDispose]())
afterAll(() => browser?.close())

/** Signs in at the demo's door as one of those whom it offers, on the tab that the address names. */
async function enter(role: string, hash: string): Promise<Screen> {
  const screen = await openScreen(browser, `${hub.url}/supervisor${hash}`, 'supervisor')
  await screen.page.getByRole('button', { name: role, exact: true }).click()
  return screen
}
const asManager = (hash: string) => enter('Manajer gedung', hash)

const goTo = async (page: Page, hash: string, heading: string | RegExp) => {
  await page.goto(`${hub.url}/supervisor${hash}`)
  await page
    .getByRole('heading', { name: heading, exact: typeof heading === 'string' })
    .first()
    .waitFor()
}

const site = async (): Promise<SitePackage> => {
  const token = await hub.session('manager')
  return (await hub.http.get<{ site: SitePackage }>('/api/site', { token })).body.site
}

const notes = async (): Promise<(string | null)[]> => {
  type History = { entries: { note: string | null }[] }
  const answer = await hub.http.get<History>('/api/site/history', { token: await hub.session('manager') })
  return answer.body.entries.map(({ note }) => note)
}

/** What has the focus, in the words that a screen reader would begin with. */
const focusName = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    const element = document.activeElement
    const label = element.labels?.[0]?.innerText ?? element.innerText ?? ''
    return (element.getAttribute('aria-label') ?? label).replace(/\\s+/g, ' ').trim()
  })()`) as Promise<string>

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let strokes = 0; strokes < 150; strokes++) {
    await page.keyboard.press('Tab')
    if (name.test(await focusName(page))) return
  }
  throw new Error(`Tab never comes to ${name}`)
}

it('the hours of a booth change by keyboard alone, and the kiosk beside shows it without a reload [R6.1]', async () => {
  const kiosk = await openKiosk(browser, hub)
  await kiosk.page.getByRole('button', { name: /^Ambil nomor antrean/ }).click()
  const booth = kiosk.page.getByRole('button', { name: /Disdukcapil/ })
  await booth.waitFor()
  expect(await booth.innerText()).not.toContain('11.30')

  const { page, faults } = await asManager('')
  await page.getByRole('rowheader').first().waitFor()
  await tabTo(page, /^Gerai & loket$/)
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox').waitFor()
  await tabTo(page, /^Cari gerai$/)
  await page.keyboard.type('disdukcapil')
  await page.keyboard.press('ArrowDown')
  await until(async () => /^02 Disdukcapil/.test(await focusName(page)))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '02 Disdukcapil' }).waitFor()
  await tabTo(page, /^Jam sendiri$/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Selasa, jam ke-1, mulai$/)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('1130')
  const change = page.getByRole('complementary', { name: 'Yang akan berubah' })
  await change.getByText(/Selasa 11.30/).waitFor()
  await change.getByText('1 gerai: 02 Disdukcapil').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('02 Disdukcapil sudah disimpan.').waitFor()
  await kiosk.page.getByRole('button', { name: /Disdukcapil.*11\.30/s }).waitFor()

  await tabTo(page, /^Urungkan$/)
  await page.keyboard.press('Enter')
  await page.getByText('Sudah diurungkan.').waitFor()
  await until(async () => !(await booth.innerText()).includes('11.30'))
  expect((await site()).booths.find(({ code }) => code === 'DUKC')?.schedule).toBeUndefined()
  expect([...faults, ...kiosk.faults]).toEqual([])
})

it('of two managers at one booth the second is told, and nothing is overwritten silently', async () => {
  const [first, second] = [await asManager('#gerai/DUKC'), await asManager('#gerai/DUKC')]
  const cutOff = (page: Page) => page.getByLabel('Nomor berhenti sebelum tutup')
  await cutOff(second.page).fill('45')
  await second.page.getByLabel('Mulai buka').fill('2026-07-01')
  await cutOff(first.page).fill('30')
  await first.page.getByLabel('Papan gerai').waitFor()
  await first.page.getByLabel('Catatan untuk riwayat').fill('Rapat sore')
  await first.page.getByRole('button', { name: 'Simpan' }).click()
  await first.page.getByText('02 Disdukcapil sudah disimpan.').waitFor()
  expect(await notes()).toContain('Rapat sore')

  await second.page.getByRole('alert').filter({ hasText: 'Orang lain baru saja mengubah bagian ini' }).waitFor()
  const goOn = second.page.getByRole('button', { name: 'Lanjutkan' })
  expect(await goOn.isDisabled()).toBe(true)
  expect(await second.page.getByRole('button', { name: 'Simpan' }).isDisabled()).toBe(true)
  expect(await violations(second.page)).toEqual([])
  await second.page.getByRole('radio', { name: 'Milik mereka 30 menit' }).check()
  await goOn.click()
  await second.page.getByRole('button', { name: 'Simpan' }).click()
  await second.page.getByText('02 Disdukcapil sudah disimpan.').waitFor()
  const booth = (await site()).booths.find(({ code }) => code === 'DUKC')
  expect(booth).toMatchObject({ cutOffMinutes: 30, opens: '2026-07-01' })
  // Who had changed nothing has both changes before them.
  await until(async () => (await first.page.getByLabel('Mulai buka').inputValue()) === '2026-07-01')
  expect([...first.faults, ...second.faults]).toEqual([])
})

it('a booth with people waiting is closed only after the question [R5.9]', async () => {
  for (let n = 0; n < 3; n++) await issue(hub)
  const { page, faults } = await asManager('#gerai/DUKC')
  await page.getByRole('button', { name: 'Tutup gerai' }).click()
  const question = page.getByRole('alertdialog', { name: '3 orang masih menunggu. Tetap tutup?' })
  await question.waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await question.waitFor({ state: 'detached' })
  expect((await site()).exceptions.filter(({ scope }) => scope && 'booth' in scope && scope.booth === 'DUKC')).toEqual(
    [],
  )
  await page.getByRole('button', { name: 'Tutup gerai' }).click()
  await question.getByRole('button', { name: 'Tetap tutup' }).click()
  await page.getByText('02 Disdukcapil sudah ditutup.').waitFor()
  expect((await site()).exceptions.at(-1)).toMatchObject({ scope: { booth: 'DUKC' }, from: '2026-07-14', hours: {} })

  await goTo(page, '#riwayat', 'Yang sudah berubah')
  await page.getByText('Jam khusus Tutup sementara').waitFor()
  expect(faults).toEqual([])
})

it('leaving an unsaved form asks, and the back button does, too', async () => {
  const { page } = await asManager('#aturan')
  await page.getByRole('link', { name: 'Teks', exact: true }).click()
  await page.getByRole('link', { name: 'Aturan antrean', exact: true }).click()
  await page.getByLabel(/berturut-turut/).fill('3')
  const question = page.getByRole('alertdialog', { name: 'Tinggalkan tanpa menyimpan?' })
  await page.getByRole('link', { name: 'Paket' }).click()
  await question.getByRole('button', { name: 'Tetap di sini' }).click()
  expect(await page.getByLabel(/berturut-turut/).inputValue()).toBe('3')
  await page.goBack()
  await question.getByRole('button', { name: 'Tinggalkan' }).click()
  await page.getByRole('heading', { name: 'Teks di layar aula' }).waitFor()
})

it('a change for a later day waits in the plans and can be withdrawn', async () => {
  const { page, faults } = await asManager('#aturan')
  await page.getByLabel(/berturut-turut/).fill('3')
  await page.getByLabel('Pada tanggal').check()
  await page.getByLabel('Tanggal mulai berlaku').fill('2026-08-03')
  await page.getByRole('button', { name: 'Rencanakan' }).click()
  await page.getByText('Perubahan sudah direncanakan.').waitFor()
  expect((await site()).site.rules.aheadOfTurn).toBe(2)
  await goTo(page, '#riwayat', 'Yang direncanakan')
  await page.getByText('Senin, 3 Agustus 2026').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Tarik' }).click()
  await page.getByText('ditarik', { exact: true }).first().waitFor()
  expect(faults).toEqual([])
})

it('a broken package is read out mistake by mistake, with line and place, and changes nothing', async () => {
  const before = await site()
  const { page, faults } = await asManager('#paket')
  const broken = structuredClone(before) as {
    booths: { prefix: string; zone: string }[]
    services: { minutes: unknown }[]
  }
  Object.assign(broken.booths[0] ?? {}, { prefix: 'QI' })
  Object.assign(broken.booths[1] ?? {}, { zone: 'TIDAK-ADA' })
  Object.assign(broken.services[3] ?? {}, { minutes: 'lima' })
  const text = JSON.stringify(broken, null, 2)
  await page
    .getByLabel('Pilih berkas')
    .setInputFiles({ name: 'rusak.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('heading', { name: /kesalahan di rusak\.json/ }).waitFor()
  const rows = await page.getByRole('row').allInnerTexts()
  for (const place of ['booths[0].prefix', 'booths[1].zone', 'services[3].minutes'])
    expect(rows.filter((row) => row.includes(place) && /baris \d+, kolom \d+/.test(row))).not.toEqual([])
  expect(await violations(page)).toEqual([])

  const other = structuredClone(before)
  other.site.short = 'MPP Lain'
  await page
    .getByLabel('Pilih berkas')
    .setInputFiles({ name: 'lain.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(other)) })
  await page.getByRole('heading', { name: '1 perbedaan di lain.json' }).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await site()).toEqual(before)
  await page.getByRole('button', { name: 'Masukkan', exact: true }).click()
  await page.getByText('lain.json sudah dimasukkan.').waitFor()
  expect((await site()).site.short).toBe('MPP Lain')
  expect(faults).toEqual([])
})

it("an agency's administrator changes its own booth and only reads the others", async () => {
  const { page } = await openScreen(browser, `${hub.url}/supervisor#gerai/DUKC`, 'supervisor')
  await page.getByRole('combobox', { name: 'Instansi' }).selectOption('4')
  await page.getByRole('button', { name: 'Admin instansi' }).click()
  await page.getByRole('heading', { name: '02 Disdukcapil' }).waitFor()
  expect(await page.getByLabel('Huruf nomor').getAttribute('readonly')).not.toBeNull()
  await page.getByLabel('Nomor berhenti sebelum tutup').fill('15')
  await page.getByRole('button', { name: 'Simpan' }).click()
  await page.getByText('02 Disdukcapil sudah disimpan.').waitFor()
  expect(await violations(page)).toEqual([])

  await goTo(page, '#gerai/IMIG', /Imigrasi/)
  await page.getByText('Anda dapat melihat bagian ini.').waitFor()
  expect(await page.getByRole('button', { name: 'Simpan' }).count()).toBe(0)
  expect(await page.getByLabel('Nomor berhenti sebelum tutup').getAttribute('readonly')).not.toBeNull()
  await goTo(page, '#aturan', 'Aturan antrean')
  expect(await page.getByRole('button', { name: 'Simpan' }).count()).toBe(0)
})

const forms = [
  ['#gerai/DUKC', '02 Disdukcapil'],
  ['#gerai/baru', /^Baru|^New/],
  ['#gerai/loket/5', /5$/],
  ['#gerai/instansi/DUKC', 'Disdukcapil'],
  ['#layanan/IMIG-01', /^Paspor baru|^New passport/],
  ['#layanan/baru/IMIG-01', /^Baru|^New/],
  ['#layanan/alur/LOST-ID-CARD', /^KTP-el hilang|^Lost ID card/],
  ['#layanan/kelompok/POLICE', /^Kendaraan|^Vehicles/],
  ['#layanan/sistem-pusat/SIMBG', 'SIMBG'],
  ['#jadwal', /^Jam gedung|^Building hours/],
  ['#jadwal/jam-khusus/baru', /^Baru|^New/],
  ['#jadwal/libur', /^Masukkan hari libur|^Take holidays/],
  ['#jadwal/libur/2026-01-16', /^Isra Mikraj|^Ascension/],
  ['#gedung', /^Lantai 1|^Floor 1/],
  ['#gedung/lantai/1', /^Lantai 1|^Floor 1/],
  ['#gedung/zona/A', /^Zona A|^Zone A/],
  ['#gedung/kios/K2', /^Kios 2|^Kiosk 2/],
  ['#aturan', /^Aturan antrean|^Queue rules/],
  ['#aturan/teks', /^Teks di layar|^Texts on the hall/],
  ['#aturan/gedung-ini', /^Nama dan suara|^Names and voice/],
  ['#aturan/huruf-nomor', /^Huruf nomor|^Letters of numbers/],
  ['#kesiapan', /^Kesiapan gerai|^Readiness of booths/],
  ['#riwayat', /^Yang sudah berubah|^What has changed/],
  ['#paket', /^Ambil paket|^Take the package out/],
] as const

it('every tab and every form is without a violation of axe, in both languages', async () => {
  const { page, faults } = await asManager('')
  await page.getByRole('rowheader').first().waitFor()
  for (const language of ['id', 'en']) {
    for (const [hash, heading] of forms) {
      await goTo(page, hash, heading)
      expect([language, hash, await violations(page)]).toEqual([language, hash, []])
    }
    if (language === 'id') await page.getByRole('button', { name: /English/ }).click()
  }
  expect(faults).toEqual([])
}, 120_000)
