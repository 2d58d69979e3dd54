import { actsOfRow } from '../../counter-ui/row-acts.ts'
import {
  type ActionName,
  automaticSecondsLeft,
  isOffered,
  nextPlaces,
  paceBars,
  plannedBreak,
  readStage,
  recallWaitSeconds,
  undoSecondsLeft,
  waitedMinutes,
} from '../../counter-ui/stage.ts'
import type { LegStep } from '../../server/contract/live.ts'
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

  it('[R8.1] calls nobody while the building is paused, but finishes who is here', () => {
    const standstill = { pause: { reason: 'drill', since: nine, until: null }, closed: false, systems: [] } as const
    const free = readStage(snapshot({ ...withLine, standstill }), true)
    for (const name of ['call-next', 'pick', 'walk-in', 'paper'] as const) expect(isOffered(free, name)).toBe(false)
    const busy = readStage(snapshot({ ...withLine, standstill, ticket: ticket('serving') }), true)
    expect(['finish', 'hold', 'finish-next'].map((name) => isOffered(busy, name as ActionName))).toEqual([
      true,
      true,
      false,
    ])
    const closed = snapshot({ standstill: { pause: null, closed: true, systems: [] }, counter: { state: 'closed' } })
    expect(isOffered(readStage(closed, true), 'open')).toBe(false)
  })

  it('hands over only while a colleague can take over', () => {
    const offered = (takesOver: boolean) =>
      isOffered(
        readStage(
          snapshot({
            ticket: ticket('serving'),
            others: [{ number: 4, label: '1', state: 'open', ticket: null, takesOver }],
          }),
          true,
        ),
        'hand-over',
      )
    expect([offered(true), offered(false)]).toEqual([true, false])
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
    expect(actsOfRow(row('D-043'), 'away', true)).toEqual([])
    expect(actsOfRow(row('D-043'), 'gone', true).map(({ name }) => name)).toEqual(['restore'])
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

  it('[R5.5] counts down to what happens by itself, and says nothing where nothing will', () => {
    const start = { act: 'start', at: nine + 30_000 } as const
    expect([0, 29_500, 60_000].map((ms) => automaticSecondsLeft(start, nine + ms))).toEqual([30, 1, 0])
    expect(automaticSecondsLeft(null, nine)).toBeNull()
  })

  it('says a planned break half an hour ahead and while it lasts', () => {
    const breaks = [{ from: nine, to: nine + 45 * 60_000 }]
    const near = (minutes: number) => plannedBreak(breaks, nine + minutes * 60_000) !== null
    expect([-31, -30, 44, 45].map(near)).toEqual([false, true, true, false])
  })

  it('[§3] goes on to the sender who waits, else to the next leg or those it may be', () => {
    const step = (sign: string, more: Partial<LegStep>): LegStep => ({
      serviceName: { id: sign, en: sign },
      sign,
      state: 'planned',
      present: false,
      standing: null,
      ...more,
    })
    const signs = (steps: readonly LegStep[]) => nextPlaces(steps).map(({ sign }) => sign)
    const here = step('16', { state: 'serving', present: true })
    expect(signs([step('02', { state: 'held' }), here, step('05', { standing: 'next' })])).toEqual(['02'])
    expect(signs([here, step('05', { standing: 'free' }), step('07', { standing: 'free' })])).toEqual(['05', '07'])
    expect(signs([here, step('05', { standing: 'later' })])).toEqual([])
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
