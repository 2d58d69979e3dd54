import { instantOfTime, readTime } from '../../desk-ui/clock-time.ts'

test.each([
  ['9.10', 550],
  ['09:10', 550],
  ['0910', 550],
  ['910', 550],
  [' 15 , 05 ', 905],
  ['00.00', 0],
  ['24.00', null],
  ['9.60', null],
  ['sembilan', null],
  ['', null],
])('%j is a time of day: %j minutes', (text, minutes) => {
  expect(readTime(text)).toBe(minutes)
})

test('a time of day is of the day that it is in the building, before and after UTC midnight', () => {
  const at = (now: string, minutes: number) => instantOfTime(minutes, Date.parse(now), 'Asia/Makassar')
  expect(at('2026-07-14T09:42:30+08:00', 550)).toBe('2026-07-14T01:10:00.000Z')
  expect(at('2026-07-14T07:30:00+08:00', 490)).toBe('2026-07-14T00:10:00.000Z')
  expect(at('2026-07-14T08:30:00+08:00', 450)).toBe('2026-07-13T23:30:00.000Z')
})
