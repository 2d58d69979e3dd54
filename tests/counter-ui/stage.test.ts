import { actsOfRow } from '../../counter-ui/row-acts.ts'
import {
  type ActionName,
  isOffered,
  paceBars,
  readStage,
  recallWaitSeconds,
  undoSecondsLeft,
  waitedMinutes,
} from '../../counter-ui/stage.ts'
import { nine, row, snapshot, ticket } from './_snapshot.ts'

const withLine = { waiting: [row('D-042', { paused: true }), row('D-043'), row('D-044')] }

describe('the field', () => {
  it.each([
    ['closed', snapshot({ counter: { state: 'closed' }, ...withLine })],
    ['break', snapshot({ counter: { state: 'break' } })],
    ['idle', snapshot()],
    ['next', snapshot(withLine)],
    ['calling', snapshot({ ticket: ticket('called') })],
    ['serving', snapshot({ ticket: ticket('serving') })],
  ] as const)('is %s', (field, shown) => {
    expect(readStage(shown, true).field).toBe(field)
  })

  it('offers the first callable number in the order given, never another order', () => {
    const stage = readStage(snapshot(withLine), true)
    expect([stage.label, stage.next?.label, stage.main.name]).toEqual(['D-043', 'D-043', 'call-next'])
  })

  it('keeps the number at the counter when the counter is about to stop', () => {
    const stage = readStage(snapshot({ ...withLine, ticket: ticket('serving'), counter: { pending: 'break' } }), true)
    expect(stage.label).toBe('D-041')
    expect(isOffered(stage, 'finish')).toBe(true)
    expect(isOffered(stage, 'finish-next')).toBe(false)
  })

  it('has one main button in every state', () => {
    const mains = [
      snapshot({ counter: { state: 'closed' } }),
      snapshot(withLine),
      snapshot({ ticket: ticket('called') }),
      snapshot({ ticket: ticket('serving') }),
    ].map((shown) => readStage(shown, true).main.name)
    expect(mains).toEqual(['open', 'call-next', 'start', 'finish'])
  })
})

describe('what may be done', () => {
  it('[R5.3] offers another call only below the most', () => {
    const offered = (calls: number) =>
      isOffered(readStage(snapshot({ ticket: ticket('called', { calls }) }), true), 'recall')
    expect([1, 2, 3].map(offered)).toEqual([true, true, false])
  })

  it('calls nobody from an empty line', () => {
    const stage = readStage(snapshot(), true)
    for (const name of ['call-next', 'pick', 'resume'] as const) expect(isOffered(stage, name)).toBe(false)
    expect(isOffered(stage, 'walk-in')).toBe(true)
  })

  it('offers a missed number to be picked, and a held one to be resumed', () => {
    const stage = readStage(snapshot({ missed: [row('D-031')], held: [row('D-030')] }), true)
    expect(['pick', 'resume'].map((name) => isOffered(stage, name as ActionName))).toEqual([true, true])
  })

  it('offers nothing while the hub is out of reach', () => {
    for (const shown of [
      snapshot(withLine),
      snapshot({ ticket: ticket('called') }),
      snapshot({ ticket: ticket('serving') }),
    ]) {
      const { main, second, row: buttons, more } = readStage(shown, false)
      expect([main, second, ...buttons, ...more].filter((action) => action?.enabled)).toEqual([])
    }
  })

  it('turns the priority mark the other way round', () => {
    const names = (priority: boolean) =>
      readStage(snapshot({ ticket: ticket('serving', { priority }) }), true).more.map(({ name }) => name)
    expect(names(false)).toContain('prioritise')
    expect(names(true)).toContain('unprioritise')
  })

  it('[R4.5] calls a row by number only at a free counter', () => {
    const call = (free: boolean) =>
      actsOfRow(row('D-043'), 'waiting', free).find(({ name }) => name === 'call')?.enabled
    expect([call(true), call(false)]).toEqual([true, false])
  })

  it('[R3.21] gives up a number only when it was missed', () => {
    const names = (tab: 'waiting' | 'held' | 'missed') => actsOfRow(row('D-043'), tab, true).map(({ name }) => name)
    expect(names('missed')).toContain('no-show')
    expect([...names('waiting'), ...names('held')]).not.toContain('no-show')
    expect(names('held')).toContain('resume')
  })
})

describe('times', () => {
  it('[R5.3] counts the cool-down of a call down to nothing', () => {
    expect([0, 1, 19_001, 20_000, 90_000].map((ms) => recallWaitSeconds(nine, 20, nine + ms))).toEqual([
      20, 20, 1, 0, 0,
    ])
  })

  it('[R5.6] counts the seconds of undo down to nothing', () => {
    const undo = { ticket: 'id', until: nine + 10_000 }
    expect([0, 9001, 10_000, 60_000].map((ms) => undoSecondsLeft(undo, nine + ms))).toEqual([10, 1, 0, 0])
    expect(undoSecondsLeft(null, nine)).toBe(0)
  })

  it('counts whole minutes of a wait, never below none', () => {
    expect([-5000, 59_999, 60_000, 1_919_000].map((ms) => waitedMinutes(nine, nine + ms))).toEqual([0, 0, 1, 31])
  })

  it('fills one bar a minute of the mean visit', () => {
    expect(paceBars(150_000, 240_000)).toEqual([1, 1, 0.5, 0])
    expect(paceBars(900_000, 120_000)).toEqual([1, 1])
    expect(paceBars(0, 60 * 60_000)).toHaveLength(12)
    expect(paceBars(1000, null)).toBeNull()
  })
})
