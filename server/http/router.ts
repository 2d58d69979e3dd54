import { createHash, randomUUID } from 'node:crypto'
import express, { type Request as HttpRequest, type Response, Router } from 'express'
import type { Actor } from '../contract/hall.ts'
import { answered, problem } from './answers.ts'
import type { Answered, Doors, Operation } from './operation.ts'
import { actorOf, tokenIn } from './sessions.ts'

const bodyLimit = '64kb'
const keyShape = /^[\x21-\x7e]{1,200}$/

/** Parse, authorise, call, translate: the whole of what the transport does, once for every route. */
export function createRouter(operations: readonly Operation[], doors: Doors): Router {
  const router = Router()
  const json = express.json({ limit: bodyLimit, strict: true })
  for (const one of operations) {
    const path = one.path.replace(/\{(\w+)\}/g, ':$1')
    const handle = (request: HttpRequest, response: Response) => serve(one, doors, request, response)
    if (one.method === 'post') router.post(path, json, handle)
    else router[one.method](path, handle)
  }
  return router
}

async function serve(one: Operation, doors: Doors, request: HttpRequest, response: Response): Promise<void> {
  const session = doors.sessions.find(tokenIn(request.headers))
  if (one.access !== 'public' && !session) return send(response, problem(401, 'not-signed-in'))
  if (one.access !== 'public' && session && !one.access.includes(session.role)) return send(response, problem(403, 'not-yours'))

  const key = request.get('idempotency-key') ?? null
  if (key !== null && !keyShape.test(key)) {
    return send(response, problem(400, 'bad-input', [{ path: 'Idempotency-Key', message: 'must be 1 to 200 visible characters' }]))
  }
  const parsed = one.body?.safeParse(bodyOf(request))
  if (parsed && !parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
    return send(response, problem(400, 'bad-input', fields))
  }
  const visitor: Actor = { role: 'visitor', id: 'visitor' }
  const headers = new Map<string, string>()
  const reply = await one.run({
    doors,
    stage: doors.stage(),
    params: request.params as Record<string, string>,
    body: parsed?.data,
    actor: session ? actorOf(session) : visitor,
    device: null,
    key,
    fingerprint: key === null ? '' : fingerprintOf(request),
    headers,
  })
  for (const [name, value] of headers) response.setHeader(name, value)
  if ('text' in reply) response.type(reply.type).send(reply.text)
  else send(response, answered(reply, one.status))
}

/** A POST without a body is a POST with an empty one. */
function bodyOf(request: HttpRequest): unknown {
  return request.body === undefined && request.headers['content-length'] === undefined ? {} : (request.body ?? {})
}

const fingerprintOf = (request: HttpRequest): string =>
  createHash('sha256')
    .update(`${request.method} ${request.path} ${JSON.stringify(request.body ?? {})}`)
    .digest('base64url')
    .slice(0, 22)

/** Written by hand, not by `response.json`: no ETag is computed for an answer that nobody revalidates. */
function send(response: Response, { status, body }: Answered): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response.end(JSON.stringify(body))
}

interface DoorLog {
  error(data: object, sentence: string): void
}

/** Whatever was thrown on the way: a mistake of the caller by its kind, a bug of ours without a word of its inside. */
export function createErrorDoor(log: DoorLog) {
  return (error: unknown, _request: HttpRequest, response: Response, _next: (error: unknown) => void): void => {
    const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : ''
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
    if (response.headersSent) return void response.end()
    if (type === 'entity.too.large') return send(response, problem(413, 'too-large'))
    if (type.startsWith('entity.') || type.startsWith('encoding.') || type.startsWith('charset.') || type.startsWith('request.') || error instanceof URIError) {
      return send(response, problem(400, 'not-json'))
    }
    if (status >= 400 && status < 500) return send(response, problem(400, 'bad-input', []))
    const reference = randomUUID()
    log.error({ err: error, reference }, 'a request failed')
    send(response, problem(500, 'hub-fault'))
  }
}

export const sendNotFound = (_request: HttpRequest, response: Response): void => send(response, problem(404, 'unknown-page'))
