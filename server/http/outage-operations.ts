import type { HallTicket, Role } from '../contract/hall.ts'
import * as wire from '../contract/standstill.ts'
import { catalogueOfHall } from '../hall.ts'
import { downOf, isWaitingFor, readSystem, readSystems } from '../readings/standstill.ts'
import { execute } from './execute.ts'
import { type Call, type Operation, operation } from './operation.ts'

const keepers: readonly Role[] = ['agency-admin', 'supervisor', 'manager']

/** Central systems: remote systems of the agencies, without which their services stand still. */
export const outageOperations: readonly Operation[] = [
  {
    id: 'listSystems',
    method: 'get',
    path: '/api/systems',
    summary:
      'Every central system: whether it is down and since when, its services, who waits, and the minutes lost today.',
    access: [...keepers, 'information', 'auditor'],
    answer: wire.SystemsAnswer,
    run: ({ stage, actor }) => {
      const catalogue = catalogueOfHall(stage.hall)
      const isTheirs = ({ booth }: { booth: string }) => catalogue.agencyOfBooth(booth).code === actor.agency
      const isShown = ({ services }: wire.SystemWire) => actor.role !== 'agency-admin' || services.some(isTheirs)
      return { json: { systems: readSystems(stage.lens()).filter(isShown) } }
    },
  },
  operation({
    id: 'setSystem',
    method: 'post',
    path: '/api/systems/{code}',
    summary:
      'Says that a central system is down or works again. While it is down no number is given for its services; places are kept.',
    access: keepers,
    body: wire.SystemBody,
    answer: wire.SystemAnswer,
    run: (call) => {
      const system = call.params.code ?? ''
      return execute(call, { verb: 'set-system', system, down: call.body.down }, () => ({
        json: { system: readSystem(call.stage.lens(), system) },
      }))
    },
  }),
  operation({
    id: 'transferAllOfSystem',
    method: 'post',
    path: '/api/systems/{code}/transfer',
    summary:
      'Everybody who waits for a service of a central system is sent to another service, in their order and with their places.',
    access: keepers,
    keepsAnswer: true,
    body: wire.TransferAllBody,
    answer: wire.TransferAllAnswer,
    refusals: ['system-down'],
    run: async (call) => {
      const { stage, actor, body } = call
      const system = call.params.code ?? ''
      const catalogue = catalogueOfHall(stage.hall)
      if (!catalogue.centralSystems.has(system)) return { outcome: { unknown: 'system' } }
      if (!catalogue.services.has(body.service)) return { outcome: { unknown: 'service' } }
      const stopped = catalogue.servicesOfSystem(system)
      const isTheirs = ({ booth }: { booth: string }) => catalogue.agencyOfBooth(booth).code === actor.agency
      if (actor.role === 'agency-admin' && !stopped.every(isTheirs)) return { outcome: { forbidden: true } }
      // From one line that stands still to another would help nobody.
      const down = downOf(stage.hall.told, body.service)
      if (down) return { outcome: { refusal: down } }
      const staying = new Set(stopped.map(({ code }) => code).filter((code) => code !== body.service))
      const waiting = stage.anotherDay.waitingFor(system).filter((ticket) => isWaitingFor(ticket, staying))
      return { json: await transferAll(call, waiting, body.service) }
    },
  }),
]

/** One after another, as each is asked for by itself: whoever was called meanwhile stays. */
async function transferAll(call: Call, tickets: readonly HallTicket[], service: string) {
  const { stage, actor, device, key, fingerprint } = call
  const moved: string[] = []
  const left: string[] = []
  for (const { id, label } of tickets) {
    const result = await stage.hall.execute({
      command: { verb: 'transfer', ticket: id, to: { service }, position: 'keep', returnHere: false, reason: null },
      actor,
      device,
      key: key === null ? null : `${key}:${id}`,
      fingerprint,
    })
    const isDone = 'outcome' in result && 'answer' in result.outcome
    ;(isDone ? moved : left).push(label)
  }
  return { moved, left }
}
