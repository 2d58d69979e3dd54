import type { NextFunction, Request, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from './answers.ts'
import { type Sessions, tokenIn } from './sessions.ts'

/** Commands of strangers, and their tries at booking codes, by address: a hall's phones share one behind a router, so this only stops floods. */
const perMinute = 120

const isLimited = ({ method, path }: Request): boolean => method === 'POST' || path.startsWith('/api/bookings/')

const isLoopback = (address: string | undefined): boolean =>
  address === undefined || address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.')

/** Too often is 429 with `Retry-After`. This computer itself and whoever shows a credential are never limited. */
export function createRateLimit(sessions: Sessions) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return (request: Request, response: Response, next: NextFunction): void => {
    const { remoteAddress } = request.socket
    const isKnown = isLoopback(remoteAddress) || sessions.find(tokenIn(request.headers)) !== undefined
    if (!isLimited(request) || isKnown) {
      next()
      return
    }
    limiter.consume(remoteAddress ?? '').then(
      () => next(),
      (refusal: unknown) => {
        const waitMs = refusal instanceof RateLimiterRes ? refusal.msBeforeNext : 60_000
        const { status, body } = problem(429, 'too-often')
        response
          .writeHead(status, {
            'Retry-After': Math.ceil(waitMs / 1000),
            'Content-Type': 'application/json; charset=utf-8',
          })
          .end(JSON.stringify(body))
      },
    )
  }
}
