import { presses } from '../../counter-ui/presses.ts'
import {
  BreakBody,
  CallBody,
  CancelBody,
  CloseBody,
  FinishBody,
  HandOverBody,
  HoldBody,
  PriorityBody,
  ResumeBody,
  ReturnBody,
  TransferBody,
  WalkInBody,
} from '../../server/contract/api.ts'
import { KioskBody, PaperBody } from '../../server/contract/desk.ts'
import { nine } from './_snapshot.ts'

describe('presses fit the wire', () => {
  const holding = { reason: 'copy', missing: [], returnAt: null, keepUntil: null }
  const to = { service: 'KUA-01' }
  it.each([
    ['close', CloseBody, presses.close(5, false)],
    ['close for good', CloseBody, presses.close(5, true)],
    ['break', BreakBody, presses.pause(5, 'Salat', nine)],
    ['break without a time', BreakBody, presses.pause(5, 'Salat', null)],
    ['call by number', CallBody, presses.call(5, 'id', 'Sudah berada di loket')],
    ['finish', FinishBody, presses.finish('id', false)],
    ['finish and call', FinishBody, presses.finish('id', true)],
    ['finish with an outcome', FinishBody, presses.finish('id', true, 'SELESAI')],
    [
      'hold',
      HoldBody,
      presses.hold('id', { ...holding, missing: [0, 2], returnAt: nine, keepUntil: nine + 3_600_000 }),
    ],
    ['hold without times', HoldBody, presses.hold('id', holding)],
    ['resume', ResumeBody, presses.resume('id', 5)],
    ['transfer', TransferBody, presses.transfer('id', { to, position: 'keep', returnHere: false, reason: '' })],
    [
      'transfer to a counter',
      TransferBody,
      presses.transfer('id', { to: { counter: 4 }, position: 'front', returnHere: true, reason: 'Salah loket' }),
    ],
    [
      'transfer to a booth',
      TransferBody,
      presses.transfer('id', { to: { booth: 'KUA' }, position: 'end', returnHere: false, reason: '' }),
    ],
    ['hand over', HandOverBody, presses.handOver('id', 5)],
    ['restore', ReturnBody, presses.comeBack('id', 'came-back')],
    [
      'walk-in',
      WalkInBody,
      presses.walkIn(5, { service: 'DUKC-01', priority: true, items: 3, override: 'vulnerable' }),
    ],
    ['plain walk-in', WalkInBody, presses.walkIn(5, { service: 'DUKC-01', priority: false, items: 1, override: '' })],
    ['paper number', PaperBody, presses.enterPaper('DUKC-01', 45)],
    ['slip of missing papers', KioskBody, presses.missingSlip('id', 'K1')],
    ['cancel', CancelBody, presses.cancel('id', '')],
    ['cancel with a reason', CancelBody, presses.cancel('id', 'Pengunjung pulang')],
    ['priority', PriorityBody, presses.setPriority('id', true)],
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
