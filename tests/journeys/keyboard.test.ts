import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { atField, issue, labelled, lineAt, morning, openKiosk, readTicket, until } from './_walk.ts'

let hub: HubProcess
let browser: Browser
beforeEach(async () => {
  hub = await startHub({ env: morning })
  browser ??= await launchBrowser()
})
afterEach(() => hub?.[Symbol.asyncDispose]())
afterAll(() => browser?.close())

interface Stop {
  readonly words: string
  /** The ring is drawn, whole, inside the window and not under anything. */
  readonly seen: boolean
}

/** What has the focus, and whether a person could tell; null between the last and the first. */
const focused = (page: Page) =>
  page.evaluate(`(() => {
    const element = document.activeElement
    if (element === document.body) return null
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const within = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1
    // A field may wear its ring on the label around it.
    const ring = [element, element.closest('label')].some((each) => {
      const { outlineStyle, outlineWidth } = each ? getComputedStyle(each) : {}
      return each && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return {
      words: element.getAttribute('aria-label') ?? element.innerText.replace(/\\s+/g, ' ').trim(),
      seen: within && ring && element.contains(above),
    }
  })()`) as Promise<Stop | null>

/** Goes on with one key until the words have the focus; every stop on the way must be seen. */
async function goTo(page: Page, words: RegExp, key = 'Tab'): Promise<void> {
  const stops: string[] = []
  for (let strokes = 0; strokes < 60; strokes++) {
    await page.keyboard.press(key)
    const stop = await focused(page)
    if (!stop) continue
    if (words.test(stop.words) || key === 'Tab') expect([stop.words, stop.seen]).toEqual([stop.words, true])
    if (words.test(stop.words)) return
    stops.push(stop.words)
  }
  throw new Error(`${words} is not among ${stops.join(' | ')}`)
}

async function press(page: Page, words: RegExp, key = 'Tab'): Promise<void> {
  await goTo(page, words, key)
  await page.keyboard.press('Enter')
}

it('the way through the kiosk, in English', async () => {
  const { page, faults } = await openKiosk(browser, hub)
  const standsOn = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
  await press(page, /^English$/)
  await press(page, /^Take a queue number/)
  await standsOn('Choose an agency')
  await press(page, /^Search: /)
  await page.keyboard.type('passport')
  await page
    .getByRole('status')
    .filter({ hasText: /^\d+ services? found$/ })
    .waitFor()
  await page.keyboard.press('Escape')
  await standsOn('Choose an agency')
  await goTo(page, /DPMPTSP|Disdukcapil/)
  if (!/Disdukcapil/.test((await focused(page))?.words ?? '')) await goTo(page, /Disdukcapil/, 'ArrowDown')
  await page.keyboard.press('Enter')
  await standsOn('Choose a service')
  await press(page, /^Electronic ID card/)
  await standsOn(/^Electronic ID card/)
  await goTo(page, /./)
  await press(page, /^Take a number$/)
  await standsOn('Do you need priority?')
  await goTo(page, /^Older person/)
  await press(page, /^No, continue/, 'ArrowDown')
  await standsOn('Please take your ticket')
  await page
    .getByRole('status')
    .filter({ hasText: labelled('D-001') })
    .waitFor()
  await press(page, /^Done$/)
  await standsOn('Selamat datang')
  expect(faults).toEqual([])
})

it("an officer's whole day", async () => {
  const [first, second, third] = [await issue(hub), await issue(hub), await issue(hub)]
  const { page, faults } = await openScreen(browser, `${hub.url}/counter`, 'counter')
  const dialog = page.getByRole('dialog')
  const nobody = page.getByRole('heading', { name: 'Belum ada yang menunggu' })
  // Two strokes of a key in quick succession are one press.
  const unhurried = () => page.waitForTimeout(400)
  const step = async (key: string, title: RegExp, label: string) => {
    // A dialog that is closing still keeps the field's keys from it.
    if (key === 'Space') await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press(key)
    await atField(page, title, label)
  }
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('disdukcapil')
  await page.getByRole('option', { name: /Disdukcapil/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('button', { name: 'Masuk ke Loket 3' }).waitFor()
  await press(page, /^Masuk ke Loket 3/)
  await page.getByRole('heading', { name: 'Loket tutup' }).waitFor()
  await page.keyboard.press('Enter')
  await atField(page, /^Berikutnya/, 'D-001')

  await step('Space', /^Memanggil/, 'D-001')
  await step('b', /^Berikutnya/, first.label)
  await step('Space', /^Memanggil/, first.label)
  await step('Enter', /^Sedang dilayani/, first.label)
  await page.keyboard.press('p')
  await dialog.getByRole('heading', { name: /^Tunda/ }).waitFor()
  await page.keyboard.type('Fotokopi')
  await step('Enter', /^Berikutnya/, second.label)
  expect(await readTicket(hub, first)).toMatchObject({ state: 'held' })

  await step('Space', /^Memanggil/, second.label)
  await step('Enter', /^Sedang dilayani/, second.label)
  await page.keyboard.press('a')
  await dialog.getByRole('combobox').waitFor()
  await page.keyboard.type('imigrasi')
  await dialog
    .getByRole('option', { name: /Imigrasi/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await step('Enter', /^Berikutnya/, third.label)
  expect(await readTicket(hub, second)).toMatchObject({ state: 'waiting', booth: 'IMIG' })

  await step('Space', /^Memanggil/, third.label)
  await step('Control+z', /^Berikutnya/, third.label)
  await step('Space', /^Memanggil/, third.label)
  await page.keyboard.press('t')
  await nobody.waitFor()
  await page.keyboard.press('n')
  await dialog.getByRole('combobox').waitFor()
  await page.keyboard.press('ArrowDown')
  await press(page, /^Sudah berada di loket$/)
  await goTo(page, /^Panggil D\s003/)
  await step('Enter', /^Memanggil/, third.label)
  await step('Enter', /^Sedang dilayani/, third.label)
  await unhurried()
  await page.keyboard.press('Enter')
  await nobody.waitFor()
  await page.keyboard.press('p')
  await until(async () => labelled(first.label).test((await focused(page))?.words ?? ''))
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: /^Layani/ }).waitFor()
  await page.keyboard.press('Enter')
  await atField(page, /^Sedang dilayani/, first.label)
  await unhurried()
  await page.keyboard.press('Enter')
  await nobody.waitFor()
  expect([await readTicket(hub, first), await readTicket(hub, third)].map(({ state }) => state)).toEqual([
    'done',
    'done',
  ])

  await page.keyboard.press('/')
  await page.keyboard.type('D 001')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('i')
  await dialog.waitFor()
  await page.keyboard.type('Makan')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: /^Istirahat/ }).waitFor()
  await unhurried()
  await page.keyboard.press('Enter')
  await nobody.waitFor()
  await press(page, /^Tutup$/)
  await page.getByRole('heading', { name: 'Loket tutup' }).waitFor()
  expect(await lineAt(page)).toEqual([])
  expect(faults).toEqual([])
})
