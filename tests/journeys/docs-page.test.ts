import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { violations } from './_axe.ts'
import { launchBrowser, openScreen } from './_browser.ts'

let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  hub = await startHub()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

test.each(['supervisor', 'phone'] as const)(
  'the API page reads well on a %s’s screen, names every route and needs nothing from elsewhere',
  async (size) => {
    const { page, context, faults } = await openScreen(browser, `${hub.url}/api/docs`, size)
    const { paths } = (
      await hub.http.get<{ paths: Record<string, Record<string, { operationId: string }>> }>('/api/openapi.json')
    ).body
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(await page.locator('main section').evaluateAll((sections) => sections.map(({ id }) => id))).toEqual(ids)
    expect(await violations(page)).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    expect(faults).toEqual([])
    await page.locator('nav a', { hasText: 'call-next' }).click()
    await page.locator('#callNext details summary').last().click()
    expect(await page.locator('#callNext pre').last().textContent()).toContain('"overtook"')
    await context.close()
  },
)
