import { actionWords } from '../../counter-ui/action-words.ts'
import { keyOf, keysOfField, readStroke, type Stroke } from '../../counter-ui/keys.ts'
import { type Field, readStage } from '../../counter-ui/stage.ts'
import { row, snapshot, ticket } from './_snapshot.ts'

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrl: false,
  alt: false,
  meta: false,
  repeat: false,
  ...more,
})
const fields = Object.keys(keysOfField) as Field[]

describe('shortcuts', () => {
  it('Space always means call', () => {
    expect(readStroke(stroke(' '), 'next', 'page', true)).toBe('call-next')
    expect(readStroke(stroke(' '), 'serving', 'page', true)).toBe('finish-next')
    expect(readStroke(stroke(' '), 'calling', 'page', true)).toBeNull()
  })

  it('Enter takes the number one step on', () => {
    const steps = (['closed', 'break', 'calling', 'serving'] as const).map((field) =>
      readStroke(stroke('Enter'), field, 'page', true),
    )
    expect(steps).toEqual(['open', 'open', 'start', 'finish'])
  })

  it('letters count in both cases', () => {
    expect(readStroke(stroke('r'), 'calling', 'page', true)).toBe('recall')
    expect(readStroke(stroke('R'), 'calling', 'control', true)).toBe('recall')
    expect(readStroke(stroke('r'), 'serving', 'page', true)).toBeNull()
  })

  it('[WCAG 2.1.4] nothing happens while typing, and single characters can be turned off', () => {
    for (const key of ['r', 't', 'Enter', ' ', '/'])
      expect(readStroke(stroke(key), 'calling', 'typing', true)).toBeNull()
    for (const key of ['r', 't', 'a', '/', '?']) expect(readStroke(stroke(key), 'calling', 'page', false)).toBeNull()
    expect(readStroke(stroke('Enter'), 'calling', 'page', false)).toBe('start')
    expect(readStroke(stroke('z', { ctrl: true }), 'calling', 'page', false)).toBe('undo')
  })

  it('Enter and Space belong to the control that has the focus', () => {
    for (const key of ['Enter', ' ']) expect(readStroke(stroke(key), 'serving', 'control', true)).toBeNull()
  })

  it('a held key and the browser’s own combinations do nothing', () => {
    expect(readStroke(stroke(' ', { repeat: true }), 'next', 'page', true)).toBeNull()
    expect(readStroke(stroke('r', { ctrl: true }), 'calling', 'page', true)).toBeNull()
    expect(readStroke(stroke('t', { meta: true }), 'calling', 'page', true)).toBeNull()
    expect(readStroke(stroke('a', { alt: true }), 'calling', 'page', true)).toBeNull()
  })

  it('no key does two things in one field', () => {
    for (const field of fields) {
      const actions = Object.values(keysOfField[field])
      expect(new Set(actions).size).toBe(actions.length)
    }
  })

  it('every field lists its help, and every key has its words', () => {
    for (const field of fields) {
      expect(keysOfField[field]['?']).toBe('help')
      for (const action of Object.values(keysOfField[field])) expect(actionWords[action]).toBeDefined()
    }
  })

  it('every button of the field that shows a key is reached by that key', () => {
    const shown = [
      snapshot({ waiting: [row('D-042')] }),
      snapshot({ ticket: ticket('called') }),
      snapshot({ ticket: ticket('serving') }),
      snapshot({ counter: { state: 'closed' } }),
    ]
    for (const each of shown) {
      const stage = readStage(each, true)
      const withoutKey = [stage.main, stage.second, ...stage.row, ...stage.more]
        .flatMap((action) => (action ? [action.name] : []))
        .filter((name) => keyOf(stage.field, name) === null)
      expect(withoutKey.filter((name) => !name.endsWith('prioritise'))).toEqual([])
    }
  })
})
