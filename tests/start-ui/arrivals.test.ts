import { barsOf, halfHourText, minutesOfDay, shareOfDay } from '../../start-ui/arrivals.ts'

const clock = (hours: number, minutes = 0) => hours * 60 + minutes

describe('the day in half hours', () => {
  it('begins at 07.30 and shows the whole opening time even before anybody came', () => {
    const bars = barsOf([], null)
    expect(halfHourText(bars[0]?.at ?? 0)).toBe('07.30')
    expect(bars).toHaveLength(15)
    expect(bars.every(({ count, when }) => count === 0 && when === 'ahead')).toBe(true)
  })

  it('knows which half hours are past, now and ahead', () => {
    const bars = barsOf([4, 8, 2], clock(8, 42))
    expect(bars.slice(0, 4).map(({ when }) => when)).toEqual(['past', 'past', 'now', 'ahead'])
    expect(bars.slice(0, 4).map(({ height }) => height)).toEqual([0.5, 1, 0.25, 0])
  })

  it('grows when the day is longer than the opening time', () => {
    expect(barsOf(new Array<number>(20).fill(1), null)).toHaveLength(20)
  })

  it('places the clock on the chart, and nowhere outside the day', () => {
    const bars = barsOf([], null)
    expect(shareOfDay(clock(7, 30), bars)).toBe(0)
    expect(shareOfDay(clock(11, 15), bars)).toBe(0.5)
    expect(shareOfDay(clock(15), bars)).toBe(1)
    expect(shareOfDay(clock(7), bars)).toBeNull()
    expect(shareOfDay(clock(23), bars)).toBeNull()
  })

  it('reads a clock as the screens write it', () => {
    expect(minutesOfDay('09.42')).toBe(clock(9, 42))
    expect(minutesOfDay('00.00')).toBe(0)
  })
})
