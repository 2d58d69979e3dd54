import type { Role } from '../contract/hall.ts'
import * as wire from '../contract/roster.ts'
import { catalogueOfHall } from '../hall.ts'
import { wallClockOf } from '../readings/bookings.ts'
import { instantWriter } from '../readings/instants.ts'
import { presenceOf } from '../readings/presence.ts'
import { problem } from './answers.ts'
import { type Operation, operation, type Reply } from './operation.ts'
import type { Kept } from './roster-port.ts'

const readers: readonly Role[] = ['agency-admin', 'supervisor', 'manager']
const changers: readonly Role[] = ['agency-admin', 'manager']

const worded = <Done extends object>(kept: Kept<Done>): Reply => {
  if ('mistakes' in kept) {
    const fields = kept.mistakes.map(({ path, message }) => ({ path, message: message.en, text: message }))
    return { answered: problem(400, 'bad-input', fields) }
  }
  return 'forbidden' in kept || 'unknown' in kept ? { outcome: kept } : { json: kept }
}

/** Officers and their shifts. Names are here and nowhere else. */
export const rosterOperations: readonly Operation[] = [
  {
    id: 'listOfficers',
    method: 'get',
    path: '/api/officers',
    summary: 'Who works in the building; an agency sees its own people.',
    access: readers,
    answer: wire.OfficersAnswer,
    run: ({ stage, actor }) => ({ json: { officers: stage.roster.officers(actor) } }),
  },
  operation({
    id: 'addOfficer',
    method: 'post',
    path: '/api/officers',
    summary: 'A new officer: name, agency and role. The answer is a pseudonym.',
    access: changers,
    body: wire.OfficerBody,
    answer: wire.OfficerAnswer,
    status: 201,
    // A name is in no receipt: it could not be taken away there.
    run: async ({ stage, body, actor, key }) => worded(await stage.roster.putOfficer(null, body, actor, key)),
  }),
  operation({
    id: 'changeOfficer',
    method: 'post',
    path: '/api/officers/{id}',
    summary: 'Replaces what is kept about an officer.',
    access: changers,
    body: wire.OfficerBody,
    answer: wire.OfficerAnswer,
    run: async ({ stage, body, actor, params }) => worded(await stage.roster.putOfficer(params.id ?? '', body, actor)),
  }),
  {
    id: 'forgetOfficer',
    method: 'delete',
    path: '/api/officers/{id}',
    summary: 'Forgets an officer: the name and the shifts are erased.',
    access: changers,
    answer: wire.ForgottenAnswer,
    run: async ({ stage, actor, params }) => worded(await stage.roster.forgetOfficer(params.id ?? '', actor)),
  },
  {
    id: 'getRoster',
    method: 'get',
    path: '/api/roster',
    summary: 'The shifts of a day, or of the days to another one; of those of today, whether the officer is there.',
    access: readers,
    query: wire.RosterQuery,
    answer: wire.RosterAnswer,
    run: ({ stage, query, actor }) => {
      const { told } = stage.hall
      const now = stage.now()
      const today = wallClockOf(told, now).date
      const day = query.day ?? today
      const to = query.to ?? day
      const write = instantWriter(catalogueOfHall(stage.hall).site.site.timeZone)
      const expected = new Set(stage.roster.shiftsOn(today).map(({ id }) => id))
      const shifts = stage.roster.shiftsBetween(day, to, actor).map((shift) => {
        const presence = expected.has(shift.id) ? presenceOf(told, shift, now) : null
        return { ...shift, presence: presence && { ...presence, since: write(presence.since) } }
      })
      return { json: { day, to, shifts } }
    },
  },
  operation({
    id: 'putShift',
    method: 'post',
    path: '/api/roster',
    summary: 'A new shift, or with an id another one in its stead. Nobody is at two counters, and no counter has two.',
    access: changers,
    keepsAnswer: true,
    body: wire.ShiftBody,
    answer: wire.ShiftAnswer,
    status: 201,
    run: async ({ stage, body, actor }) => worded(await stage.roster.putShift(body, actor)),
  }),
  {
    id: 'removeShift',
    method: 'delete',
    path: '/api/roster/{id}',
    summary: 'Takes a shift out of the roster.',
    access: changers,
    answer: wire.ShiftAnswer,
    run: async ({ stage, actor, params }) => worded(await stage.roster.removeShift(params.id ?? '', actor)),
  },
]
