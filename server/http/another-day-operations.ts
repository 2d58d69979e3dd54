import { EmptyBody } from '../contract/api.ts'
import type { Actor, HallTicket, Role } from '../contract/hall.ts'
import * as wire from '../contract/standstill.ts'
import { catalogueOfHall } from '../hall.ts'
import { instantWriter } from '../readings/instants.ts'
import { findByCode } from '../readings/overview.ts'
import { readTicket } from '../readings/tickets.ts'
import type { Moved } from './another-day-port.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

const staff: readonly Role[] = ['officer', 'information', 'agency-admin', 'supervisor', 'manager']

const writerOf = ({ stage }: Call) => instantWriter(catalogueOfHall(stage.hall).site.site.timeZone)

function worded(call: Call, moved: Moved): Reply {
  if (!('booking' in moved)) return moved
  const { code, service, slotAt } = moved.booking
  const ticket = readTicket(call.stage.hall.told, moved.ticket, 'without-code')
  return { json: { ticket, booking: { code, service, slotAt: writerOf(call)(slotAt) } } }
}

const requestOf = ({ device, key, fingerprint }: Call, actor: Actor) => ({ actor, device, key, fingerprint })

/** A number is exchanged for a reservation on another day, so that nobody waits for a system that does not come back. */
export const anotherDayOperations: readonly Operation[] = [
  operation({
    id: 'moveToAnotherDay',
    method: 'post',
    path: '/api/tickets/{id}/another-day',
    summary: 'Ends a number and reserves the first free time from a day on; by default from tomorrow.',
    access: staff,
    keepsAnswer: true,
    body: wire.AnotherDayBody,
    answer: wire.AnotherDayAnswer,
    refusals: ['wrong-state', 'slot-full', 'no-such-slot'],
    run: async (call) => {
      const ticket = call.stage.hall.told.tickets.get(call.params.id ?? '')
      if (!ticket) return { outcome: { unknown: 'ticket' } }
      const date = call.body?.date
      return worded(call, await call.stage.anotherDay.move(ticket, { ...requestOf(call, call.actor), date }))
    },
  }),
  operation({
    id: 'rebookTicket',
    method: 'post',
    path: '/api/tickets/{publicCode}/rebook',
    summary: 'The visitor exchanges the number for a reservation, while its service stands still.',
    access: 'public',
    keepsAnswer: true,
    body: EmptyBody,
    answer: wire.AnotherDayAnswer,
    refusals: ['wrong-state', 'other-day', 'slot-full', 'no-such-slot'],
    run: async (call) => {
      const { told } = call.stage.hall
      const ticket = findByCode(told, call.params.publicCode ?? '')
      if (!ticket) return { outcome: { unknown: 'ticket' } }
      if (ticket.day !== told.day) return { outcome: { refusal: { refused: 'other-day', next: { day: ticket.day } } } }
      if (!call.stage.anotherDay.isStopped(ticket)) return { outcome: { refusal: { refused: 'wrong-state' } } }
      const actor: Actor = { role: 'visitor', id: 'visitor' }
      return worded(call, await call.stage.anotherDay.move(ticket, requestOf(call, actor)))
    },
  }),
  operation({
    id: 'moveAllToAnotherDay',
    method: 'post',
    path: '/api/systems/{code}/another-day',
    summary:
      'Everybody who waits for a service of a central system gets the first free time from a day on, in their order.',
    access: ['agency-admin', 'supervisor', 'manager'],
    keepsAnswer: true,
    body: wire.AnotherDayBody,
    answer: wire.AllAnotherDayAnswer,
    run: async (call) => {
      const system = call.params.code ?? ''
      const catalogue = catalogueOfHall(call.stage.hall)
      if (!catalogue.centralSystems.has(system)) return { outcome: { unknown: 'system' } }
      const isTheirs = ({ booth }: { booth: string }) => catalogue.agencyOfBooth(booth).code === call.actor.agency
      if (call.actor.role === 'agency-admin' && !catalogue.servicesOfSystem(system).every(isTheirs))
        return { outcome: { forbidden: true } }
      return { json: await moveAll(call, call.stage.anotherDay.waitingFor(system), call.body?.date) }
    },
  }),
]

/** One after another, so that the first in line gets the first time. */
async function moveAll(call: Call, tickets: readonly HallTicket[], date: string | undefined) {
  const write = writerOf(call)
  const moved: { label: string; slotAt: string }[] = []
  const left: string[] = []
  for (const ticket of tickets) {
    const request = { ...requestOf(call, call.actor), key: call.key === null ? null : `${call.key}:${ticket.id}`, date }
    const done = await call.stage.anotherDay.move(ticket, request)
    if ('booking' in done) moved.push({ label: ticket.label, slotAt: write(done.booking.slotAt) })
    else left.push(ticket.label)
  }
  return { moved, left }
}
