import { createHash, randomUUID } from 'node:crypto'
import type { Express, Request as HttpRequest, Response } from 'express'
import type { z } from 'zod'
import type { Actor } from '../contract/hall.ts'
import { answered, problem } from './answers.ts'
import { readBody } from './body.ts'
import { deviceTokenIn } from './device-cookie.ts'
import type { Answered, Doors, Operation, Stage } from './operation.ts'
import { isFromHere } from './origin.ts'
import { createRecentAnswers } from './recent-answers.ts'
import { actorOf, tokenIn } from './sessions.ts'

const keyShape = /^[\x21-\x7e]{1,200}$/

/** An answer with the headers that belong to it; `text` is sent instead of the body. */
interface Written extends Answered {
  readonly headers: ReadonlyMap<string, string>
  readonly text?: { content: string | Buffer; type: string }
}
type Recent = ReturnType<typeof createRecentAnswers<Written>>

/** Parse, authorise, call, translate: the whole of what the transport does, once for every route. */
export function addRoutes(app: Express, operations: readonly Operation[], doors: Doors): void {
  // Each hall answers for its own keys: a rehearsal's are not the real hall's.
  const recents = new WeakMap<Stage, Recent>()
  const recentOf = (stage: Stage): Recent => {
    const known = recents.get(stage) ?? createRecentAnswers<Written>()
    recents.set(stage, known)
    return known
  }
  for (const one of operations) {
    const path = one.path.replace(/\{(\w+)\}/g, ':$1')
    app[one.method](path, async (request, response) => {
      if (one.method !== 'get' && !isFromHere(request)) return send(response, problem(403, 'not-yours'))
      const isRead = one.method === 'post' && !one.receive
      const body = isRead ? await readBody(request, response, one.largeBody) : {}
      await serve(one, doors, recentOf, { request, body }, response)
    })
  }
}

/** A request with its body read. */
interface Asked {
  readonly request: HttpRequest
  readonly body: unknown
}

async function serve(
  one: Operation,
  doors: Doors,
  recentOf: (stage: Stage) => Recent,
  { request, body: read }: Asked,
  response: Response,
): Promise<void> {
  const session = doors.sessions.find(tokenIn(request.headers))
  if (one.access !== 'public' && !session) return send(response, problem(401, 'not-signed-in'))
  if (one.access !== 'public' && session && !one.access.includes(session.role))
    return send(response, problem(403, 'not-yours'))

  const key = one.method === 'post' ? (request.get('idempotency-key') ?? null) : null
  if (key !== null && !keyShape.test(key)) {
    return send(
      response,
      problem(400, 'bad-input', [{ path: 'Idempotency-Key', message: 'must be 1 to 200 visible characters' }]),
    )
  }
  const asks = one.query?.safeParse(request.query)
  if (asks && !asks.success) return send(response, problem(400, 'bad-input', badFields(asks.error)))
  const body = one.receive ? await one.receive(request) : read
  const parsed = one.body?.safeParse(body)
  if (parsed && !parsed.success) return send(response, problem(400, 'bad-input', badFields(parsed.error)))

  const actor = session ? actorOf(session) : visitor
  const stage = doors.stage()
  const standing = doors.devices?.standing(deviceTokenIn(request.headers.cookie))
  const device = standing?.state === 'paired' ? standing.device : null
  const fingerprint = key === null ? '' : fingerprintOf(request, one.fingerprintOf?.(parsed?.data) ?? body, actor)
  const act = async (): Promise<Written> => {
    const headers = new Map<string, string>()
    const params = request.params as Record<string, string>
    const reply = await one.run({
      doors,
      stage,
      params,
      query: (asks?.data ?? {}) as Record<string, string | undefined>,
      body: one.receive ? body : parsed?.data,
      actor,
      device: device?.id ?? null,
      ownKiosk: device?.kind === 'kiosk' ? device.place : null,
      isForgottenKiosk: standing?.state === 'forgotten' && (standing.kind ?? 'kiosk') === 'kiosk',
      key,
      fingerprint,
      headers,
    })
    if ('text' in reply)
      return { status: one.status ?? 200, body: {}, headers, text: { content: reply.text, type: reply.type } }
    return { ...answered(reply, one.status), headers }
  }
  const work = key !== null && one.keepsAnswer ? () => keptOr(stage, key, fingerprint, act) : act
  const written = key === null ? await work() : await recentOf(stage).once(key, fingerprint, work)
  if (!written) return send(response, problem(422, 'key-reused'))
  for (const [name, value] of written.headers) response.setHeader(name, value)
  if (written.text) response.type(written.text.type).send(written.text.content)
  else send(response, written)
}

/** The answer that was given before the hub began anew, or a new one, which is kept before anybody has it. */
async function keptOr({ answers }: Stage, key: string, fingerprint: string, act: () => Promise<Written>) {
  const kept = await answers.find(key, fingerprint)
  if (kept === 'other') return { ...problem(422, 'key-reused'), headers: noHeaders }
  if (kept) return { status: kept.status, body: JSON.parse(kept.body) as object, headers: noHeaders }
  const written = await act()
  const { status, body } = written
  if (status < 500 && status !== 400 && status !== 422)
    await answers.keep(key, { fingerprint, status, body: JSON.stringify(body) }, Date.now())
  return written
}

const noHeaders: ReadonlyMap<string, string> = new Map()

const visitor: Actor = { role: 'visitor', id: 'visitor' }

const badFields = (error: z.ZodError) =>
  error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))

/** What was asked, and with whose rights: nobody reads another's answer by knowing the key. */
const fingerprintOf = (request: HttpRequest, body: unknown, { role, counter, booth, agency, kiosk }: Actor): string =>
  createHash('sha256')
    .update(JSON.stringify([request.method, request.path, body, role, counter, booth, agency, kiosk]))
    .digest('base64url')
    .slice(0, 22)

const sentHeaders = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }

/** Written by hand, not by `response.json`: no ETag is computed for an answer that nobody revalidates. */
function send(response: Response, { status, body }: Answered): void {
  response.writeHead(status, sentHeaders).end(JSON.stringify(body))
}

interface DoorLog {
  error(data: object, sentence: string): void
}

/** Whatever was thrown on the way: a mistake of the caller by its kind, a bug of ours without a word of its inside. */
export function createErrorDoor(log: DoorLog) {
  return (error: unknown, _request: HttpRequest, response: Response, _next: (error: unknown) => void): void => {
    const type = typeof error === 'object' && error !== null && 'type' in error ? String(error.type) : ''
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500
    if (response.headersSent) response.end()
    else send(response, mistakeOf(error, type, status) ?? fault(error))
  }

  function fault(error: unknown): Answered {
    log.error({ err: error, reference: randomUUID() }, 'a request failed')
    return problem(500, 'hub-fault')
  }
}

/** The caller's mistake behind something thrown; null when it is a fault of ours. */
function mistakeOf(error: unknown, type: string, status: number): Answered | null {
  if (type === 'entity.too.large') return problem(413, 'too-large')
  if (/^(entity|encoding|charset|request)\./.test(type)) return problem(400, 'not-json')
  if (error instanceof URIError) {
    return problem(400, 'bad-input', [{ path: 'address', message: 'is not percent-encoded UTF-8' }])
  }
  if (status === 404) return problem(404, 'unknown-page')
  return status >= 400 && status < 500 ? problem(400, 'bad-input', []) : null
}

export const sendNotFound = (_request: HttpRequest, response: Response): void =>
  send(response, problem(404, 'unknown-page'))
