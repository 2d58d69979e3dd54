import type { NextFunction, Request, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { problem } from './answers.ts'
import { deviceTokenIn } from './device-cookie.ts'
import type { Doors } from './operation.ts'
import { tokenIn } from './sessions.ts'

/** Commands of strangers, and their tries at booking codes, by address: a hall's phones share one behind a router, so this only stops floods. */
const perMinute = 120
/** A machine asks once in a quarter of an hour to be paired; codes that nobody reads would drive out those of others. */
const pairingsPerMinute = 10

const isLimited = ({ method, path }: Request): boolean => method === 'POST' || path.startsWith('/api/bookings/')

const isLoopback = (address: string | undefined): boolean =>
  address === undefined || address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.')

const isPairing = ({ method, path }: Request): boolean => method === 'POST' && path === '/api/device-pairings'

/** Too often is 429 with `Retry-After`. This computer itself and whoever shows a credential are never limited. */
export function createRateLimit({ sessions, devices }: Pick<Doors, 'sessions' | 'devices'>) {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  const pairings = new RateLimiterMemory({ points: pairingsPerMinute, duration: 60 })
  const isPaired = ({ headers }: Request) => devices?.standing(deviceTokenIn(headers.cookie)).state === 'paired'
  return (request: Request, response: Response, next: NextFunction): void => {
    const { remoteAddress } = request.socket
    const isKnown =
      isLoopback(remoteAddress) || sessions.find(tokenIn(request.headers)) !== undefined || isPaired(request)
    if (!isLimited(request) || isKnown) {
      next()
      return
    }
    const counted = isPairing(request) ? pairings : limiter
    counted.consume(remoteAddress ?? '').then(
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
