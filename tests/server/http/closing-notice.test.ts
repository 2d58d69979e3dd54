import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../../_until.ts'
import { openScreen } from '../live/_screen.ts'
import { openHall } from './_hall.ts'

/** On Tuesday 14 July 2026 the last hours of the building end at 15.00; the hub needs some seconds until it looks. */
const justBefore = '2026-07-14T14:44:45+08:00'
const end = Date.parse('2026-07-14T15:00:00+08:00')

const heard = (dataDir: string): string[] => {
  const file = join(dataDir, 'virtual/speakers/A/spoken.jsonl')
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return text === '' ? [] : text.split('\n').map((line) => (JSON.parse(line) as { sentence: string }).sentence)
}

test('[R8.1] a quarter of an hour before the end of the day every zone hears it once, and displays know when', async () => {
  await using hall = await openHall({ env: { ANTREAN_CLOCK: justBefore, ANTREAN_RULES: 'full' } })
  const display = await openScreen(hall.hub.url, { view: 'display', zone: 'A' })
  await display.watch()
  expect(display.snapshot.closing).toEqual({ noticeAt: end - 15 * 60_000, endsAt: end })
  const notices = () => heard(hall.hub.dataDir).filter((sentence) => sentence.includes('ditutup dalam'))
  await until(() => notices().length > 0)
  await new Promise((resolve) => setTimeout(resolve, 3_000))
  expect(notices()).toHaveLength(1)
  expect(notices()[0]).toContain('lima belas menit')
  display.close()
})

test('in the demo nothing closes by the clock', async () => {
  await using hall = await openHall({ env: { ANTREAN_CLOCK: justBefore } })
  const display = await openScreen(hall.hub.url, { view: 'display', zone: 'A' })
  await display.watch()
  expect(display.snapshot.closing).toBeNull()
  display.close()
})
