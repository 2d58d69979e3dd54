import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { type SlipPreviewAnswer, slipKinds } from '../../../server/contract/site-slip.ts'
import { until } from '../../_until.ts'
import { difference, readEscpos } from '../printing/_decoder.ts'
import { type OpenedHall, openHall } from './_hall.ts'
import { named, type Refused, siteDesk } from './_site.ts'

let hall: OpenedHall
let tokens: { manager: string; dukc: string; supervisor: string }
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:42:00+08:00' } })
  const { session } = hall.hub
  tokens = {
    manager: await session('manager'),
    dukc: await session('agency-admin', 4),
    supervisor: await session('supervisor'),
  }
})
afterAll(() => hall[Symbol.asyncDispose]())

const preview = (body: object, token = tokens.manager) =>
  hall.call<SlipPreviewAnswer & Refused>('previewSlip', { token, body: { slip: null, ...body } })
const greeting = { id: 'Selamat datang', en: 'Welcome' }

function pictureIn(png: Buffer) {
  const { width, height, data } = PNG.sync.read(png)
  return {
    width,
    height,
    isBlack: (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 128,
    code: () => jsqr(new Uint8ClampedArray(data), width, height)?.data ?? null,
  }
}

test.each(slipKinds)('the preview of %s is what another reads in its bytes, and changes nothing', async (kind) => {
  const before = await hall.seq()
  const { body, status } = await preview({ kind, mode: 'text', qr: 'raster', widthDots: 384, slip: { greeting } })
  expect(status).toBe(200)
  const picture = pictureIn(Buffer.from(body.png, 'base64'))
  expect([picture.width, picture.height]).toEqual([body.widthDots, body.heightDots])
  expect(difference(readEscpos(Buffer.from(body.escpos, 'base64')).items, picture, () => 0)).toBeNull()
  expect(body.words).toEqual(expect.arrayContaining(['Selamat datang']))
  expect(await hall.seq()).toBe(before)
})

test('a preview says which slip it is, with the building’s own words', async () => {
  const wordsOf = async (body: object) => (await preview(body)).body.words
  expect(await wordsOf({ agency: 'DUKC' })).toEqual(
    expect.arrayContaining(['D 050', 'Disdukcapil', '7 orang di depan Anda']),
  )
  expect(await wordsOf({ kind: 'reprint', priority: true })).toEqual(
    expect.arrayContaining(['CETAK ULANG', 'Prioritas']),
  )
  expect(await wordsOf({ kind: 'journey', locale: 'en' })).toContain('Your visit in order')
  expect(await wordsOf({ kind: 'missing-papers' })).toContain('Berkas kurang')
  expect(await wordsOf({ kind: 'summary' })).toContain('Ringkasan hari')
})

test('an agency’s administrator draws the slips of the own agency only; others draw none', async () => {
  expect(named(await preview({ agency: 'DUKC' }, tokens.dukc))).toBe('200')
  expect(named(await preview({ agency: 'PTSP' }, tokens.dukc))).toBe('not-yours')
  expect(named(await preview({}, tokens.dukc))).toBe('not-yours')
  // The day in figures is of every agency.
  expect(named(await preview({ agency: 'DUKC', kind: 'summary' }, tokens.dukc))).toBe('not-yours')
  expect(named(await preview({}, tokens.supervisor))).toBe('not-yours')
})

test('an agency that is not there and a logo that is none are told by their field', async () => {
  const fieldOf = async (body: object) => (await preview(body)).body.error?.fields?.map(({ path }) => path)
  expect(await fieldOf({ agency: 'NOBODY' })).toEqual(['agency'])
  expect(await fieldOf({ slip: { logo: `iVBORw0KGgo${'A'.repeat(60)}` } })).toEqual(['slip.logo'])
})

test('one slip for a visit of several booths, in the printer’s own letters: every booth in order, and one number', async () => {
  const manager = siteDesk(hall.call, tokens.manager)
  const printer = { kind: 'virtual', mode: 'text', qr: 'raster', widthDots: 384 }
  expect(named(await manager.change([await manager.edit('kiosks', 'K2', { printer })]))).toBe('200')
  const { journeys, services, booths } = (await manager.read()).site
  const [journey] = journeys
  const steps = (journey?.services ?? []).map((code) => services.find((one) => one.code === code))
  const wish = { journey: journey?.code, delivery: 'print', kiosk: 'K2' }
  const { label } = await hall.issue(steps[0]?.code ?? '', wish)
  const folder = join(hall.hub.dataDir, 'virtual/printers/K2')
  const files = () =>
    (existsSync(folder) ? readdirSync(folder) : []).filter(
      (name) => name.includes(`-${label}.`) && /\.(escpos|png)$/.test(name),
    )
  await until(() => files().length === 2)
  const read = (end: string) => readFileSync(join(folder, files().find((name) => name.endsWith(end)) ?? ''))
  const { items } = readEscpos(read('.escpos'))
  const said = items.map((item) => (item.kind === 'text' ? item.text.trim() : '')).join(' ')
  expect(said).toContain(label.replace('-', ' '))
  const signs = steps.map((step) => booths.find(({ code }) => code === step?.booth)?.sign)
  const list = said.slice(said.indexOf('Urutan kunjungan Anda'))
  expect(list).toMatch(new RegExp(signs.map((sign) => `${sign} Lantai .*`).join('')))
  expect(difference(items, pictureIn(read('.png')), () => 0)).toBeNull()
})

test('an agency’s slip is saved as any change of the building, printed at once, and taken back', async () => {
  const [manager, dukc] = [siteDesk(hall.call, tokens.manager), siteDesk(hall.call, tokens.dukc)]
  const folder = join(hall.hub.dataDir, 'virtual/printers/K1')
  const printed = async (service: string) => {
    const { label } = await hall.issue(service, { delivery: 'print', kiosk: 'K1' })
    const file = () => (existsSync(folder) ? readdirSync(folder) : []).find((name) => name.endsWith(`-${label}.png`))
    await until(() => file() !== undefined)
    return pictureIn(readFileSync(join(folder, file() ?? '')))
  }
  const without = { slip: { greeting, parts: { qr: 'hidden' } } }
  expect(named(await dukc.change([await dukc.edit('agencies', 'PTSP', without)]))).toBe('not-yours')
  expect(named(await dukc.change([await dukc.edit('site', 'slip', without)]))).toBe('not-yours')
  expect(named(await dukc.change([await dukc.edit('agencies', 'DUKC', without)]))).toBe('200')
  expect((await printed('DUKC-01')).code()).toBeNull()
  expect((await printed('PTSP-01')).code()).toMatch(/\/t\/[2-9a-z]{13}$/)
  const [latest] = await dukc.history()
  expect(named(await manager.undo(latest?.seq ?? 0))).toBe('200')
  expect((await printed('DUKC-01')).code()).toMatch(/\/t\/[2-9a-z]{13}$/)
})
