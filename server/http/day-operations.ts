import { EmptyBody } from '../contract/api.ts'
import type { Command } from '../contract/commands.ts'
import * as wire from '../contract/standstill.ts'
import { catalogueOfHall } from '../hall.ts'
import { readClosing, readSummary } from '../readings/day.ts'
import { instantWriter } from '../readings/instants.ts'
import { execute } from './execute.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

const overseers = ['supervisor', 'manager'] as const
const readers = [...overseers, 'auditor'] as const

const onBuilding = (call: Call, command: Command) => execute(call, command, () => ({ json: readPause(call) }))

function readPause({ stage }: Call) {
  const { pause } = stage.hall.told
  const write = instantWriter(catalogueOfHall(stage.hall).site.site.timeZone)
  return {
    pause: pause && { ...pause, since: write(pause.since), until: pause.until === null ? null : write(pause.until) },
  }
}

const summaryOf = ({ stage }: Call): Reply => ({ json: { summary: readSummary(stage.lens()) } })

/** The whole building, and the end of its day. */
export const dayOperations: readonly Operation[] = [
  operation({
    id: 'pauseBuilding',
    method: 'post',
    path: '/api/building/pause',
    summary:
      'Stops the whole building for a while; every place is kept, and every screen says why and, if promised, until when.',
    access: overseers,
    body: wire.PauseBody,
    answer: wire.PauseAnswer,
    run: (call) => {
      const { reason, until } = call.body
      return onBuilding(call, { verb: 'pause-building', reason, until: until === undefined ? null : Date.parse(until) })
    },
  }),
  operation({
    id: 'resumeBuilding',
    method: 'post',
    path: '/api/building/resume',
    summary: 'Goes on after a pause, with every place as it was.',
    access: overseers,
    body: EmptyBody,
    answer: wire.PauseAnswer,
    run: (call) => onBuilding(call, { verb: 'resume-building' }),
  }),
  {
    id: 'readClosing',
    method: 'get',
    path: '/api/day/closing',
    summary: 'What closing the day now would end: who still waits, counters still open, systems down.',
    access: readers,
    answer: wire.ClosingAnswer,
    run: ({ stage }) => ({ json: readClosing(stage.hall.told) }),
  },
  operation({
    id: 'closeDay',
    method: 'post',
    path: '/api/day/close',
    summary: 'Closes the day by hand; asks first while anybody has not been served to the end.',
    access: overseers,
    body: wire.CloseDayBody,
    answer: wire.SummaryAnswer,
    refusals: ['people-waiting'],
    run: (call) => execute(call, { verb: 'close-day', confirm: call.body?.confirm ?? false }, () => summaryOf(call)),
  }),
  {
    id: 'readSummary',
    method: 'get',
    path: '/api/day/summary',
    summary: 'The day in figures, whole and agency by agency.',
    access: readers,
    answer: wire.SummaryAnswer,
    run: summaryOf,
  },
  operation({
    id: 'printSummary',
    method: 'post',
    path: '/api/day/summary/print',
    summary: 'Prints the day in figures on the printer of a kiosk.',
    access: overseers,
    keepsAnswer: true,
    body: wire.PrintSummaryBody,
    answer: wire.PrintSummaryAnswer,
    run: async ({ stage, body: { kiosk } }) => {
      if (!catalogueOfHall(stage.hall).kiosks.has(kiosk)) return { outcome: { unknown: 'kiosk' } }
      return { json: { print: await stage.printSummary(stage.newId(), kiosk) } }
    },
  }),
]
