import type { Browser, Page } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { issue, labelled, morning, type Ticket, until } from './_walk.ts'

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

const counters = [4, 5, 6]

interface Heard {
  /** Addresses of the sounds fetched, and ids that the page has told the hub it played; in order. */
  readonly fetched: string[]
  readonly played: string[]
}

/** Follows what a page with sound does, on the wire. */
function listen(page: Page): Heard {
  const heard: Heard = { fetched: [], played: [] }
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/announcements/')) heard.fetched.push(pathname)
  })
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      const [, id] = /^42\["announced","([^"]+)"/.exec(payload.toString()) ?? []
      if (id) heard.played.push(id)
    }),
  )
  return heard
}

/** Every field that takes the display over, by its numbers, in order. */
const watchTakeovers = (page: Page) =>
  page.evaluate(`(() => {
    window.takeovers = []
    const read = () => {
      const field = document.querySelector('[role=alert]')
      const numbers = field?.innerText.match(/[A-Z]{1,2}\\s*\\d{3}/g)?.map((text) => text.replace(/\\s+/, '-')).join(' + ')
      if (numbers && window.takeovers.at(-1) !== numbers) window.takeovers.push(numbers)
    }
    new MutationObserver(read).observe(document.body, { childList: true, subtree: true, characterData: true })
  })()`)

it('three calls within a second are each shown, and spoken one after another [R5.2]', async () => {
  const tickets = [await issue(hub), await issue(hub), await issue(hub)]
  const display = await openScreen(browser, `${hub.url}/display?zone=A`, 'display')
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const heard = listen(page)
  await page.goto(`${hub.url}/display?zone=A&sound=1`)
  for (const each of [display.page, page]) await each.getByText('Belum ada panggilan').waitFor()
  await watchTakeovers(display.page)

  const officers = await Promise.all(counters.map((counter) => hub.session('officer', counter)))
  for (const [index, counter] of counters.entries()) {
    await hub.http.post(`/api/counters/${counter}/open`, { token: officers[index], body: {} })
  }
  const called: string[] = []
  for (const [index, counter] of counters.entries()) {
    const path = `/api/counters/${counter}/call-next`
    const { body } = await hub.http.post<{ ticket: Ticket }>(path, { token: officers[index], body: {} })
    called.push(body.ticket.label)
  }
  expect(called).toEqual(tickets.map(({ label }) => label))
  const [first, second, third] = called as [string, string, string]

  const takeovers = () => display.page.evaluate<string[]>('window.takeovers')
  await until(async () => (await takeovers()).length === 2)
  expect(await takeovers()).toEqual([first, `${second} + ${third}`])
  await display.page.getByRole('alert').waitFor({ state: 'detached' })
  const list = display.page.getByRole('region', { name: 'Panggilan terakhir' })
  for (const label of called) await list.filter({ hasText: labelled(label) }).waitFor()

  await until(async () => heard.played.length >= 2 && heard.fetched.length >= 3)
  expect(heard.fetched).toHaveLength(3)
  expect(new Set(heard.fetched).size).toBe(3)
  expect(heard.played).toEqual(heard.fetched.slice(0, 2).map((path) => /([^/]+)\.wav$/.exec(path)?.[1]))
  expect(display.faults).toEqual([])
}, 90_000)
