import { actOf, builtInKeypads, keypadNamed, keypadsOf, usualPad } from '../../../server/contract/keypad.ts'
import { KeypadSchema } from '../../../server/contract/keypad-schema.ts'

const own = {
  code: 'PEDAL',
  name: { id: 'Pedal', en: 'Pedal' },
  use: 'counter' as const,
  keys: { F13: 'call-next' as const, KeyB: 'none' as const },
}

it('the built-in pads are pads, and one of them is at every kiosk', () => {
  for (const pad of builtInKeypads) expect(KeypadSchema.parse(pad)).toEqual(pad)
  expect(keypadNamed(undefined, usualPad, 'kiosk')?.keys.F1).toBe('repeat')
})

it('a pad of the building with a built-in code takes its place, and a pad of the other use is none', () => {
  const mine = { ...own, code: 'NUMPAD' }
  expect(keypadNamed([mine], 'NUMPAD', 'counter')).toBe(mine)
  expect(keypadsOf([mine]).filter(({ code }) => code === 'NUMPAD')).toHaveLength(1)
  expect(keypadNamed([own], 'PEDAL', 'kiosk')).toBeNull()
  expect(keypadNamed([own], undefined, 'counter')).toBeNull()
})

it('a key is known by its place first, then by what it types; others are no keys of the pad', () => {
  expect(actOf(own.keys, { code: 'F13', key: 'F13' })).toBe('call-next')
  expect(actOf(own.keys, { code: '', key: 'F13' })).toBe('call-next')
  expect(actOf(own.keys, { code: 'KeyB', key: 'b' })).toBe('none')
  expect(actOf(own.keys, { code: 'KeyC', key: 'c' })).toBeNull()
  expect(actOf({}, { code: 'constructor', key: 'toString' })).toBeNull()
})

it.each([
  ['an act of the other use', { ...own, keys: { F13: 'louder' } }],
  ['a key that leads out of every field', { ...own, keys: { Tab: 'call-next' } }],
  ['a key without a name', { ...own, keys: { '': 'call-next' } }],
])('refuses %s', (_what, pad) => expect(KeypadSchema.safeParse(pad).success).toBe(false))
