import { launchBrowser } from '../journeys/_browser.ts'
import { expectWhole, keepAwake, openRush, openScreens, rushWithChanges, sameAsFresh } from '../journeys/_rush.ts'

jest.setTimeout(1_800_000)

const speed = Number(process.env.CAMPAIGN_SPEED ?? 20)
const minutes = Number(process.env.CAMPAIGN_MINUTES ?? 60)

test('[R5.1, R2.2, R8.3, R8.4] an hour of rush with changes of every kind: nothing lost, nothing doubled, every screen right without a reload', async () => {
  const browser = await launchBrowser()
  try {
    await using hall = await openRush(speed)
    const first = await hall.issue('DUKC-04')
    const watched = await openScreens(browser, hall, first)
    const endsAt = performance.now() + (minutes * 60_000) / speed
    const rush = await rushWithChanges(hall, 60, ({ rounds }) => {
      void keepAwake(watched)
      return rounds % 2 === 1 && performance.now() > endsAt
    })
    const shown = await sameAsFresh(watched)
    console.log({ taken: rush.taken.length, called: rush.called.length, changes: rush.changes, refused: rush.refused })
    expect(shown.get('supervisor')).toContain(`MPP Impor ${rush.rounds - 1}`)
    for (const { name, screen } of watched) expect([name, screen.faults]).toEqual([name, []])
    await expectWhole(rush, [first])
  } finally {
    await browser.close()
  }
})
