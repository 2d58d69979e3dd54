import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { refusalNames } from '../../../server/contract/refusals.ts'
import { type HubProcess, startHub } from '../../_hub.ts'
import { type ApiDocument, fillPath, readDocument, resolveRef } from './_document.ts'

let hub: HubProcess
let document: ApiDocument
beforeAll(async () => {
  hub = await startHub()
  document = await readDocument(hub.http)
})
afterAll(() => hub[Symbol.asyncDispose]())

const content = z.record(z.string(), z.strictObject({ schema: z.record(z.string(), z.unknown()) }))
const Response = z.strictObject({
  description: z.string().min(1),
  content: content.optional(),
  'x-refusals': z.array(z.enum(refusalNames as [string])).optional(),
})
const OperationObject = z.strictObject({
  operationId: z.string().regex(/^[a-zA-Z]+$/),
  summary: z.string().min(1),
  parameters: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        in: z.enum(['path', 'header', 'query']),
        required: z.boolean(),
        description: z.string().optional(),
        schema: z.record(z.string(), z.unknown()),
      }),
    )
    .optional(),
  security: z
    .array(
      z
        .record(z.enum(['bearer', 'cookie']), z.array(z.string()).length(0))
        .or(z.record(z.string(), z.array(z.string()))),
    )
    .optional(),
  'x-roles': z.array(z.string()).optional(),
  'x-demo-only': z.literal(true).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content }).optional(),
  responses: z.record(z.string().regex(/^[2345]\d\d$/), Response),
})
/** The shape of an OpenAPI 3.1 document, as far as ours goes: anything else in it is a mistake. */
const OpenApi = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+$/),
  info: z.strictObject({
    title: z.string().min(1),
    version: z.string().min(1),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  paths: z.record(
    z.string().startsWith('/'),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), OperationObject),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), z.record(z.string(), z.unknown())),
    securitySchemes: z.record(z.string(), z.record(z.string(), z.string())),
  }),
})

test('it is an OpenAPI 3.1 document, with full paths and no servers', () => {
  expect(OpenApi.safeParse(document.raw).error?.issues ?? []).toEqual([])
  expect(document.raw).not.toHaveProperty('servers')
})

test('operation ids are unique, path parameters are those of the path, references and security lead somewhere', () => {
  const ids = document.routes.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { path, parameters } of document.routes) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name)).toEqual(inPath)
  }
  const text = JSON.stringify(document.raw)
  for (const [, ref] of text.matchAll(/"\$ref":"([^"]+)"/g)) expect(resolveRef(document.raw, ref ?? '')).toBeDefined()
  const { securitySchemes } = document.raw.components as { securitySchemes: object }
  for (const [, scheme] of text.matchAll(/"security":\[\{"(\w+)"/g))
    expect(securitySchemes).toHaveProperty(scheme ?? '')
})

test('one path template never hides another', () => {
  const shapes = new Set(document.routes.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`))
  expect(shapes.size).toBe(document.routes.length)
})

/** interface.md: names that outside checks rely on. */
const promised: Record<string, string> = {
  listServices: 'get /api/services',
  issueTicket: 'post /api/tickets',
  acceptTicket: 'post /api/tickets/{publicCode}/accept',
  visitorAction: 'post /api/tickets/{publicCode}/visitor',
  getTicket: 'get /api/tickets/{publicCode}',
  openCounter: 'post /api/counters/{number}/open',
  closeCounter: 'post /api/counters/{number}/close',
  breakCounter: 'post /api/counters/{number}/break',
  callNext: 'post /api/counters/{number}/call-next',
  callTicket: 'post /api/counters/{number}/call',
  recall: 'post /api/tickets/{id}/recall',
  startService: 'post /api/tickets/{id}/start',
  finishService: 'post /api/tickets/{id}/finish',
  holdTicket: 'post /api/tickets/{id}/hold',
  resumeTicket: 'post /api/tickets/{id}/resume',
  transferTicket: 'post /api/tickets/{id}/transfer',
  missTicket: 'post /api/tickets/{id}/miss',
  noShowTicket: 'post /api/tickets/{id}/no-show',
  requeueTicket: 'post /api/tickets/{id}/requeue',
  cancelTicket: 'post /api/tickets/{id}/cancel',
  addService: 'post /api/tickets/{id}/services',
  setPriority: 'post /api/tickets/{id}/priority',
  undo: 'post /api/tickets/{id}/undo',
  getHall: 'get /api/hall',
  health: 'get /healthz',
  metrics: 'get /metrics',
}
test.each(Object.entries(promised))('%s is at %s', (id, route) => {
  const { method, path } = document.route(id)
  expect(`${method} ${path}`).toBe(route)
})

test('every route in the document answers, and with a status and a body that the document names', async () => {
  for (const route of document.routes) {
    const answer = await hub.http.send(
      route.method.toUpperCase(),
      fillPath(route.path, {}),
      route.body ? { body: {} } : {},
    )
    if (answer.status === 404) expect(answer.body).not.toMatchObject({ error: { name: 'unknown-page' } })
    route.check(answer)
  }
})

test('every API route that the source declares is in the document', () => {
  const files = readdirSync('server/http').filter((name) => /(?<!^training)-operations\.ts$/.test(name))
  const declared = files.flatMap((name) => {
    const source = readFileSync(`server/http/${name}`, 'utf8')
    return [...source.matchAll(/^ +id: '(\w+)',$|ticketCommand\(\s*'(\w+)'/gm)].map(
      ([, plain, command]) => plain ?? command,
    )
  })
  const documented = document.routes.map(({ id }) => id)
  expect([...documented].sort()).toEqual(declared.sort())
})

test('every refusal has a name, a sentence in both languages, and a route that may give it', () => {
  const { RefusalName } = (
    document.raw.components as { schemas: Record<string, { enum: string[]; 'x-messages': object }> }
  ).schemas
  expect(RefusalName?.enum).toEqual(refusalNames)
  expect(Object.keys(RefusalName?.['x-messages'] ?? {})).toEqual(refusalNames)
  const given = new Set(document.routes.flatMap(({ refusals }) => refusals))
  // The only one that any route may give is the journal's, with 503.
  expect(refusalNames.filter((name) => !given.has(name))).toEqual(['hall-unavailable'])
})
