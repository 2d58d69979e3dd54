import type { IncomingMessage } from 'node:http'
import express, { type Request, type Response } from 'express'

const usualBytes = 64 * 1024
const largeBytes = 4 * 1024 * 1024
const readEncoded = express.json({ limit: usualBytes, strict: true })
const readLargeEncoded = express.json({ limit: largeBytes, strict: true })
const plainJson = /^application\/json(?:; ?charset=utf-8)?$/i

/**
 * The JSON body of a request; an absent one is an empty object. A plain one of known length is read here, because
 * Express's reader takes a tenth of the time of the busiest route; compressed and unusual ones are still left to it.
 * Throws what Express's reader throws: an error with `type` and `status`.
 */
export async function readBody(request: Request, response: Response, isLarge = false): Promise<unknown> {
  const { headers } = request
  const length = Number(headers['content-length'] ?? 0)
  if (length === 0 && headers['transfer-encoding'] === undefined) return {}
  if (length > (isLarge ? largeBytes : usualBytes)) throw new BodyError(413, 'entity.too.large')
  if (headers['content-encoding'] === undefined && plainJson.test(headers['content-type'] ?? '') && length > 0) {
    return parseBody(await readText(request))
  }
  // A body of another kind would pass unread for an empty one.
  if (!request.is('application/json')) throw new BodyError(400, 'entity.unsupported')
  return readUnusual(request, response, isLarge ? readLargeEncoded : readEncoded)
}

function readUnusual(request: Request, response: Response, read: typeof readEncoded): Promise<unknown> {
  return new Promise((resolve, reject) => {
    read(request, response, (error?: unknown) => (error ? reject(error) : resolve(request.body ?? {})))
  })
}

function readText(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => resolve((parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)).toString()))
    request.on('error', () => reject(new BodyError(400, 'request.aborted')))
  })
}

function parseBody(text: string): unknown {
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text)
  } catch {
    // Told below, in the same words as a bare number or word.
  }
  throw new BodyError(400, 'entity.parse.failed')
}

class BodyError extends Error {
  override name = 'BodyError'
  readonly status: number
  readonly type: string
  constructor(status: number, type: string) {
    super(type)
    this.status = status
    this.type = type
  }
}
