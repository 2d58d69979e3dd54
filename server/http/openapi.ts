import { z } from 'zod'
import * as api from '../contract/api.ts'
import { refusalNames, refusals } from '../contract/refusals.ts'
import type { Operation } from './operation.ts'

type Json = Record<string, unknown>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json
  return json
}
const content = (schema: Json) => ({ content: { 'application/json': { schema } } })
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })

/** OpenAPI 3.1 of the very table that serves the requests, with the very schemas that parse them. */
export function writeOpenApi(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Json> = {}
  for (const one of operations) {
    const path = paths[one.path] ?? {}
    path[one.method] = writeOperation(one)
    paths[one.path] = path
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Antrean',
      version,
      description:
        'Queue and counters of a Mal Pelayanan Publik. Commands by HTTP, changes by Socket.IO at /socket.io.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: {
        Refusal: schemaOf(api.RefusalAnswer, 'output'),
        Error: schemaOf(api.ErrorAnswer, 'output'),
        RefusalName: { type: 'string', enum: refusalNames, 'x-messages': refusals },
      },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'antrean' },
      },
    },
  }
}

function writeOperation(one: Operation): Json {
  const parameters = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: name === 'number' ? 'integer' : 'string' },
  }))
  const hasPathParameter = parameters.length > 0
  const asked = one.query ? Object.entries(schemaOf(one.query, 'input').properties as Record<string, Json>) : []
  for (const [name, schema] of asked) parameters.push({ name, in: 'query', required: false, schema } as never)
  if (one.method === 'post') parameters.push(keyParameter as never)
  const body = one.body && schemaOf(one.body, 'input')
  return {
    operationId: one.id,
    summary: one.summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(one.access === 'public' ? {} : { security: [{ bearer: [] }, { cookie: [] }], 'x-roles': one.access }),
    ...(one.demoOnly ? { 'x-demo-only': true } : {}),
    ...(body ? { requestBody: { required: !isOptional(one.body), ...content(body) } } : {}),
    ...(one.receive ? { requestBody: { required: true, ...fileContent } } : {}),
    responses: {
      [one.status ?? 200]: {
        description: 'Done.',
        ...(one.answer
          ? content(schemaOf(one.answer, 'output'))
          : one.answerType
            ? fileOf(one.answerType)
            : textContent),
      },
      ...(one.body || one.query || hasPathParameter ? { 400: problemOf('Bad input, with every bad field.') } : {}),
      ...(one.access === 'public' ? {} : { 401: problemOf('Not signed in.') }),
      ...(one.access === 'public' && !one.body ? {} : { 403: problemOf('Not yours.') }),
      ...(hasPathParameter || one.body ? { 404: problemOf('Unknown.') } : {}),
      ...(one.refusals?.length
        ? {
            409: {
              description: `Refused: ${one.refusals.join(', ')}.`,
              ...content(ref('Refusal')),
              'x-refusals': one.refusals,
            },
          }
        : {}),
      ...(one.method === 'post'
        ? { 413: problemOf('Too large.'), 422: problemOf('The key was used for another request.') }
        : {}),
      ...(one.isSlowedDown ||
      (one.access === 'public' && (one.method === 'post' || one.path.startsWith('/api/bookings/')))
        ? { 429: problemOf('Too often; `Retry-After` says when to come back.') }
        : {}),
      503: { description: 'The journal cannot be written; nothing changed.', ...content(ref('Refusal')) },
    },
  }
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and body: the same answer, and it happens once. Kept for 8 days.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}
const fileContent = { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
const textContent = { content: { 'text/plain': { schema: { type: 'string' } } } }
const fileOf = (type: string) => ({ content: { [type]: { schema: { type: 'string', format: 'binary' } } } })
const problemOf = (description: string) => ({ description, ...content(ref('Error')) })
const isOptional = (schema: z.ZodType | undefined) => schema?.safeParse(undefined).success ?? true
