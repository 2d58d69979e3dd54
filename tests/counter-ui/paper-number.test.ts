import { readPaperNumber } from '../../counter-ui/paper-number.ts'

it.each([
  ['D 045', { prefix: 'D', number: 45 }],
  ['dk-7', { prefix: 'DK', number: 7 }],
  ['045', { prefix: null, number: 45 }],
  ['', null],
  ['D', null],
  ['0', null],
  ['12345', null],
])('“%s” on paper', (typed, read) => {
  expect(readPaperNumber(typed)).toEqual(read)
})
