import {
  advance,
  type Call,
  catchUp,
  hear,
  holdOneMs,
  holdTwoMs,
  noTakeovers,
  type Takeovers,
} from '../../display-ui/takeover.ts'

const call = (label: string, at: number, more: Partial<Call> = {}): Call => ({
  id: `${label}/${at}`,
  at,
  label,
  state: 'called',
  ...more,
})

/** Latest first and at most eight, as the hub tells them. */
const list = (...calls: Call[]) => [...calls].sort((a, b) => b.at - a.at).slice(0, 8)
const open = (...calls: Call[]): Takeovers<Call> => hear(noTakeovers, list(...calls), 0)
const shown = (state: Takeovers<Call>) => state.scene?.calls.map(({ label }) => label) ?? []

/** What the field shows, one entry a scene, when nothing else happens. */
function play(state: Takeovers<Call>): { labels: string[]; holdMs: number }[] {
  const scenes: { labels: string[]; holdMs: number }[] = []
  let from = 0
  for (let now = state; now.scene; ) {
    const endsAt = now.scene.endsAt
    scenes.push({ labels: shown(now), holdMs: endsAt - from })
    from = endsAt
    now = advance(now, endsAt)
  }
  return scenes
}

const [a, b, c, d, e] = [
  call('DK-001', 10),
  call('DK-002', 20),
  call('KS-003', 30),
  call('ST-004', 40),
  call('LN-005', 50),
] as const

describe('takeover', () => {
  it('leaves alone what was called before the screen came up', () => {
    expect(shown(open(a, b))).toEqual([])
    expect(shown(hear(open(a, b), list(a, b), 5))).toEqual([])
  })

  it('gives one call the whole field for six seconds, then rests', () => {
    const state = hear(open(a), list(a, b), 0)
    expect(play(state)).toEqual([{ labels: ['DK-002'], holdMs: holdOneMs }])
    expect(shown(advance(state, holdOneMs - 1))).toEqual(['DK-002'])
    expect(advance(state, holdOneMs).scene).toBeNull()
  })

  it('lets two that come together share it for seven seconds, oldest first', () => {
    expect(play(hear(open(), list(a, b), 0))).toEqual([{ labels: ['DK-001', 'DK-002'], holdMs: holdTwoMs }])
  })

  it('shows more than two in pairs, oldest first, and skips nobody', () => {
    expect(play(hear(open(), list(a, b, c, d, e), 0))).toEqual([
      { labels: ['DK-001', 'DK-002'], holdMs: holdTwoMs },
      { labels: ['KS-003', 'ST-004'], holdMs: holdTwoMs },
      { labels: ['LN-005'], holdMs: holdOneMs },
    ])
  })

  it('never cuts a scene short: who comes meanwhile waits, and two who wait share the next', () => {
    let state = hear(open(), list(a), 0)
    state = hear(state, list(a, b), 1_000)
    state = hear(state, list(a, b, c), 2_000)
    expect(shown(state)).toEqual(['DK-001'])
    expect(play(state)).toEqual([
      { labels: ['DK-001'], holdMs: holdOneMs },
      { labels: ['DK-002', 'KS-003'], holdMs: holdTwoMs },
    ])
  })

  it('puts a recall at the end', () => {
    let state = hear(open(), list(a), 0)
    state = hear(state, list(a, b, c), 100)
    const recall = call('DK-001', 60)
    state = hear(state, list(recall, b, c), 200)
    expect(play(state).map(({ labels }) => labels)).toEqual([['DK-001'], ['DK-002', 'KS-003'], ['DK-001']])
  })

  it('shows a call once, however often the hub tells it', () => {
    let state = hear(open(), list(a), 0)
    for (let now = 0; now < 5; now++) state = hear(state, list(a), now)
    expect(play(state)).toHaveLength(1)
    expect(shown(hear(advance(state, holdOneMs), list({ ...a, state: 'serving' }), holdOneMs + 1))).toEqual([])
  })

  it.each(['serving', 'ended'] as const)(
    '[R5.2] does not show late a call that is %s before its turn, and keeps the others in order',
    (stands) => {
      let state = hear(open(), list(a), 0)
      state = hear(state, list(a, b, c), 100)
      state = hear(state, list(a, { ...b, state: stands }, c), 200)
      expect(play(state).map(({ labels }) => labels)).toEqual([['DK-001'], ['KS-003']])
    },
  )

  it('[R5.2] leaves the call on the field its time when its service begins', () => {
    const state = hear(hear(open(), list(a), 0), list({ ...a, state: 'serving' }), 300)
    expect(play(state)).toEqual([{ labels: ['DK-001'], holdMs: holdOneMs }])
  })

  it('does not call anybody whose call was over before it heard of it, as after a lost link', () => {
    expect(shown(hear(open(a), list(a, { ...b, state: 'ended' }), 0))).toEqual([])
  })

  it('takes a withdrawn call off the field and out of the queue', () => {
    const before = hear(open(a), list(a, b, c), 0)
    expect(shown(before)).toEqual(['DK-002', 'KS-003'])
    expect(shown(hear(before, list(a, c), 500))).toEqual(['KS-003'])
    expect(hear(before, list(a), 500).scene).toBeNull()
    const queued = hear(hear(open(a), list(a, b), 0), list(a, b, c), 100)
    expect(play(hear(queued, list(a, b), 200)).map(({ labels }) => labels)).toEqual([['DK-002']])
  })

  it('keeps the turn of a call that newer ones pushed out of the list', () => {
    const many = Array.from({ length: 12 }, (_, index) => call(`PT-${100 + index}`, 100 + index))
    let state = hear(open(), list(a), 0)
    for (let told = 1; told <= many.length; told++) state = hear(state, list(a, ...many.slice(0, told)), told)
    expect(play(state).flatMap(({ labels }) => labels)).toEqual(['DK-001', ...many.map(({ label }) => label)])
  })

  it('does not call again an older number that an undone call lets back into the list', () => {
    const many = Array.from({ length: 8 }, (_, index) => call(`PT-${100 + index}`, 100 + index))
    let state = hear(hear(open(), list(a), 0), list(a, ...many), 10)
    while (state.scene) state = advance(state, state.scene.endsAt)
    state = hear(state, list(a, ...many.slice(0, 7)), 100_000)
    expect(shown(state)).toEqual([])
  })

  it('catches up with a hall that runs faster: the newest who are still called', () => {
    let state = hear(open(), list(a), 0)
    const calls = list(a, b, { ...c, state: 'called' }, d, e)
    state = hear(state, calls, 10)
    const later = list(a, { ...b, state: 'ended' }, c, d, e)
    expect(catchUp(state, later, 2).queue.map(({ label }) => label)).toEqual(['ST-004', 'LN-005'])
  })
})
