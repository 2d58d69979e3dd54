import { advance, type JourneyEvent } from '../../kiosk-ui/journey.ts'
import { freshJourney, type Journey, requestOf, resumed } from '../../kiosk-ui/journey-state.ts'

const at = 1_000

/** The journey after these events, a second apart. */
const walk = (...events: readonly JourneyEvent[]): Journey =>
  events.reduce((journey, event, index) => advance(journey, event, at + index * 1_000), freshJourney(at))

const toPriority = [
  { type: 'start' },
  { type: 'booth', booth: 'DUKC', only: null },
  { type: 'service', booth: 'DUKC', service: 'DUKC-01' },
  { type: 'ask-priority' },
] as const satisfies readonly JourneyEvent[]

const taken = (key: string): JourneyEvent => {
  return {
    type: 'taken',
    key,
    publicCode: 'abc',
    label: 'D-008',
    takenAt: '2026-07-14T09:42:00.000+08:00',
    phase: 'printing',
  }
}

describe('the way through the kiosk', () => {
  it('goes step by step and back the same way', () => {
    const there = walk(...toPriority)
    expect(there.step).toBe('priority')
    const seen: string[] = []
    for (let journey = there; journey.trail.length > 0; ) {
      journey = advance(journey, { type: 'back' }, at)
      seen.push(journey.step)
    }
    expect(seen).toEqual(['service', 'services', 'agencies', 'welcome'])
  })

  it('leaves out the list of services of a booth that has one', () => {
    const journey = walk({ type: 'start' }, { type: 'booth', booth: 'KESB', only: 'KESB-01' })
    expect(journey).toMatchObject({ step: 'service', service: 'KESB-01', trail: ['welcome', 'agencies'] })
  })

  it('forgets what was ticked off when another service is chosen', () => {
    const ticked = walk(...toPriority.slice(0, 3), { type: 'requirement', index: 1 }, { type: 'requirement', index: 0 })
    expect(ticked.ticked).toEqual([1, 0])
    expect(advance(ticked, { type: 'requirement', index: 1 }, at).ticked).toEqual([0])
    const other = walk(
      ...toPriority.slice(0, 3),
      { type: 'requirement', index: 1 },
      { type: 'back' },
      { type: 'service', booth: 'DUKC', service: 'DUKC-02' },
    )
    expect(other.ticked).toEqual([])
  })

  it('closes a sheet before it goes back', () => {
    const open = walk({ type: 'start' }, { type: 'sheet', sheet: 'access' })
    const closed = advance(open, { type: 'back' }, at)
    expect(closed).toMatchObject({ step: 'agencies', sheet: null })
  })
})

describe('taking a number', () => {
  it('makes one attempt of two presses', () => {
    const once = walk(...toPriority, { type: 'take', key: 'k1', priority: null })
    const twice = advance(once, { type: 'take', key: 'k2', priority: null }, at)
    expect(twice.attempt).toEqual(once.attempt)
    expect(requestOf(once.attempt!, 'K1')).toEqual({
      path: '/api/tickets',
      body: { service: 'DUKC-01', kiosk: 'K1', locale: 'id', delivery: 'print' },
    })
  })

  it('sends the same key again when the answer was lost, by hand or by itself', () => {
    const lost = walk(
      ...toPriority,
      { type: 'take', key: 'k1', priority: 'elderly' },
      { type: 'unanswered', key: 'k1' },
    )
    expect(advance(lost, { type: 'retry' }, at).attempt).toMatchObject({ key: 'k1', state: 'sending' })
    const pressed = advance(lost, { type: 'take', key: 'k2', priority: 'elderly' }, at)
    expect(pressed.attempt).toMatchObject({ key: 'k1', state: 'sending', priority: 'elderly' })
  })

  it('never sends one key with two bodies', () => {
    const lost = walk(
      ...toPriority,
      { type: 'take', key: 'k1', priority: 'elderly' },
      { type: 'unanswered', key: 'k1' },
    )
    const other = advance(lost, { type: 'take', key: 'k2', priority: null }, at)
    expect(other.attempt).toMatchObject({ key: 'k2', priority: null })
    const english = advance(lost, { type: 'locale', locale: 'en' }, at)
    const again = advance(english, { type: 'take', key: 'k3', priority: 'elderly' }, at)
    expect(requestOf(again.attempt!, 'K1')).toEqual(requestOf(lost.attempt!, 'K1'))
  })

  it('does not go anywhere while the number is being made', () => {
    const sending = walk(...toPriority, { type: 'take', key: 'k1', priority: null })
    for (const event of [{ type: 'back' }, { type: 'start' }, { type: 'search' }] as const) {
      expect(advance(sending, event, at)).toMatchObject({ step: 'priority', attempt: { key: 'k1', state: 'sending' } })
    }
  })

  it('shows the number, from which there is no way back', () => {
    const journey = walk(...toPriority, { type: 'take', key: 'k1', priority: null }, taken('k1'))
    expect(journey).toMatchObject({ step: 'ticket', attempt: null, taken: { label: 'D-008', service: 'DUKC-01' } })
    expect(advance(journey, { type: 'back' }, at).step).toBe('ticket')
    expect(advance(journey, { type: 'take', key: 'k2', priority: null }, at).attempt).toBeNull()
  })

  it('does not hear the answer to somebody else', () => {
    const journey = walk(...toPriority, { type: 'take', key: 'k1', priority: null }, { type: 'done' })
    expect(advance(journey, taken('k1'), at)).toBe(journey)
  })

  it('begins a new attempt after a refusal', () => {
    const message = { id: 'Layanan ini tutup hari ini.', en: 'This service is closed today.' }
    const refusal = { name: 'closed-today', message }
    const refused = walk(
      ...toPriority,
      { type: 'take', key: 'k1', priority: null },
      { type: 'refused', key: 'k1', refusal },
    )
    expect(refused.attempt).toMatchObject({ state: 'refused', refusal })
    const back = advance(refused, { type: 'back' }, at)
    expect(back).toMatchObject({ step: 'priority', attempt: null })
    expect(advance(back, { type: 'take', key: 'k2', priority: null }, at).attempt).toMatchObject({ key: 'k2' })
  })

  it('asks again with its key after the page was loaded anew in the middle', () => {
    const sending = walk(...toPriority, { type: 'take', key: 'k1', priority: null })
    const kept = resumed(JSON.parse(JSON.stringify(sending)) as Journey, 77)
    expect(kept).toMatchObject({ step: 'priority', touchedAt: 77, attempt: { key: 'k1', state: 'unanswered' } })
    expect(advance(kept, { type: 'retry' }, 78).attempt).toMatchObject({ key: 'k1', state: 'sending' })
  })
})

describe('for the next visitor', () => {
  it('everything is as it was: language, access, place and choices', () => {
    const journey = walk(
      { type: 'locale', locale: 'en' },
      { type: 'mode', mode: 'large' },
      { type: 'mode', mode: 'contrast' },
      { type: 'mode', mode: 'low' },
      ...toPriority,
    )
    expect(journey).toMatchObject({ locale: 'en', modes: { large: true, contrast: true, low: true } })
    expect(advance(journey, { type: 'done' }, 9_000)).toEqual(freshJourney(9_000))
  })
})
