import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from a page of this hub, or from no page at all. Browsers say where a page comes from; without
 * this, any page open on a computer of the building could command its hub.
 */
export function isFromHere({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { origin, host } = headers
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === host
}
