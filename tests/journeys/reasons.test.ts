import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { RefusalWire, ServicesAnswer } from '../../server/contract/api.ts'
import type { SitePackage } from '../../server/contract/site.ts'
import { type OpenedHall, openHall, type Ticket } from '../server/http/_hall.ts'
import { named, siteDesk } from '../server/http/_site.ts'
import { launchBrowser, openScreen, type Screen } from './_browser.ts'
import { openKiosk, until } from './_walk.ts'

/** Half an hour before the doors close; the clock hardly moves. */
const clock = '2026-07-14T14:30:00+08:00 x0.01'
const service = { code: 'DUKC-01', booth: 'DUKC', id: 'Perekaman KTP-el', en: 'Electronic ID card' }
const today = '2026-07-14'

const folder = mkdtempSync(join(tmpdir(), 'antrean-reasons-'))
let hall: OpenedHall
let desk: ReturnType<typeof siteDesk>
let browser: Browser
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_SITE: everyReason(), ANTREAN_CLOCK: clock } })
  desk = siteDesk(hall.call, await hall.hub.session('manager'))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hall?.[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

/** A building that is against a number of this service for every reason of R6.1 that stands in its data. */
function everyReason(): string {
  const site = JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage
  const name = (id: string, en: string) => ({ id, en })
  const change = <T extends { code: string }>(list: readonly T[], code: string, more: Partial<T>) =>
    list.map((one) => (one.code === code ? { ...one, ...more } : one))
  const meeting = {
    code: 'RAPAT',
    name: name('Rapat kerja daerah', 'Regional work meeting'),
    from: today,
    to: today,
    scope: { service: service.code },
    hours: {},
  }
  const { tue: _tuesday, ...otherDays } = site.site.hours
  const stacked = {
    ...site,
    booths: change(site.booths, service.booth, { opens: '2026-08-03' }),
    services: change(site.services, service.code, {
      schedule: otherDays,
      cutOffMinutes: 45,
      dailyQuota: 1,
      minutes: 90,
      spread: 0.1,
    }),
    holidays: [...site.holidays, { date: today, name: name('Hari jadi Paser', 'Paser anniversary'), kind: 'holiday' }],
    exceptions: [...site.exceptions, meeting],
  }
  const file = join(folder, 'stacked.json')
  writeFileSync(file, JSON.stringify(stacked))
  return file
}

const change = async (...edit: Parameters<typeof desk.edit>) =>
  expect(named(await desk.change([await desk.edit(...edit)], { confirm: true }))).toBe('200')
const ofService = (more: Readonly<Record<string, unknown>>) => change('services', service.code, more)
const again = {
  id: 'Tersedia Rabu, 15 Juli, pukul 08.00.',
  en: 'Available Wednesday, 15 July, 08.00.',
}

interface Step {
  readonly name: string
  readonly reason?: string
  /** What the hub says that would work. */
  readonly next: object
  readonly id: readonly [reason: string, step?: string]
  readonly en: readonly [reason: string, step?: string]
  /** Takes this reason away. */
  readonly mend: () => Promise<unknown>
}
const at = (text: string) => Date.parse(`${text}+08:00`)
const tomorrow = { opensAt: at('2026-07-15T08:00'), issuesFrom: at('2026-07-15T07:00') }
let supervisor = ''
const byStaff = async (id: string, wish: object = {}) =>
  expect((await hall.call(id, { token: supervisor, ...wish })).status).toBe(200)

const steps: readonly Step[] = [
  {
    name: 'not-yet-open',
    next: { opensOn: '2026-08-03', opensAt: at('2026-08-03T08:00') },
    id: ['Segera dibuka mulai Senin, 3 Agustus.'],
    en: ['Opens soon, from Monday, 3 August.'],
    mend: () => change('booths', service.booth, { opens: undefined }),
  },
  {
    name: 'building-paused',
    next: { reason: 'fire-drill', until: at('2026-07-14T14:45') },
    id: ['Pelayanan seluruh gedung dihentikan sementara. Urutan Anda tetap.', 'Diperkirakan mulai lagi pukul 14.45.'],
    en: ['Service in the whole building is paused. Places in line are kept.', 'Expected to go on at 14.45.'],
    mend: () => byStaff('resumeBuilding'),
  },
  {
    name: 'closed-today',
    next: { reason: 'exception', nameId: 'Rapat kerja daerah', ...tomorrow },
    id: ['Tutup hari ini: Rapat kerja daerah.', again.id],
    en: ['Closed today: Regional work meeting.', again.en],
    mend: () => change('exceptions', 'RAPAT', null),
  },
  {
    name: 'closed-today',
    next: { reason: 'holiday', nameId: 'Hari jadi Paser', ...tomorrow },
    id: ['Hari libur: Hari jadi Paser.', again.id],
    en: ['Public holiday: Paser anniversary.', again.en],
    mend: () => change('holidays', today, null),
  },
  {
    name: 'closed-today',
    next: { reason: 'weekly', ...tomorrow },
    id: ['Gerai ini tidak melayani hari ini.', again.id],
    en: ['This booth does not serve today.', again.en],
    mend: () => ofService({ schedule: undefined }),
  },
  {
    name: 'cut-off',
    next: { cutOffAt: at('2026-07-14T14:15'), closesAt: at('2026-07-14T15:00'), ...tomorrow },
    id: ['Pengambilan nomor ditutup pukul 14.15.', again.id],
    en: ['Numbers ended at 14.15.', again.en],
    mend: () => ofService({ cutOffMinutes: undefined }),
  },
  {
    name: 'quota-full',
    next: { quota: 1, left: 0, ...tomorrow },
    id: ['Kuota hari ini habis.', again.id],
    en: ["Today's quota is used up.", again.en],
    mend: () => ofService({ dailyQuota: undefined }),
  },
  {
    name: 'system-down',
    next: { system: 'SIAK', name: 'SIAK Terpusat' },
    id: ['Layanan dihentikan sementara: gangguan sistem pusat SIAK Terpusat.'],
    en: ['Stopped for now: the central system SIAK Terpusat is down.'],
    mend: () => byStaff('setSystem', { params: { code: 'SIAK' }, body: { down: false } }),
  },
  {
    name: 'closing-soon',
    next: { closesAt: at('2026-07-14T15:00'), ...tomorrow },
    id: ['Antrean diperkirakan belum selesai saat gerai tutup pukul 15.00.', again.id],
    en: ['This line will probably not be served before the booth closes at 15.00.', again.en],
    mend: () => ofService({ minutes: 2 }),
  },
]

interface Place {
  readonly name: string
  readonly locale: 'id' | 'en'
  readonly screen: Screen
}
const words = async (page: Page) => ((await page.evaluate('document.body.innerText')) as string).replace(/\s+/g, ' ')

async function openPlaces(locale: 'id' | 'en'): Promise<Place[]> {
  const name = new RegExp(`^${service[locale]}`)
  const kiosk = await openKiosk(browser, hall.hub, locale === 'id' ? 'K1' : 'K2')
  if (locale === 'en') await kiosk.page.getByRole('button', { name: 'English', exact: true }).click()
  await kiosk.page.getByRole('button', { name: /^Ambil nomor antrean|^Take a queue number/ }).click()
  await kiosk.page.getByRole('button', { name: /Disdukcapil/ }).click()
  await kiosk.page.getByRole('button', { name }).click()
  const visit = await openScreen(browser, `${hall.hub.url}/visit?lang=${locale}`, 'phone')
  await visit.page.getByRole('searchbox').fill(service[locale])
  const information = await openScreen(browser, `${hall.hub.url}/desk`, 'supervisor')
  const { page } = information
  await page.getByRole('button', { name: 'Masuk sebagai petugas informasi' }).click()
  await page.getByRole('combobox', { name: 'Cari layanan' }).waitFor()
  if (locale === 'en') await page.getByRole('button', { name: /English/ }).click()
  await page.locator('input[role=combobox]').fill(service[locale])
  await page.locator('input[role=combobox]').press('Enter')
  await page.getByRole('heading', { name }).waitFor()
  return [
    { name: 'kiosk', locale, screen: kiosk },
    { name: 'phone', locale, screen: visit },
    { name: 'desk', locale, screen: information },
  ]
}

/** Waits until the place says all of it; one that never does is named with what it says instead. */
async function says(place: Place, sentences: readonly string[]): Promise<void> {
  const giveUpAt = performance.now() + 25_000
  for (;;) {
    // The list of services asks again every ten seconds, and whenever somebody comes back to it.
    await place.screen.page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    const said = await words(place.screen.page)
    if (sentences.every((sentence) => said.includes(sentence))) return
    if (performance.now() > giveUpAt) expect([place.name, place.locale, said]).toEqual(sentences)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const asks = async (more: object = {}, token?: string) => {
  const { status, body } = await hall.call<{ ticket?: Ticket; refusal?: RefusalWire }>('issueTicket', {
    body: { service: service.code, delivery: 'none', ...more },
    ...(token ? { token } : {}),
  })
  return { status, ticket: body.ticket, refusal: body.refusal }
}

it('[R6.1, R6.2] every reason in its order, at kiosk, phone, desk and API alike, with the next possible time', async () => {
  supervisor = await hall.hub.session('supervisor')
  const information = await hall.hub.session('information')
  // Before the rules come into force somebody has taken the only number of the quota.
  await hall.officer(4)
  const first = await asks({ visitor: 'phone-1' })
  expect(first.status).toBe(201)
  const places = [...(await openPlaces('id')), ...(await openPlaces('en'))]
  await hall.call('setDemoRules', { body: { full: true } })
  await byStaff('setSystem', { params: { code: 'SIAK' }, body: { down: true } })
  await byStaff('pauseBuilding', { body: { reason: 'fire-drill', until: '2026-07-14T14:45:00+08:00' } })

  for (const { name, next, mend, ...told } of steps) {
    for (const answer of [await asks(), await asks({ kiosk: 'K1' }), await asks({}, information)])
      expect(answer).toMatchObject({ status: 409, refusal: { name, next } })
    const { services } = (await hall.call<ServicesAnswer>('listServices')).body
    expect(services.find(({ code }) => code === service.code)?.refusal).toMatchObject({ name, next })
    for (const place of places) {
      const isStill = place.name === 'kiosk' && (name === 'not-yet-open' || name === 'building-paused')
      // While the whole building stands still a kiosk says only that, in words of its own.
      const still = { id: ['Pelayanan dihentikan sementara', '14.45'], en: ['Service is paused', '14.45'] }
      await says(place, isStill ? still[place.locale] : told[place.locale].filter((each) => each !== undefined))
    }
    if (name === 'system-down') {
      await mend()
      // Known by its mark of the day only, which no screen of the building has.
      expect((await asks({ visitor: 'phone-1' })).refusal).toMatchObject({
        name: 'already-holding',
        next: { label: first.ticket?.label },
      })
    } else await mend()
  }
  expect((await asks()).status).toBe(201)
  for (const place of places) {
    const take = place.locale === 'id' ? 'Ambil nomor' : 'Take a number'
    if (place.name === 'phone')
      await until(async () => /menit|min|langsung|direct/i.test(await words(place.screen.page)))
    else await until(() => place.screen.page.getByRole('button', { name: take }).first().isEnabled())
    expect([place.name, place.screen.faults]).toEqual([place.name, []])
  }
  expect(hall.hub.faults()).toEqual([])
}, 240_000)
