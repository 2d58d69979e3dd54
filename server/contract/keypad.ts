import type { Text } from './site-parts.ts'

/**
 * What a key of a counter's pad asks for. `call-next` is the main button of the screen, so that one key is right in
 * every state: open the counter, call, begin, finish. Every other act is done where it is offered, and else nothing is.
 */
export const counterActs = [
  'call-next',
  'recall',
  'start',
  'finish',
  'finish-and-next',
  'hold',
  'missed',
  'no-show',
] as const
export type CounterAct = (typeof counterActs)[number]

/** What a key of a kiosk's tactile pad asks for. `guide` is the earphone key: it begins the voice guide, and ends it. */
export const guideActs = ['previous', 'next', 'ok', 'back', 'repeat', 'louder', 'guide'] as const
export type GuideAct = (typeof guideActs)[number]

export const keypadUses = ['counter', 'kiosk'] as const
export type KeypadUse = (typeof keypadUses)[number]

/** Without these nobody could work the screen by the keyboard any more. */
export const keptKeys: ReadonlySet<string> = new Set(['Tab', 'ShiftLeft', 'ShiftRight', 'Shift'])

export const actTold = 'is no act of such a pad'
export const keyTold = 'stays with the keyboard'

export type KeypadAct = CounterAct | GuideAct | 'none'

/** A pad: which of its keys asks for what. */
export interface Keypad {
  code: string
  name: Text
  use: KeypadUse
  keys: Record<string, KeypadAct>
}

const words = (id: string, en: string): Text => ({ id, en })

/** The pads that every building knows; one of the building's own with the same code takes its place. */
export const builtInKeypads: readonly Keypad[] = [
  {
    code: 'NUMPAD',
    name: words('Papan angka USB', 'USB number pad'),
    use: 'counter',
    keys: {
      NumpadEnter: 'call-next',
      NumpadAdd: 'recall',
      NumpadSubtract: 'missed',
      NumpadMultiply: 'hold',
      Numpad0: 'finish-and-next',
    },
  },
  {
    code: 'TWO-BUTTON',
    name: words('Dua tombol', 'Two buttons'),
    use: 'counter',
    keys: { PageDown: 'call-next', PageUp: 'recall' },
  },
  {
    code: 'TACTILE-6',
    name: words('Papan raba enam tombol', 'Tactile pad of six keys'),
    use: 'kiosk',
    keys: {
      ArrowUp: 'previous',
      ArrowDown: 'next',
      Enter: 'ok',
      Escape: 'back',
      F1: 'repeat',
      F2: 'louder',
      F4: 'guide',
      Numpad8: 'previous',
      Numpad2: 'next',
      Numpad5: 'ok',
      NumpadEnter: 'ok',
      Numpad4: 'back',
      NumpadMultiply: 'repeat',
      '*': 'repeat',
      NumpadAdd: 'louder',
    },
  },
]

/** The pads of a building with those that every building knows. */
export const keypadsOf = (own: readonly Keypad[] | undefined): readonly Keypad[] => {
  const mine = own ?? []
  return [...mine, ...builtInKeypads.filter((pad) => !mine.some((each) => each.code === pad.code))]
}

/** The pad of this name and use; null when there is none. */
export const keypadNamed = (own: readonly Keypad[] | undefined, name: string | undefined, use: KeypadUse) =>
  keypadsOf(own).find((pad) => pad.code === name && pad.use === use) ?? null

/** What lies at a kiosk that names no pad of its own. */
export const usualPad = 'TACTILE-6'

/** A key stroke as the browser tells of it. */
export interface PadStroke {
  readonly code: string
  readonly key: string
}

/** What the stroke asks for on this pad: by the key's place first, then by what it types. Null: not a key of the pad. */
export function actOf(keys: Keypad['keys'], stroke: PadStroke): KeypadAct | null {
  const named = [stroke.code, stroke.key].find((name) => name !== '' && Object.hasOwn(keys, name))
  return named === undefined ? null : (keys[named] ?? null)
}
