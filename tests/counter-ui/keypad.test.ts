import { actionOf, capOf, legendOf } from '../../counter-ui/keypad.ts'
import { type Field, readStage } from '../../counter-ui/stage.ts'
import { builtInKeypads, type Keypad } from '../../server/contract/keypad.ts'
import { row, snapshot, ticket } from './_snapshot.ts'

const waiting = [row('D-042')]

const stages: Readonly<Record<Exclude<Field, 'idle' | 'break'>, ReturnType<typeof readStage>>> = {
  closed: readStage(snapshot({ counter: { state: 'closed' } }), true),
  next: readStage(snapshot({ waiting }), true),
  calling: readStage(snapshot({ waiting, ticket: ticket('called') }), true),
  serving: readStage(snapshot({ waiting, ticket: ticket('serving') }), true),
}

it('one key is right in every state: the main button of the screen', () => {
  const asked = Object.entries(stages).map(([field, stage]) => [field, actionOf('call-next', stage)])
  expect(asked).toEqual([
    ['closed', 'open'],
    ['next', 'call-next'],
    ['calling', 'start'],
    ['serving', 'finish'],
  ])
})

it('finish and call next ends the visit also when nobody waits', () => {
  expect(actionOf('finish-and-next', stages.serving)).toBe('finish-next')
  expect(actionOf('finish-and-next', readStage(snapshot({ ticket: ticket('serving') }), true))).toBe('finish')
})

it('the legend names every act with its keys, in the order of the acts', () => {
  const { keys } = builtInKeypads.find(({ code }) => code === 'NUMPAD') as Keypad
  expect(legendOf(keys).map(({ act, names }) => `${names.join('')} ${act}`)).toEqual([
    'Enter call-next',
    '+ recall',
    '0 finish-and-next',
    '× hold',
    '− missed',
  ])
  expect(legendOf({ F13: 'none' })).toEqual([])
  expect(['Digit4', 'KeyB', 'PageDown', 'F13'].map(capOf)).toEqual(['4', 'B', 'Page ↓', 'F13'])
})
