import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import type { Browser } from 'playwright-core'
import { PNG } from 'pngjs'
import type { SitePackage } from '../../server/contract/site.ts'
import type { MediaAnswer } from '../../server/contract/site-media.ts'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen, sizes } from './_browser.ts'
import { issue, labelled, morning, type Ticket, until } from './_walk.ts'

const picture = PNG.sync.write(
  Object.assign(new PNG({ width: 16, height: 9 }), { data: Buffer.alloc(16 * 9 * 4, 160) }),
)

const folder = 'dist/screens/assets'
const built = readdirSync(folder).filter((name) => /^(start-.*|.*-legacy-.*)\.js$/.test(name))
const own = built.filter((name) => !name.startsWith('polyfills'))
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')
const stylesOf = (name: string) => [...textOf(name).matchAll(/textContent=`([^`]+\{[^`]+)`/g)].map(([, css]) => css)
const styles = own.flatMap(stylesOf).join('\n')

/** Newer than Chromium 63, and brought by no polyfill. */
const tooNew =
  /structuredClone\(|randomUUID|ResizeObserver|replaceChildren|[^.\w]showPopover|requestIdleCallback\(|CompressionStream|AbortSignal\.(any|timeout)|dateStyle|timeStyle|Intl\.(ListFormat|RelativeTimeFormat|DisplayNames|Segmenter)|import\.meta|SharedWorker\(|navigator\.locks/g
/** Newer than that, too, but React asks first whether they are there. */
const askedFirst = ['queueMicrotask', 'reportError', 'AbortController']
/** `gap` is left to the grids, which have it by its old name beside; old.css has the margins of the flex boxes. */
const tooNewInStyles =
  /[;{](inset|inset-\w+|aspect-ratio|translate|scale|rotate|accent-color|margin-(inline|block)[\w-]*|padding-(inline|block)[\w-]*):|:(is|where|has)\(|:focus-visible[,{](?!outline)|(color-mix|oklch|lab|lch)\(|\d(dvh|svh|lvh|dvw|cqw|cqh)\b|@layer|@container|[:( ,](clamp|min|max)\(/g

describe('the build for old televisions', () => {
  it('is what both pages offer beside the modern one; nothing is written into the page itself', () => {
    for (const name of ['index', 'booth']) {
      const html = readFileSync(`dist/screens/display-ui/${name}.html`, 'utf8')
      const files = [...html.matchAll(/(?:src|data-\w+)="\/assets\/([^"]+\.js)"/g)].map(([, file]) => file)
      expect(files).toHaveLength(4)
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(files))
      expect(html).not.toMatch(/<script(?! src)/)
    }
    expect(built.length).toBeGreaterThanOrEqual(5)
  })

  it.each(built)('%s parses as ES2017', (name) => {
    expect(() => parse(textOf(name), { ecmaVersion: 2017 })).not.toThrow()
  })

  it.each(own)('%s asks the browser for nothing newer than Chromium 63', (name) => {
    const code = textOf(name)
    expect(code.match(tooNew) ?? []).toEqual([])
    expect(askedFirst.filter((api) => code.includes(api) && !code.includes(`typeof ${api}`))).toEqual([])
  })

  it('has styles that Chromium 63 can read, with every gap of a grid by its old name', () => {
    expect(styles.length).toBeGreaterThan(20_000)
    expect(styles.match(tooNewInStyles) ?? []).toEqual([])
    const grids = [...styles.matchAll(/\{[^}]*display:grid[^}]*\}/g)].map(([rule]) => rule)
    expect(grids.filter((rule) => /[;{]gap:/.test(rule) && !rule.includes('grid-gap:'))).toEqual([])
  })
})

describe('on a screen', () => {
  let hub: HubProcess
  let browser: Browser
  beforeAll(async () => {
    hub = await startHub({ env: morning })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await hub?.[Symbol.asyncDispose]()
  })

  /** What Chromium 63 did not have, taken out of this one before the page begins. */
  const forget = `
    const names = (owner, list) => list.forEach((name) => { delete owner[name] })
    names(Array.prototype, ['at', 'flat', 'flatMap', 'findLast', 'findLastIndex', 'toSorted', 'toSpliced', 'toReversed', 'with'])
    names(Object, ['fromEntries', 'hasOwn', 'groupBy'])
    names(String.prototype, ['at', 'replaceAll', 'matchAll', 'trimStart', 'trimEnd'])
    names(Promise, ['allSettled', 'any', 'withResolvers', 'try'])
    names(window, ['structuredClone', 'queueMicrotask', 'reportError', 'ResizeObserver', 'IntersectionObserver', 'AbortController',
      'WebSocket', 'WebTransport', 'CompressionStream', 'WeakRef', 'FinalizationRegistry'])
    delete window.globalThis
  `

  it('the hall and the door take up a call without anything newer than Chromium 63, over long polling alone', async () => {
    const faults: string[] = []
    const asked: string[] = []
    const open = async (path: string, viewport: { width: number; height: number }) => {
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
      const page = await context.newPage()
      page.on('pageerror', (error) => void faults.push(error.message))
      page.on('request', (request) => void asked.push(request.url()))
      page.on('websocket', () => void faults.push('a WebSocket'))
      await page.addInitScript(forget)
      await page.goto(`${hub.url}${path}`)
      return page
    }
    const hall = await open('/display?zone=A', sizes.display)
    const door = await open('/display/booth/DUKC', sizes.booth)
    await hall.getByText('Belum ada panggilan').waitFor()
    await door.getByRole('heading', { name: /Disdukcapil/ }).waitFor({ state: 'attached' })
    const { label } = await issue(hub)
    const token = await hub.session('officer', 4)
    await hub.http.post('/api/counters/4/open', { token, body: {} })
    const called = await hub.http.post<{ ticket: Ticket }>('/api/counters/4/call-next', { token, body: {} })
    expect(called.body.ticket.label).toBe(label)
    await hall
      .getByRole('alert')
      .filter({ hasText: labelled(label) })
      .waitFor()
    await door
      .getByRole('alert')
      .filter({ hasText: labelled(label) })
      .waitFor()
    await hall.getByRole('alert').waitFor({ state: 'detached' })
    await hall
      .getByRole('region', { name: 'Panggilan terakhir' })
      .filter({ hasText: labelled(label) })
      .waitFor()
    expect(faults).toEqual([])
    expect(asked.filter((url) => /hall-legacy|booth-legacy/.test(url))).toHaveLength(2)
    expect(asked.some((url) => url.includes('transport=polling'))).toBe(true)
    expect(asked.some((url) => /assets\/(index|booth)-(?!legacy)[\w-]+\.js/.test(url))).toBe(false)
  })

  it('has the picture of the modern build, without a gap between the children of a flex box', async () => {
    const context = await browser.newContext({ viewport: sizes.display, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const boxes = (old: string, path: string, parts: string) => ({
      path: `${path}${path.includes('?') ? '&' : '?'}${old}`,
      parts,
    })
    const read = async ({ path, parts }: { path: string; parts: string }) => {
      await page.goto(`${hub.url}${path}`)
      await page.locator('.k-number').first().waitFor()
      await page.evaluate('document.fonts.ready')
      return page.evaluate(`({
        boxes: [...document.querySelectorAll(${JSON.stringify(parts)})].map((element) => {
          const { left, top, width, height } = element.getBoundingClientRect()
          return [left, top, width, height].map(Math.round).join(' ')
        }),
        gaps: [...document.querySelectorAll('#root *')]
          .filter((element) => /flex/.test(getComputedStyle(element).display) && Number.parseFloat(getComputedStyle(element).columnGap) > 0)
          .map((element) => element.className),
      })`) as Promise<{ boxes: string[]; gaps: string[] }>
    }
    await issue(hub)
    const token = await hub.session('officer', 5)
    await hub.http.post('/api/counters/5/open', { token, body: {} })
    await hub.http.post('/api/counters/5/call-next', { token, body: {} })
    const hallParts = '.hall-head > *, .call, .call-number *, .call-to *, .waiting, .ticker-marks'
    const doorParts = '.door-sign *, .door-name *, .door-rows *, .door-next *'
    for (const [path, parts] of [
      ['/display?zone=A', hallParts],
      ['/display?zone=A&layout=list', '.grid li > *, .k-number *'],
      ['/display/booth/DUKC', doorParts],
    ] as const) {
      const modern = await read(boxes('old=0', path, parts))
      const old = await read(boxes('old=1', path, parts))
      expect(modern.boxes.length).toBeGreaterThan(3)
      expect(old.gaps).toEqual([])
      expect(old.boxes).toEqual(modern.boxes)
    }
  })

  it('has letters of the same share at 4K and at the door, and gives way where nothing has changed for ten minutes', async () => {
    const context = await browser.newContext({ viewport: sizes.display, reducedMotion: 'reduce' })
    const page = await context.newPage()
    const share = async (path: string, width: number, height: number) => {
      await page.setViewportSize({ width, height })
      await page.goto(`${hub.url}${path}`)
      await page.locator('.k-number').first().waitFor()
      expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
      return page.evaluate<number>(
        `Number.parseFloat(getComputedStyle(document.querySelector('.k-number')).fontSize) / innerHeight`,
      )
    }
    expect(await share('/display?zone=A', 3840, 2160)).toBeCloseTo(await share('/display?zone=A', 1920, 1080), 3)
    const door = '/display/booth/DUKC'
    expect(await share(door, 2560, 800)).toBeCloseTo(await share(door, 1280, 400), 3)

    const resting = await context.newPage()
    await resting.clock.install()
    await resting.goto(`${hub.url}/display?zone=A`)
    await resting.locator('.call-latest:not(.call-quiet)').waitFor()
    await resting.clock.fastForward('10:30')
    await resting.locator('.call-latest.call-quiet').waitFor()
    await resting.locator('main[style*="px"]:not([style*="(0px, 0px)"])').waitFor()
  })

  it('what the manager puts into the playlist stands in the media field, a call wins at once, and what cannot be shown is named', async () => {
    const { page, faults } = await openScreen(browser, `${hub.url}/supervisor#gedung/tayang/baru`, 'supervisor')
    await page.getByRole('button', { name: 'Manajer gedung', exact: true }).click()
    const form = page.getByRole('form')
    await form.getByLabel('Kode').fill('POSTER')
    await form.getByRole('combobox', { name: 'Jenis' }).selectOption('image')
    await form.locator('input[type=file]').setInputFiles({ name: 'Poster.png', mimeType: 'image/png', buffer: picture })
    await form.locator('.media-preview').waitFor()
    expect(await violations(page)).toEqual([])
    await form.getByRole('button', { name: 'Tambahkan', exact: true }).click()
    await page.getByText('POSTER sudah disimpan.').waitFor()

    const token = await hub.session('manager')
    const broken = await hub.http.post<{ name: string }>('/api/media?title=rusak.png', {
      raw: Buffer.concat([picture.subarray(0, 8), Buffer.alloc(99, 1)]),
      token,
      headers: { 'content-type': 'image/png', 'content-length': '107' },
    })
    const { body } = await hub.http.get<{ site: SitePackage }>('/api/site', { token })
    const zone = body.site.zones.find(({ code }) => code === 'A')
    const changes = [
      { kind: 'zones', code: 'A', before: zone, after: { ...zone, layout: 'media' } },
      { kind: 'site', code: 'notices', before: body.site.site.notices, after: [] },
      {
        kind: 'playlist',
        code: 'RUSAK',
        before: null,
        after: { code: 'RUSAK', kind: 'image', file: broken.body.name, seconds: 4 },
      },
    ]
    expect((await hub.http.post('/api/site/changes', { token, body: { changes } })).status).toBe(200)

    const display = await openScreen(browser, `${hub.url}/display?zone=A`, 'display')
    await display.page.locator('img.media-shown').waitFor()
    const { label } = await issue(hub)
    const officer = await hub.session('officer', 6)
    await hub.http.post('/api/counters/6/open', { token: officer, body: {} })
    await hub.http.post('/api/counters/6/call-next', { token: officer, body: {} })
    const field = display.page.getByRole('alert').filter({ hasText: labelled(label) })
    await field.waitFor()
    await field.waitFor({ state: 'detached' })
    await until(async () => {
      const { body } = await hub.http.get<MediaAnswer>('/api/media', { token })
      return body.failing.some(({ item, zone, why }) => item === 'RUSAK' && zone === 'A' && why === 'not-shown')
    })
    await page.goto(`${hub.url}/supervisor#gedung/tayang`)
    await page.reload()
    await page.getByText('RUSAK: layar Zona A tidak dapat menayangkannya.').waitFor()
    expect(faults).toEqual([])
    expect(await violations(display.page)).toEqual([])
  })
})
