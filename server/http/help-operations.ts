import { EmptyBody } from '../contract/api.ts'
import type { Command } from '../contract/commands.ts'
import type { Role } from '../contract/hall.ts'
import * as wire from '../contract/standstill.ts'
import { findOpenHelp, readHelp } from '../readings/standstill.ts'
import { execute } from './execute.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

/** Who may come: the officers of the same booth, the information desk and those who watch over the hall. */
const helpers: readonly Role[] = ['officer', 'information', 'supervisor', 'manager']

const wordedBy = (call: Call, id: string | undefined) => (): Reply => {
  const { told } = call.stage.hall
  const help = id === undefined ? undefined : told.helps.get(id)
  if (!help) throw new Error('the hall answered without the call for help')
  return { json: { help: readHelp(told, help) } }
}

const onHelp = (call: Call, verb: 'acknowledge-help' | 'end-help') => {
  const help = call.params.id ?? ''
  return execute(call, { verb, help }, wordedBy(call, help))
}

/** Calls for help of the counters. They are shown to nobody in the hall and spoken nowhere. */
export const helpOperations: readonly Operation[] = [
  operation({
    id: 'askHelp',
    method: 'post',
    path: '/api/counters/{number}/help',
    summary: 'Asks for the supervisor, or in silence for help in an emergency; asking again is the same call.',
    access: ['officer'],
    body: wire.HelpBody,
    answer: wire.HelpAnswer,
    run: (call) => {
      const counter = /^[1-9]\d{0,3}$/.test(call.params.number ?? '') ? Number(call.params.number) : -1
      const { kind } = call.body
      const command: Command = { verb: 'ask-help', help: call.stage.newId(), counter, kind }
      return execute(call, command, () => wordedBy(call, findOpenHelp(call.stage.hall.told, counter, kind)?.id)())
    },
  }),
  operation({
    id: 'acknowledgeHelp',
    method: 'post',
    path: '/api/help/{id}/acknowledge',
    summary: 'Says that one is coming. An emergency needs two different people.',
    access: helpers,
    body: EmptyBody,
    answer: wire.HelpAnswer,
    refusals: ['help-ended'],
    run: (call) => onHelp(call, 'acknowledge-help'),
  }),
  operation({
    id: 'endHelp',
    method: 'post',
    path: '/api/help/{id}/end',
    summary: 'Ends a call for help: by the counter that asked, or by somebody who answered.',
    access: helpers,
    body: EmptyBody,
    answer: wire.HelpAnswer,
    refusals: ['help-ended', 'help-needs-two'],
    run: (call) => onHelp(call, 'end-help'),
  }),
  {
    id: 'listHelp',
    method: 'get',
    path: '/api/help',
    summary: 'Open calls for help; an officer sees those of the own booth.',
    access: helpers,
    answer: wire.HelpsAnswer,
    run: ({ stage, actor }) => {
      const { told } = stage.hall
      const isShown = (counter: number) => actor.role !== 'officer' || told.counters.get(counter)?.booth === actor.booth
      const open = [...told.helps.values()].filter((call) => call.endedAt === null && isShown(call.counter))
      return { json: { help: open.map((call) => readHelp(told, call)) } }
    },
  },
]
