import { createRandom } from '../../../server/simulation/random.ts'

const draw = <T>(count: number, one: () => T): T[] => Array.from({ length: count }, one)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('seeded chance', () => {
  test('the same seed repeats itself, another does not, and a fork does not depend on what was drawn before', () => {
    const [one, same, other] = [createRandom('7'), createRandom('7'), createRandom('8')]
    const numbers = draw(50, one.next)
    expect(draw(50, same.next)).toEqual(numbers)
    expect(draw(50, other.next)).not.toEqual(numbers)
    expect(one.fork('a').next()).toBe(createRandom('7').fork('a').next())
    expect(one.fork('a').next()).not.toBe(one.fork('b').next())
  })

  test('is spread evenly from 0 to 1', () => {
    const numbers = draw(20_000, createRandom('even').next)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...numbers)).toBeLessThan(1)
    for (let tenth = 0; tenth < 10; tenth++) {
      expect(numbers.filter((one) => Math.floor(one * 10) === tenth).length).toBeGreaterThan(1800)
    }
  })

  test('a lognormal has its mean and variation, a Weibull its median', () => {
    const random = createRandom('shapes')
    const times = draw(40_000, () => random.lognormal(12, 0.6))
    const average = mean(times)
    const deviation = Math.sqrt(mean(times.map((one) => (one - average) ** 2)))
    expect(average).toBeCloseTo(12, 0)
    expect(deviation / average).toBeCloseTo(0.6, 1)
    expect(draw(20_000, () => random.weibull(75, 2)).filter((one) => one < 75).length / 20_000).toBeCloseTo(0.5, 1)
  })

  test('picks by weight, and nothing where nothing has weight', () => {
    const random = createRandom('weights')
    const picked = draw(8000, () => random.pick(['a', 'b', 'c'], (one) => ({ a: 3, b: 1, c: 0 })[one] ?? 0))
    expect(picked).not.toContain('c')
    expect(picked.filter((one) => one === 'a').length / 8000).toBeCloseTo(0.75, 1)
    expect(random.pick(['a'], () => 0)).toBeUndefined()
    expect(random.pick([])).toBeUndefined()
  })
})
