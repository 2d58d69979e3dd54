import { presses } from '../../counter-ui/presses.ts'
import {
  BreakBody,
  CallBody,
  CancelBody,
  CloseBody,
  FinishBody,
  HoldBody,
  IssueBody,
  PriorityBody,
  ResumeBody,
  TransferBody,
} from '../../server/contract/api.ts'
import { nine } from './_snapshot.ts'

describe('presses fit the wire', () => {
  const to = { service: 'KUA-01' }
  it.each([
    ['close', CloseBody, presses.close(5, false)],
    ['close for good', CloseBody, presses.close(5, true)],
    ['break', BreakBody, presses.pause(5, 'Salat', nine)],
    ['break without a time', BreakBody, presses.pause(5, 'Salat', null)],
    ['call by number', CallBody, presses.call(5, 'id', 'Sudah berada di loket')],
    ['finish', FinishBody, presses.finish('id')],
    ['finish and call', FinishBody, presses.finishNext('id')],
    ['hold', HoldBody, presses.hold('id', 'Fotokopi', nine, nine + 3_600_000)],
    ['hold without times', HoldBody, presses.hold('id', 'Fotokopi', null, null)],
    ['resume', ResumeBody, presses.resume('id', 5)],
    ['transfer', TransferBody, presses.transfer('id', { to, position: 'keep', returnHere: false, reason: '' })],
    [
      'transfer to a counter',
      TransferBody,
      presses.transfer('id', { to: { counter: 4 }, position: 'front', returnHere: true, reason: 'Salah loket' }),
    ],
    ['cancel', CancelBody, presses.cancel('id', '')],
    ['cancel with a reason', CancelBody, presses.cancel('id', 'Pengunjung pulang')],
    ['priority', PriorityBody, presses.setPriority('id', true)],
    ['issue', IssueBody, presses.issue('DUKC-01')],
  ])('%s', (_name, schema, press) => {
    expect(schema.parse(press.body)).toEqual(press.body)
  })

  it('name the ticket by its id in the address, whatever is in it', () => {
    expect(presses.comeBack('a/b').path).toBe('/api/tickets/a%2Fb/return')
    expect(presses.addService('id', 'KUA-01')).toEqual({
      path: '/api/tickets/id/services',
      body: { service: 'KUA-01' },
    })
  })

  it('send nothing where nothing is asked', () => {
    expect(presses.cancel('id', '')).toEqual({ path: '/api/tickets/id/cancel' })
  })
})
