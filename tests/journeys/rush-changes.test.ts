import type { Browser } from 'playwright-core'
import { launchBrowser } from './_browser.ts'
import { expectWhole, keepAwake, openRush, openScreens, type Progress, rushWithChanges, sameAsFresh } from './_rush.ts'

/** A minute of the hall in five seconds: faster, and two screens would hardly ever stand in the same minute of a wait. */
const speed = 12
const enough = ({ taken, called, rounds }: Progress) => taken >= 150 && called >= 50 && rounds % 2 === 1 && rounds > 2

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('[R5.1, R2.2, R8.3, R8.4] a rush while hours, booths, counters and the whole package change: no number lost or doubled, every screen right without a reload', async () => {
  await using hall = await openRush(speed)
  const first = await hall.issue('DUKC-04')
  const watched = await openScreens(browser, hall, first)
  const rush = await rushWithChanges(hall, 15, (so) => {
    void keepAwake(watched)
    return enough(so)
  })
  const shown = await sameAsFresh(watched)
  expect(rush.changes).toBeGreaterThanOrEqual(33)
  for (const { name, screen } of watched) expect([name, screen.faults]).toEqual([name, []])

  // They are not only alike: they stand at the last change.
  const last = `MPP Impor ${rush.rounds - 1}`
  for (const name of ['hall display A', 'hall display F', 'supervisor', 'phone', 'services'])
    expect(shown.get(name)).toContain(last)
  const counter = watched.find(({ name }) => name === 'counter')?.screen.page
  expect(shown.get('counter')).toMatch(/^27 Kantor Pajak Loket 1/)
  expect(shown.get('kiosk, agencies')).toMatch(/Samsat .*Buka 3 Agustus/)
  // The counter calls where it stands now.
  const waiting = await hall.issue('PJKP-03')
  expect(waiting.label).toMatch(/^W-/)
  await counter?.keyboard.press('Space')
  await counter
    ?.getByRole('region', { name: /^Memanggil/ })
    .filter({ hasText: /W\s*\d{3}/ })
    .waitFor()
  await expectWhole(rush, [first, waiting])
}, 300_000)
