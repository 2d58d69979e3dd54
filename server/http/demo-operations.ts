import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import * as api from '../contract/api.ts'
import { TextSchema } from '../contract/site.ts'
import { catalogueOfHall } from '../hall.ts'
import { problem } from './answers.ts'
import { type Operation, operation } from './operation.ts'
import { cookieName } from './sessions.ts'

export const SimulationAnswer = z.object({
  running: z.boolean(),
  scenario: z.string().nullable(),
  seed: z.int().nullable(),
  speed: z.number(),
  /** The hall's clock, epoch ms. */
  clock: z.number(),
  day: z.string().nullable(),
  visitors: z.int(),
  done: z.boolean(),
  figures: z.object({
    waiting: z.int(),
    served: z.int(),
    called: z.int(),
    medianWaitMs: z.number().nullable(),
    openBooths: z.int(),
    booths: z.int(),
  }),
  /** Numbers taken in each half hour from 07.30. */
  arrivals: z.array(z.int()),
  scenarios: z.array(z.object({ code: z.string(), name: TextSchema })),
})
export type SimulationAnswer = z.infer<typeof SimulationAnswer>

export const DemoAnswer = z.object({
  rules: z.enum(['demo', 'full']),
  address: z.string(),
  simulation: z.boolean(),
  site: z.object({ name: TextSchema, place: TextSchema, short: z.string(), timeZone: z.string() }),
  zones: z.array(z.object({ code: z.string(), name: TextSchema, floor: z.int() })),
  kiosks: z.array(z.object({ code: z.string(), name: TextSchema })),
  booths: z.array(z.object({ code: z.string(), sign: z.string(), short: z.string(), counters: z.array(z.int()) })),
})

export type SimulationWish = z.infer<typeof api.SimulateBody>

export interface DemoPorts {
  readonly address: () => string
  rules(): 'demo' | 'full'
  setRules(rules: 'demo' | 'full'): void
  readonly simulation: {
    state(): SimulationAnswer
    start(wish: SimulationWish): Promise<void>
    stop(): Promise<void>
  }
}

const sessionAnswer = z.object({ token: z.string(), role: z.string(), counter: z.int().nullable() })

/** What only the demo has: signing in without an account, the switch of the rules, and the simulated day. */
export const demoOperations = (ports: DemoPorts): readonly Operation[] => [
  operation({
    id: 'openDemoSession',
    method: 'post',
    path: '/api/demo/session',
    summary: 'Signs in as a new demo person; an officer takes the counter over from an earlier demo session.',
    access: 'public',
    demoOnly: true,
    body: api.DemoSessionBody,
    answer: sessionAnswer,
    run: async ({ doors, stage, body, headers }) => {
      const catalogue = catalogueOfHall(stage.hall)
      const needsCounter = body.role === 'officer' || body.role === 'agency-admin'
      if (needsCounter && body.counter === undefined) {
        return { answered: problem(400, 'bad-input', [{ path: 'counter', message: 'name the counter' }]) }
      }
      if (body.counter !== undefined && !catalogue.counters.has(body.counter))
        return { outcome: { unknown: 'counter' } }
      const booth = body.counter === undefined ? null : catalogue.boothOfCounter(body.counter)
      const isOfficer = body.role === 'officer'
      const person = `${body.role}:${randomBytes(4).toString('hex')}`
      const token = await doors.sessions.open({
        role: body.role,
        person,
        counter: isOfficer ? (body.counter ?? null) : null,
        booth: isOfficer ? (booth?.code ?? null) : null,
        agency: booth?.agency ?? null,
      })
      headers.set('Set-Cookie', `${cookieName}=${token}; Path=${doors.path}; HttpOnly; SameSite=Strict`)
      return { json: { token, role: body.role, counter: body.counter ?? null } }
    },
  }),
  {
    id: 'getDemo',
    method: 'get',
    path: '/api/demo',
    summary: 'What the demo shows: rules in force, screens and where they are.',
    access: 'public',
    demoOnly: true,
    answer: DemoAnswer,
    run: ({ stage }) => {
      const catalogue = catalogueOfHall(stage.hall)
      const { name, place, short, timeZone } = catalogue.site.site
      return {
        json: {
          rules: ports.rules(),
          address: ports.address(),
          simulation: ports.simulation.state().running,
          site: { name, place, short, timeZone },
          zones: catalogue.site.zones.map((zone) => ({ code: zone.code, name: zone.name, floor: zone.floor })),
          kiosks: catalogue.site.kiosks.map((kiosk) => ({ code: kiosk.code, name: kiosk.name })),
          booths: catalogue.site.booths.map((booth) => ({
            code: booth.code,
            sign: booth.sign,
            short: catalogue.agencyOfBooth(booth.code).short,
            counters: catalogue.countersOfBooth(booth.code).map(({ number }) => number),
          })),
        },
      }
    },
  },
  operation({
    id: 'setDemoRules',
    method: 'post',
    path: '/api/demo/rules',
    summary: 'Switches opening dates, schedules and holidays on or off for the demo.',
    access: 'public',
    demoOnly: true,
    body: z.strictObject({ full: z.boolean() }),
    answer: z.object({ rules: z.enum(['demo', 'full']) }),
    run: ({ body }) => {
      ports.setRules(body.full ? 'full' : 'demo')
      return { json: { rules: ports.rules() } }
    },
  }),
  {
    id: 'getSimulation',
    method: 'get',
    path: '/api/demo/simulation',
    summary: 'How the simulated day stands.',
    access: 'public',
    demoOnly: true,
    answer: SimulationAnswer,
    run: () => ({ json: ports.simulation.state() }),
  },
  operation({
    id: 'startSimulation',
    method: 'post',
    path: '/api/demo/simulation',
    summary: 'Puts a simulated day on all screens, in a hall of its own.',
    access: 'public',
    demoOnly: true,
    body: api.SimulateBody,
    answer: SimulationAnswer,
    run: async ({ body }) => {
      await ports.simulation.start(body)
      return { json: ports.simulation.state() }
    },
  }),
  {
    id: 'stopSimulation',
    method: 'delete',
    path: '/api/demo/simulation',
    summary: 'Back to the hall.',
    access: 'public',
    demoOnly: true,
    answer: SimulationAnswer,
    run: async () => {
      await ports.simulation.stop()
      return { json: ports.simulation.state() }
    },
  },
]
