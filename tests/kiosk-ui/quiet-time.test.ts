import { advance, type JourneyEvent } from '../../kiosk-ui/journey.ts'
import { freshJourney, type Journey } from '../../kiosk-ui/journey-state.ts'
import { leavesAt, quietTimeOf } from '../../kiosk-ui/quiet-time.ts'
import { type TicketPhase, ticketPhase } from '../../kiosk-ui/ticket-phase.ts'

const s = 1_000
const walk = (...events: readonly JourneyEvent[]): Journey =>
  events.reduce((journey, event) => advance(journey, event, 0), freshJourney(0))
const tick = (journey: Journey, at: number) => advance(journey, { type: 'tick' }, at)
const withNumber = (phase: TicketPhase, ...before: readonly JourneyEvent[]) =>
  walk(
    ...before,
    { type: 'start' },
    { type: 'service', booth: 'DUKC', service: 'DUKC-01' },
    { type: 'ask-priority' },
    { type: 'take', key: 'k', priority: null },
    { type: 'taken', key: 'k', publicCode: 'abc', label: 'D-008', takenAt: '2026-07-14T09:42:00.000+08:00', phase },
  )

describe('an untouched kiosk', () => {
  it('rests on its first page for ever', () => {
    const rest = freshJourney(0)
    expect(quietTimeOf(rest)).toBeNull()
    expect(tick(rest, 1e9)).toBe(rest)
  })

  it.each<[string, JourneyEvent]>([
    ['another language', { type: 'locale', locale: 'en' }],
    ['an access mode', { type: 'mode', mode: 'contrast' }],
    ['an open sheet', { type: 'sheet', sheet: 'help' }],
  ])('does not leave %s to the next visitor', (_name, event) => {
    const asked = tick(walk(event), 60 * s)
    expect(asked.askedAt).toBe(60 * s)
    expect(tick(asked, 80 * s)).toEqual(freshJourney(80 * s))
  })

  it('asks after 60 s and leaves 20 s later', () => {
    const journey = walk({ type: 'start' })
    expect(tick(journey, 60 * s - 1)).toBe(journey)
    const asked = tick(journey, 60 * s)
    expect(asked.askedAt).toBe(60 * s)
    expect(leavesAt(asked)).toBe(80 * s)
    expect(tick(asked, 80 * s - 1)).toBe(asked)
    expect(tick(asked, 80 * s)).toEqual(freshJourney(80 * s))
  })

  it('stays with one touch, where it was', () => {
    const asked = tick(walk({ type: 'start' }), 60 * s)
    const stayed = advance(asked, { type: 'touch' }, 75 * s)
    expect(stayed).toMatchObject({ step: 'agencies', askedAt: null, touchedAt: 75 * s })
    expect(tick(stayed, 134 * s).askedAt).toBeNull()
  })

  it.each(['large', 'low'] as const)('gives twice the time with %s', (mode) => {
    const journey = walk({ type: 'mode', mode }, { type: 'start' })
    expect(quietTimeOf(journey)).toEqual({ untouchedMs: 120 * s, noticeMs: 40 * s })
  })

  it('does not give more time for contrast alone', () => {
    expect(quietTimeOf(walk({ type: 'mode', mode: 'contrast' }))).toEqual({ untouchedMs: 60 * s, noticeMs: 20 * s })
  })
})

describe('a kiosk with a number on it', () => {
  it('closes 20 s after the slip, without asking, and says so', () => {
    const printed = advance(withNumber('printing'), { type: 'phase', phase: 'printed' }, 5 * s)
    expect(leavesAt(printed)).toBe(25 * s)
    expect(tick(printed, 25 * s - 1)).toBe(printed)
    expect(tick(printed, 25 * s)).toEqual(freshJourney(25 * s))
  })

  it('is put off by a touch', () => {
    const printed = advance(withNumber('printing'), { type: 'phase', phase: 'printed' }, 0)
    expect(leavesAt(advance(printed, { type: 'touch' }, 15 * s))).toBe(35 * s)
  })

  it.each<TicketPhase>(['printing', 'print-failed'])('waits 90 s and 60 s more while it is %s', (phase) => {
    const journey = withNumber(phase)
    expect(tick(journey, 90 * s - 1)).toBe(journey)
    const asked = tick(journey, 90 * s)
    expect(asked.askedAt).toBe(90 * s)
    expect(tick(asked, 150 * s - 1)).toBe(asked)
    expect(tick(asked, 150 * s).step).toBe('welcome')
  })

  it('begins to wait anew when the printing fails', () => {
    const failed = advance(withNumber('printing'), { type: 'phase', phase: 'print-failed' }, 80 * s)
    expect(tick(failed, 169 * s).askedAt).toBeNull()
  })

  it('doubles that too', () => {
    expect(quietTimeOf(withNumber('print-failed', { type: 'mode', mode: 'low' }))).toEqual({
      untouchedMs: 180 * s,
      noticeMs: 120 * s,
    })
  })
})

describe('what a number needs (R3.24)', () => {
  it.each([
    ['reserved', 'print', 'printing'],
    ['waiting', 'print', 'printed'],
    ['called', 'print', 'printed'],
    ['reserved', 'screen', 'print-failed'],
    ['waiting', 'screen', 'kept'],
    ['void', 'screen', 'ended'],
    ['void', 'print', 'ended'],
    ['cancelled', 'print', 'ended'],
  ] as const)('%s with delivery %s is %s', (state, delivery, phase) => {
    expect(ticketPhase({ state, delivery })).toBe(phase)
  })

  it('a slip that nobody can vouch for is asked about, and nobody is hurried away', () => {
    const [state, delivery] = ['waiting', 'print'] as const
    expect(ticketPhase({ state, delivery, slip: { at: null, isUnsure: true } })).toBe('unsure')
    expect(ticketPhase({ state, delivery, slip: { at: null, isUnsure: false } })).toBe('printed')
  })
})
