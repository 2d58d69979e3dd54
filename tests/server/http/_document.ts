import { z } from 'zod'
import type { HttpAnswer, HttpClient, Wish } from '../../_client.ts'

type Json = Record<string, unknown>

/** One route as the document describes it. */
export interface Route {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly roles: readonly string[] | null
  readonly refusals: readonly string[]
  readonly statuses: readonly number[]
  readonly parameters: readonly { name: string; in: string; schema: Json }[]
  /** JSON Schema of the body; null when the route takes none. */
  readonly body: Json | null
  readonly bodyRequired: boolean
  /** Checks an answer by the document's own schema; throws what does not fit. */
  check(answer: HttpAnswer<unknown>): void
}

export interface ApiDocument {
  readonly raw: Json
  readonly routes: readonly Route[]
  route(id: string): Route
}

export interface CallWish extends Wish {
  readonly params?: Readonly<Record<string, string | number>>
}

/** Reads the document from the hub itself. */
export async function readDocument(http: HttpClient): Promise<ApiDocument> {
  const raw = (await http.get<Json>('/api/openapi.json')).body
  const routes = Object.entries(raw.paths as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => readRoute(raw, path, method, one)),
  )
  const route = (id: string) => {
    const found = routes.find((one) => one.id === id)
    if (!found) throw new Error(`the document has no ${id}`)
    return found
  }
  return { raw, routes, route }
}

/** Calls by operationId; every answer is held against the document. */
export function createCaller(http: HttpClient, document: ApiDocument) {
  return async <T = Json>(id: string, wish: CallWish = {}): Promise<HttpAnswer<T>> => {
    const route = document.route(id)
    const answer = await http.send<T>(route.method.toUpperCase(), fillPath(route.path, wish.params ?? {}), wish)
    route.check(answer)
    return answer
  }
}
export type Caller = ReturnType<typeof createCaller>

export const fillPath = (path: string, params: Readonly<Record<string, string | number>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? 'absent'))

function readRoute(document: Json, path: string, method: string, one: Json): Route {
  const responses = one.responses as Record<string, { content?: Record<string, { schema: Json }> }>
  const body = one.requestBody as { required: boolean; content: Record<string, { schema: Json }> } | undefined
  const schemas = new Map<number, z.ZodType>()
  const id = String(one.operationId)
  return {
    id,
    method,
    path,
    roles: (one['x-roles'] as string[] | undefined) ?? null,
    refusals: (responses['409'] as { 'x-refusals'?: string[] } | undefined)?.['x-refusals'] ?? [],
    statuses: Object.keys(responses).map(Number),
    parameters: (one.parameters as Route['parameters'] | undefined) ?? [],
    body: body?.content['application/json']?.schema ?? null,
    bodyRequired: body?.required ?? false,
    check: ({ status, body: given, headers, text }) => {
      const response = responses[status]
      if (!response)
        throw new Error(`${id} answered ${status}, which the document does not name: ${text.slice(0, 300)}`)
      const [type, content] = Object.entries(response.content ?? {})[0] ?? []
      if (!String(headers['content-type']).startsWith(type ?? 'nothing'))
        throw new Error(`${id} ${status} is ${headers['content-type']}, not ${type}`)
      if (type !== 'application/json') return
      let schema = schemas.get(status)
      if (!schema) {
        schema = z.fromJSONSchema(withoutRefs(document, content?.schema) as never)
        schemas.set(status, schema)
      }
      const parsed = schema.safeParse(given)
      if (!parsed.success)
        throw new Error(`${id} ${status} does not fit the document: ${parsed.error.message}\n${text.slice(0, 300)}`)
      const name = (given as { refusal?: { name: string } }).refusal?.name
      const named = (response as { 'x-refusals'?: string[] })['x-refusals']
      if (status === 409 && !named?.includes(name ?? ''))
        throw new Error(`${id} refused with ${name}, which the document does not name for it`)
    },
  }
}

/** The schema with every `$ref` of the document put in its place. */
function withoutRefs(document: Json, schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((one) => withoutRefs(document, one))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref } = schema as { $ref?: string }
  if ($ref !== undefined) return withoutRefs(document, resolveRef(document, $ref))
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutRefs(document, value)]))
}

export function resolveRef(document: Json, ref: string): unknown {
  let found: unknown = document
  for (const step of ref.replace(/^#\//, '').split('/')) found = (found as Json | undefined)?.[step]
  if (found === undefined) throw new Error(`${ref} leads nowhere`)
  return found
}
