import { aheadOf, aheadOfNewcomer, lineLength } from '../../../server/core/ahead.ts'
import { building } from './_building.ts'
import { minutes, openDay } from './_day.ts'

const one = building({ profiles: { 1: [['A1', 'A2']] } })
type Day = ReturnType<typeof openDay>
const shown = (day: Day, id: string) => aheadOf(day.hall, day.ticket(id)) as number
const issueAll = (day: Day, kinds: string) => [...kinds].map((kind) => day.issue('A1', { priority: kind === 'P' }))

/** What is shown to each when the line closes, and how many are called before each. */
function closedLine(day: Day, ids: readonly string[], counters: readonly number[]) {
  const promised = ids.map((id) => shown(day, id))
  const order: string[] = []
  for (let turn = 0; order.length < ids.length; turn++) {
    const decision = day.ask({ verb: 'call-next', counter: counters[turn % counters.length] as number })
    if (!('answer' in decision)) throw new Error('nobody is left')
    const id = decision.answer.ticket?.id as string
    day.finish(id)
    order.push(id)
  }
  return ids.map((id, index) => ({ shown: promised[index] as number, real: order.indexOf(id) }))
}

describe('[R4.9] how many are ahead', () => {
  test('is exact where only regular visitors wait', () => {
    const day = openDay(one)
    const ids = issueAll(day, 'rrrrr')
    for (const { shown, real } of closedLine(day, ids, [1])) expect(shown).toBe(real)
  })

  test.each(['rPPPr', 'PPPPr', 'rrPPPPPPPP', 'PrPrPr', 'rP', 'PPPPPr'])(
    'is exact for the line %s at one counter',
    (kinds) => {
      const day = openDay(one)
      const ids = issueAll(day, kinds)
      expect(closedLine(day, ids, [1]).map(({ shown }) => shown)).toEqual(closedLineOf(kinds))
    },
  )

  test('knows the calls that the counter has already made ahead of turn', () => {
    const day = openDay(one)
    const ids = issueAll(day, 'rPPPP')
    for (let call = 0; call < 2; call++) day.finish(day.callNext(1))
    expect(shown(day, ids[0] as string)).toBe(0)
    expect(day.callNext(1)).toBe(ids[0])
  })

  test('is never below the truth with two counters, each with a run of its own', () => {
    const day = openDay(building({ profiles: { 1: [['A1']], 2: [['A1']] } }))
    const ids = issueAll(day, 'rrPPPPPPPP')
    expect(shown(day, ids[0] as string)).toBe(4)
    for (const { shown, real } of closedLine(day, ids, [1, 1, 2, 2])) expect(shown).toBeGreaterThanOrEqual(real)
  })

  test('[R4.4] counts a front transfer from behind', () => {
    const day = openDay(building({ profiles: { 1: [['A1']], 2: [['B1']] } }))
    const first = day.issue('A1')
    const moved = day.issue('B1')
    day.transfer(moved, { service: 'A1' }, { position: 'front', reason: 'x' })
    expect(shown(day, first)).toBe(1)
    expect(day.callAll(1)).toEqual([moved, first])
  })

  test('[R4.6] counts a held return from behind', () => {
    const day = openDay(one)
    const [first, held] = issueAll(day, 'rr') as [string, string]
    day.call(1, held)
    day.hold(held)
    expect(shown(day, first)).toBe(0)
    day.does('return', held)
    expect(shown(day, first)).toBe(1)
    expect(day.callAll(1)).toEqual([held, first])
  })

  test('[R4.7] a pause lets its others go first, and no more than there are', () => {
    const day = openDay(one)
    const [late] = issueAll(day, 'rrrrrr') as [string]
    day.visitor(late, 'later')
    expect(shown(day, late)).toBe(3)
    const few = openDay(one)
    const [alone] = issueAll(few, 'rr') as [string]
    few.visitor(alone, 'later')
    expect(shown(few, alone)).toBe(1)
  })

  test('[R3.24] reserved numbers count, and void ones no more', () => {
    const day = openDay(one)
    const reserved = day.issue('A1', { delivery: 'screen' })
    const [id] = issueAll(day, 'r') as [string]
    expect(shown(day, id)).toBe(1)
    expect(shown(day, reserved)).toBe(0)
    day.wait(180_000)
    day.does('lapse', reserved)
    expect(shown(day, id)).toBe(0)
    expect(aheadOf(day.hall, day.ticket(reserved))).toBeNull()
  })

  test('a newcomer has everybody before them, over all services of the counters', () => {
    const day = openDay(one)
    issueAll(day, 'rr')
    day.issue('A2')
    expect(aheadOfNewcomer(day.hall, 'A1', false)).toBe(3)
    expect(aheadOfNewcomer(day.hall, 'A1', true)).toBe(0)
    expect([lineLength(day.hall, 'A1'), lineLength(day.hall, 'A2'), lineLength(day.hall, 'ZZ')]).toEqual([2, 1, 0])
  })

  test('while no counter is open it counts for all that would be', () => {
    const day = openDay(building({ profiles: { 1: [['A1', 'A2']], 2: [['B1']] } }), { open: false })
    day.issue('A2')
    expect(shown(day, day.issue('A1'))).toBe(1)
    expect(shown(day, day.issue('B1'))).toBe(0)
  })

  test('[R4.8] a priority booking before its slot has the regular ones with a lower place before it too', () => {
    const day = openDay(one)
    issueAll(day, 'rr')
    const booking = { code: 'B', service: 'A1', day: '2026-07-14', priority: true, english: false, items: 1 }
    const slotAt = day.clock.at + 30 * minutes
    const codes = { ticket: 'b', publicCode: 'b' }
    day.act({ verb: 'check-in', ...codes, booking: { ...booking, slotAt }, kiosk: null, delivery: 'none' })
    expect(shown(day, 'b')).toBe(2)
    expect(day.callAll(1)).toEqual(['t1', 't2', 'b'])
  })

  test('with k = 0 nobody goes ahead of turn', () => {
    const day = openDay(building({ profiles: { 1: [['A1']] }, rules: { aheadOfTurn: 0 } }))
    const ids = issueAll(day, 'PrPr')
    for (const { shown, real } of closedLine(day, ids, [1])) expect(shown).toBe(real)
  })
})

/** The real number called before each of a closed line, at one counter. */
function closedLineOf(kinds: string): number[] {
  const day = openDay(one)
  return closedLine(day, issueAll(day, kinds), [1]).map(({ real }) => real)
}
