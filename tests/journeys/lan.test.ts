import { networkInterfaces } from 'node:os'
import type { Browser } from 'playwright-core'
import { type HubProcess, startHub } from '../_hub.ts'
import { launchBrowser, openScreen } from './_browser.ts'
import { atField, idCard, labelled, morning, openCounter, openKiosk, readTicket, takeNumber } from './_walk.ts'

/** The first address by which other machines reach this one; a machine without a network has none to try. */
const address = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

let hub: HubProcess
let browser: Browser
beforeAll(async () => {
  hub = await startHub({ env: { ...morning, HOST: '0.0.0.0' } })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await hub?.[Symbol.asyncDispose]()
})

const onNetwork = address ? it : it.skip
onNetwork('the whole line over plain HTTP on the network, where a page is not a secure context', async () => {
  const there = { ...hub, url: `http://${address}:${hub.port}` }
  const kiosk = await openKiosk(browser, there)
  const display = await openScreen(browser, `${there.url}/display?zone=A`, 'display')
  expect(await kiosk.page.evaluate('isSecureContext')).toBe(false)

  const ticket = await takeNumber(kiosk.page)
  await kiosk.page.getByRole('heading', { name: 'Silakan ambil tiket' }).waitFor()
  const phone = await openScreen(browser, `${there.url}/t/${ticket.publicCode}`, 'phone')
  await phone.page.getByText('Anda berikutnya').first().waitFor()

  const counter = await openCounter(browser, there, 4)
  await atField(counter.page, 'Berikutnya', ticket.label)
  await counter.page.keyboard.press('Space')
  await display.page
    .getByRole('alert')
    .filter({ hasText: labelled(ticket.label) })
    .waitFor()
  await phone.page.getByText('Sekarang giliran Anda.').first().waitFor()
  await counter.page.keyboard.press('Enter')
  await atField(counter.page, 'Sedang dilayani', ticket.label)
  await counter.page
    .getByRole('button', { name: /^Selesai/ })
    .first()
    .click()
  await counter.page.getByRole('heading', { name: 'Belum ada yang menunggu' }).waitFor()
  expect(await readTicket(hub, ticket)).toMatchObject({ state: 'done', calls: 1, service: idCard.code })
  for (const { faults } of [kiosk, display, phone, counter]) expect(faults).toEqual([])
})
