import { createHash } from 'node:crypto'

/**
 * R6.1: who holds a number, as the journal may keep it: what a phone or kiosk calls its visitor, mixed with the service
 * day, so that nobody is recognised on another day. Null without such a name.
 */
export const visitorMark = (visitor: string | undefined, day: string | null): string | null =>
  visitor === undefined ? null : createHash('sha256').update(`${day} ${visitor}`).digest('base64url').slice(0, 22)
