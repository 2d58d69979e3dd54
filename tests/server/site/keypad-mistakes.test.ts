import { counter, expectOneMistake, type Loose, paserText, type Spoiling, siteOf, spoiled } from './_packages.ts'

const pedal = { code: 'PEDAL', name: { id: 'Pedal', en: 'Pedal' }, use: 'counter', keys: { F13: 'call-next' } }
const pads = (site: Loose, ...more: Loose[]) => (site.site.keypads = [pedal, ...more])

it('counters and kiosks name pads of the building and built-in ones', () => {
  const { text } = spoiled(paserText, (s) => {
    pads(s)
    counter(s, 1).keypad = 'PEDAL'
    counter(s, 2).keypad = 'NUMPAD'
    s.kiosks[0].pad = 'TACTILE-6'
  })
  expect(siteOf(text).counters.flatMap(({ keypad }) => keypad ?? [])).toEqual(['PEDAL', 'NUMPAD'])
})

const rows: Spoiling[] = [
  ['a pad that is not there', 'unknown-reference', 'counters[0].keypad', '1', (s) => (counter(s, 1).keypad = 'PEDAL')],
  [
    'a kiosk’s pad at a counter',
    'unknown-reference',
    'counters[0].keypad',
    '1',
    (s) => (counter(s, 1).keypad = 'TACTILE-6'),
  ],
  ['a counter’s pad at a kiosk', 'unknown-reference', 'kiosks[0].pad', 'K1', (s) => (s.kiosks[0].pad = 'NUMPAD')],
  ['a pad twice', 'repeated-name', 'site.keypads[1].code', undefined, (s) => pads(s, pedal)],
  [
    'an act that such a pad has not',
    'wrong-act',
    'site.keypads[1].keys.F14',
    undefined,
    (s) => pads(s, { ...pedal, code: 'P2', keys: { F14: 'louder' } }),
  ],
  [
    'the key that leads on',
    'kept-key',
    'site.keypads[1].keys.Tab',
    undefined,
    (s) => pads(s, { ...pedal, code: 'P2', keys: { Tab: 'recall' } }),
  ],
]
it.each(rows)('%s: %s at %s', (...row) => expectOneMistake(row))
