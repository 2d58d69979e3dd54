import { readNumberList, readTicketQuery } from '../../../server/contract/label.ts'

describe('what somebody types or scans to find a number', () => {
  test.each(['D-023', 'd23', 'D 023', ' d  23 ', 'D.023', 'd-0023'])('%j is D-023', (text) => {
    expect(readTicketQuery(text)).toEqual({ prefix: 'D', number: 23 })
  })

  test('figures alone are any series; two letters are one', () => {
    expect(readTicketQuery('023')).toEqual({ prefix: null, number: 23 })
    expect(readTicketQuery('dk 1050')).toEqual({ prefix: 'DK', number: 1050 })
  })

  test.each([
    '7h3k9mpq2xvwz',
    '7H3K9MPQ2XVWZ',
    'http://192.168.1.10:8080/t/7h3k9mpq2xvwz',
    '/t/7h3k9mpq2xvwz/?lang=en#x',
  ])('%j is the code of a slip', (text) => {
    expect(readTicketQuery(text)).toEqual({ publicCode: '7h3k9mpq2xvwz' })
  })

  test('eight characters are a booking, however they are written', () => {
    for (const text of ['K7MP2XWZ', 'k7mp2xwz', 'K7MP-2XWZ', 'http://mpp.local/b/K7MP2XWZ'])
      expect(readTicketQuery(text)).toEqual({ booking: 'K7MP2XWZ' })
  })

  test.each(['', 'D', 'D-000', 'ABC-12', 'D-12345', 'ktp', "'; drop table event; --"])('%j is none of them', (text) => {
    expect(readTicketQuery(text)).toBeNull()
  })
})

test('a pasted list gives its numbers in order, and names what is none', () => {
  expect(readNumberList('051, 52;D-053\nd 054')).toEqual({
    numbers: [
      { prefix: null, number: 51 },
      { prefix: null, number: 52 },
      { prefix: 'D', number: 53 },
      { prefix: 'D', number: 54 },
    ],
    unread: [],
  })
  expect(readNumberList('051, lima, ?')).toEqual({ numbers: [{ prefix: null, number: 51 }], unread: ['lima', '?'] })
  expect(readNumberList('  ')).toEqual({ numbers: [], unread: [] })
})
