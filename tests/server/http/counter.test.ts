import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { RefusalWire, TicketWire } from '../../../server/contract/api.ts'
import { type OpenedHall, openHall } from './_hall.ts'
import { preparedAt, reasons, writePreparedSite } from './_prepared-site.ts'

/** What an officer may do beside the line, with the rules in full. */
let hall: OpenedHall
const file = writePreparedSite()
beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_SITE: file, ANTREAN_RULES: 'full', ANTREAN_CLOCK: `${preparedAt} x0.01` } })
})
afterAll(async () => {
  await hall[Symbol.asyncDispose]()
  rmSync(dirname(file), { recursive: true })
})

interface Said {
  readonly ticket: TicketWire
  readonly reason?: { rule: string; name: string; overtook: number }
  readonly refusal?: RefusalWire
}
const walkIn = async (counter: number, body: object) =>
  hall.call<Said>('walkIn', { params: { number: counter }, token: await hall.officer(counter), body })

test('[R5.11] a walk-in is served at once, with all its applications; taken back the number is cancelled', async () => {
  await hall.issue(reasons.green)
  const { status, body } = await walkIn(7, { service: reasons.green, priority: true, items: 2, locale: 'en' })
  expect(status).toBe(201)
  expect(body.ticket).toMatchObject({ state: 'serving', counter: 7, priority: true, locale: 'en' })
  expect(body.reason).toEqual({ rule: 'R5.11', name: 'walk-in', overtook: 1 })
  const token = await hall.officer(7)
  const undone = await hall.call<Said>('undo', { params: { id: body.ticket.id }, token })
  expect(undone.body.ticket.state).toBe('cancelled')
})

test('[R6.3] where no number would be given a walk-in asks for a reason, and keeps it', async () => {
  const asked = { service: reasons['cut-off'] }
  expect((await walkIn(13, asked)).body.refusal?.name).toBe('cut-off')
  const { body } = await walkIn(13, { ...asked, override: 'came-from-far' })
  expect(body.ticket.state).toBe('serving')
  await hall.call('finishService', { params: { id: body.ticket.id }, token: await hall.officer(13) })
})

test('[R5.7] a transfer names a booth, and one target only', async () => {
  const { id } = await hall.issue(reasons.green)
  const token = await hall.officer(7)
  const to = (body: object) => hall.call<Said>('transferTicket', { params: { id }, token, body })
  expect((await to({ booth: 'BPTK', service: reasons.amber })).status).toBe(400)
  expect((await to({})).status).toBe(400)
  expect((await to({ booth: 'NOWHERE' })).status).toBe(404)
  expect((await to({ booth: 'BPTK' })).body.ticket).toMatchObject({ booth: 'BPTK', state: 'waiting' })
})

test('[R5.6] only a supervisor reopens a finish, with a reason; the visitor returns to the counter that served them', async () => {
  const ticket = await hall.issue(reasons.amber)
  const params = { number: 12 }
  await hall.call('callTicket', {
    params,
    token: await hall.officer(12),
    body: { ticket: ticket.id, reason: 'at-desk' },
  })
  await hall.act('startService', ticket, 12)
  await hall.act('finishService', ticket, 12)
  const ask = (token: string, reason?: string) =>
    hall.call<Said>('reopenTicket', { params: { id: ticket.id }, token, body: reason ? { reason } : {} })
  const supervisor = await hall.hub.session('supervisor')
  expect((await ask(await hall.officer(12), 'wrong-finish')).status).toBe(403)
  expect((await ask(supervisor)).status).toBe(400)
  expect((await ask(supervisor, 'wrong-finish')).body.ticket.state).toBe('waiting')
  expect((await hall.callNext(12)).body.ticket.id).toBe(ticket.id)
  expect(hall.hub.faults()).toEqual([])
})
