import { faultText } from '../../ui-kit/device/faults.ts'
import { inEnglish, inIndonesian } from '../../ui-kit/device/messages.ts'
import { type PairingState, pairScreen, withWishes } from '../../ui-kit/device/pairing.ts'

test.each([
  [new TypeError('x is undefined'), 'TypeError: x is undefined'],
  ['first\nsecond', 'first'],
  ['Loading http://192.0.2.1:8080/assets/kit-1a.js?x=1 failed', 'Loading kit-1a.js failed'],
  ['no number 6471012345670001 here', 'no number … here'],
  ['Unexpected "Budi Santoso, Jalan Ahmad Yani 5, Tana Paser"', 'Unexpected …'],
  [undefined, 'undefined'],
  ['x'.repeat(1000), 'x'.repeat(300)],
])('a fault says what, and nothing of anybody: %p', (fault, text) => {
  expect(faultText(fault)).toBe(text)
})

test('names are put into both sentences', () => {
  expect(inIndonesian.t('identify.name', { name: 'Kios 1' })).toBe('Perangkat ini bernama Kios 1')
  expect(inEnglish.t('identify.name', { name: 'Kios 1' })).toBe('This device is called Kios 1')
})

test.each([
  ['/device', '/display?zone=A', '/display?zone=A'],
  ['/device?sound=1&lang=en', '/display?zone=A', '/display?zone=A&sound=1&lang=en'],
  ['/display?zone=B&layout=wide', '/display?zone=A', '/display?zone=A&layout=wide'],
  ['/device?lang=en', '/counter', '/counter?lang=en'],
])('a screen at %s that is approved for %s keeps its wishes', (here, address, expected) => {
  const { href, search } = new URL(here, 'http://192.0.2.1:8080')
  expect(withWishes(address, { href, search })).toBe(`http://192.0.2.1:8080${expected}`)
})

describe('pairing', () => {
  const fetchBefore = globalThis.fetch
  beforeEach(() => void jest.useFakeTimers())
  afterEach(() => {
    jest.useRealTimers()
    globalThis.fetch = fetchBefore
  })

  /** The hub's answers in order; null = it cannot be reached. */
  function answer(...answers: (object | null)[]) {
    const asked: [string, string][] = []
    globalThis.fetch = (async (path: string, { body }: { body: string }) => {
      asked.push([path, body])
      const next = answers.shift()
      if (!next) throw new TypeError('unreachable')
      return { ok: true, json: async () => next }
    }) as unknown as typeof fetch
    return asked
  }
  const code = (name: string) => ({ code: name, secret: `secret of ${name}`, expiresAt: 0, isDemo: true })

  test('the hub may be away or begin anew; a new code comes by itself, and the screen goes where it was put', async () => {
    const states: PairingState[] = []
    const went: string[] = []
    const approved = { state: 'approved', device: { name: 'Layar A' }, address: '/display?zone=A' }
    const asked = answer(
      null,
      code('AAAAAA'),
      { state: 'waiting' },
      null,
      { state: 'unknown' },
      code('CCCCCC'),
      approved,
    )
    const stop = pairScreen(
      (state) => void states.push(state),
      (address) => void went.push(address),
    )
    await jest.advanceTimersByTimeAsync(20_000)
    stop()
    const shown = (name: string, isLost = false) => ({ step: 'code', code: name, isDemo: true, isLost })
    expect(states).toEqual([
      shown('AAAAAA'),
      shown('AAAAAA'),
      shown('AAAAAA', true),
      shown('CCCCCC'),
      { step: 'approved', name: 'Layar A' },
    ])
    expect(went).toEqual(['/display?zone=A'])
    expect(asked.at(-1)).toEqual(['/api/device-pairings/claim', '{"secret":"secret of CCCCCC"}'])
    expect(asked).toHaveLength(7)
  })
})
