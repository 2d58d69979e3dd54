import { expectedCall, rangeOnLine } from '../../visitor-ui/expected-call.ts'
import { numberSize } from '../../visitor-ui/number-size.ts'
import { groupOvertaking } from '../../visitor-ui/overtaking.ts'
import { actionsOf, sceneOf, serviceDayAt } from '../../visitor-ui/scene.ts'

const at = (clock: string) => Date.parse(`2026-07-14T${clock}:00+08:00`)

describe('what the page is about', () => {
  const today = '2026-07-14'
  it.each([
    ['reserved', 'reserved'],
    ['waiting', 'waiting'],
    ['called', 'called'],
    ['serving', 'serving'],
    ['held', 'held'],
    ['missed', 'missed'],
    ['done', 'ended'],
    ['cancelled', 'ended'],
    ['no-show', 'ended'],
    ['expired', 'ended'],
    ['void', 'ended'],
  ] as const)('%s is shown as %s', (state, scene) => {
    expect(sceneOf({ state, serviceDay: today }, today)).toBe(scene)
  })

  it('[R2.5] a number of another day is that and nothing else, and the day is the site’s', () => {
    expect(sceneOf({ state: 'waiting', serviceDay: '2026-07-13' }, today)).toBe('other-day')
    expect(serviceDayAt(Date.parse('2026-07-13T15:59:00Z'), 'Asia/Makassar')).toBe('2026-07-13')
    expect(serviceDayAt(Date.parse('2026-07-13T16:00:00Z'), 'Asia/Makassar')).toBe('2026-07-14')
    expect(serviceDayAt(Date.parse('2026-07-13T23:59:00Z'), 'Asia/Makassar')).toBe(today)
    expect(serviceDayAt(Date.parse('2026-07-14T00:01:00Z'), 'Asia/Makassar')).toBe(today)
  })

  it('[R5.12] offers what the hub allows and no more, the filled button first, the end of the number last', () => {
    expect(actionsOf('waiting', ['cancel', 'later'])).toEqual({ main: null, others: ['later', 'cancel'] })
    expect(actionsOf('missed', ['cancel', 'here'])).toEqual({ main: 'here', others: ['cancel'] })
    expect(actionsOf('called', ['on-my-way'])).toEqual({ main: 'on-my-way', others: [] })
    expect(actionsOf('reserved', ['accept', 'cancel'])).toEqual({ main: 'accept', others: ['cancel'] })
    expect(actionsOf('serving', [])).toEqual({ main: null, others: [] })
  })
})

describe('the expected call', () => {
  const estimate = {
    from: '2026-07-14T10:05:00.000+08:00',
    to: '2026-07-14T10:15:00.000+08:00',
    minutes: [5, 20] as [number, number],
  }

  it('[R7.1] keeps the hub’s range and counts the minutes to its ends outward', () => {
    expect(expectedCall(estimate, at('09:58'))).toMatchObject({ minutes: [7, 17], kind: 'range' })
    expect(expectedCall(estimate, at('09:58') + 30_000).minutes).toEqual([6, 17])
  })

  it('says soon when it may come within two minutes, and late when the range has passed', () => {
    expect(expectedCall(estimate, at('10:14'))).toMatchObject({ minutes: [0, 1], kind: 'soon' })
    expect(expectedCall(estimate, at('10:16'))).toMatchObject({ minutes: [0, 0], kind: 'late' })
  })

  it('lies on a line of whole quarters of an hour that ends well after it', () => {
    const line = rangeOnLine(expectedCall(estimate, at('09:58')), at('09:58'))
    expect(line.until).toBe(at('10:28'))
    expect(line.start).toBeCloseTo(7 / 30)
    expect(line.end).toBeCloseTo(17 / 30)
  })

  it('never leaves the line', () => {
    for (const clock of ['08:00', '10:05', '10:10', '10:15', '10:40']) {
      const { start, end } = rangeOnLine(expectedCall(estimate, at(clock)), at(clock))
      expect(start).toBeGreaterThanOrEqual(0)
      expect(end).toBeLessThanOrEqual(1)
      expect(start).toBeLessThanOrEqual(end)
    }
  })
})

it('[R4.10] groups who was called before by the reason, the kind of the latest call first', () => {
  const call = (clock: string, name: string) => ({ at: `2026-07-14T${clock}:00.000+08:00`, rule: 'R4.3', name })
  const groups = groupOvertaking([
    call('09:50', 'priority-turn'),
    call('09:56', 'held-return'),
    call('09:53', 'priority-turn'),
    call('09:40', 'run-ended'),
  ])
  expect(groups.map(({ kind, count }) => [kind, count])).toEqual([
    ['held-return', 1],
    ['priority-turn', 2],
    ['other', 1],
  ])
  expect(groups[1]?.at).toEqual([at('09:53'), at('09:50')])
  expect(groupOvertaking([])).toEqual([])
})

it('makes a longer number smaller, so that it never leaves the plate', () => {
  const width = (label: string) => Number(/([\d.]+)vw/.exec(numberSize(label, 120, 5.9))?.[1])
  expect(width('DK-050')).toBe(24)
  expect(width('D-1050')).toBe(24)
  expect(width('DK-1050')).toBe(20)
  expect(width('D-050')).toBe(30)
})
