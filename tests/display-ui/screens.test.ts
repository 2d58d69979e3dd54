import { arrowTo } from '../../display-ui/arrows.ts'
import { type DoorCounter, doorState } from '../../display-ui/door-state.ts'
import { createSayer, playInBrowser } from '../../display-ui/sound.ts'

const ticket = (label: string, state: 'called' | 'serving') => ({ label, state, since: 0, call: 1, english: false })
const counter = (number: number, more: Partial<DoorCounter> = {}): DoorCounter => ({
  number,
  label: String(number),
  state: 'open',
  pause: null,
  ticket: null,
  ...more,
})

describe('doorState', () => {
  it('shows the one number that is called, whatever the other counters do', () => {
    const calling = counter(2, { ticket: ticket('DK-042', 'called') })
    const state = doorState([counter(1, { ticket: ticket('DK-041', 'serving') }), calling, counter(3)])
    expect(state).toEqual({ kind: 'calling', counter: calling })
  })

  it('shows every working counter when two are called at once, and when people are served', () => {
    const two = [counter(1, { ticket: ticket('DK-041', 'called') }), counter(2, { ticket: ticket('DK-042', 'called') })]
    expect(doorState(two)).toEqual({ kind: 'serving', counters: two })
    const served = [counter(1, { ticket: ticket('DK-041', 'serving') }), counter(2, { state: 'closed' })]
    expect(doorState(served)).toEqual({ kind: 'serving', counters: served.slice(0, 1) })
  })

  it('keeps a visitor on the bar whose counter goes on a break after them', () => {
    const leaving = counter(1, {
      state: 'break',
      pause: { reason: '', until: null },
      ticket: ticket('DK-041', 'serving'),
    })
    expect(doorState([leaving])).toMatchObject({ kind: 'serving' })
  })

  it('is ready when a counter is open and nobody is there', () => {
    expect(doorState([counter(1), counter(2, { state: 'closed' })])).toEqual({ kind: 'ready' })
  })

  it('says when the first counter has promised to be back', () => {
    const pause = (until: number | null) => ({ state: 'break' as const, pause: { reason: 'Salat', until } })
    const counters = [
      counter(1, pause(null)),
      counter(2, pause(900)),
      counter(3, pause(700)),
      counter(4, { state: 'closed' }),
    ]
    expect(doorState(counters)).toEqual({ kind: 'break', until: 700, reason: 'Salat' })
    expect(doorState([counter(1, pause(null))])).toEqual({ kind: 'break', until: null, reason: 'Salat' })
  })

  it('is closed when every counter is', () => {
    expect(doorState([counter(1, { state: 'closed' })])).toEqual({ kind: 'closed' })
    expect(doorState([])).toEqual({ kind: 'closed' })
  })
})

describe('arrowTo', () => {
  it('points to the side that the data give, up or down to another floor, and nowhere when nobody knows', () => {
    const to = (side: 'left' | 'right' | 'ahead' | null, floor = 1) => arrowTo({ side, floor }, 1)
    expect([to('left'), to('right'), to('ahead'), to(null)]).toEqual(['arrow-left', 'arrow-right', 'arrow-up', null])
    expect([to('left', 2), to(null, 0)]).toEqual(['arrow-up', 'arrow-down'])
  })
})

describe('createSayer', () => {
  const message = (id: string) => ({ id, zone: 'A', url: `/clips/${id}.wav`, durationMs: 10, label: 'DK-042' })
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

  it('says each announcement once, one after the other, and tells which were heard', async () => {
    const order: string[] = []
    const play = async (url: string) => {
      order.push(`${url} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      order.push(`${url} ends`)
    }
    const sayer = createSayer(play, (id) => order.push(`${id} heard`), fail)
    for (const id of ['a', 'b', 'a']) sayer.say(message(id))
    await settle()
    expect(order).toEqual([
      '/clips/a.wav begins',
      '/clips/a.wav ends',
      'a heard',
      '/clips/b.wav begins',
      '/clips/b.wav ends',
      'b heard',
    ])
  })

  it('plays each as loud as the hub says, in full where it says nothing', async () => {
    const gains: number[] = []
    const sayer = createSayer(
      async (_url, gain) => void gains.push(gain),
      () => {},
      fail,
    )
    sayer.say({ ...message('a'), gain: 0.4 })
    sayer.say(message('b'))
    await settle()
    expect(gains).toEqual([0.4, 1])
  })

  it('goes on after a clip that cannot be played, and tells whether the browser wants a touch', async () => {
    const heard: string[] = []
    const failed: boolean[] = []
    const refusals = [new Error('404'), Object.assign(new Error('no gesture'), { name: 'NotAllowedError' })]
    const sayer = createSayer(
      () => {
        const refusal = refusals.shift()
        return refusal ? Promise.reject(refusal) : Promise.resolve()
      },
      (id) => heard.push(id),
      (isBlocked) => failed.push(isBlocked),
    )
    for (const id of ['a', 'b', 'c']) sayer.say(message(id))
    await settle()
    expect({ heard, failed }).toEqual({ heard: ['c'], failed: [false, true] })
  })
})

test('a clip whose end never comes, because the hub died under way, holds up the next one for its own length only', async () => {
  const silent = { volume: 1, play: () => Promise.resolve(), pause: jest.fn() }
  const { Audio: before } = globalThis
  globalThis.Audio = class {
    constructor() {
      Object.assign(this, silent)
    }
  } as unknown as typeof Audio
  try {
    await expect(playInBrowser('/clips/a.wav', 1, 5)).rejects.toThrow('/clips/a.wav')
    expect(silent.pause).toHaveBeenCalled()
  } finally {
    globalThis.Audio = before
  }
})

function fail(): never {
  throw new Error('nothing blocks here')
}
