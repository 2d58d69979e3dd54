import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Role } from '../contract/hall.ts'

/** A signed-in person; the token is known to its holder only. */
export interface Session {
  readonly tokenHash: string
  readonly role: Role
  /** A pseudonym, never a name. */
  readonly person: string
  readonly counter: number | null
  readonly booth: string | null
  readonly agency: string | null
  readonly createdAt: number
  readonly expiresAt: number
}

/** Where sessions are kept; in production and in the demo alike. */
export interface SessionStore {
  readAll(realNow: number): Promise<readonly StoredSession[]>
  /** Keeps one and forgets the others, in one step. */
  replace(session: StoredSession, ended: readonly string[]): Promise<void>
}
type StoredSession = Omit<Session, 'role'> & { readonly role: string }

export interface Sessions {
  /** A new session and its token. An officer takes the counter over: whoever was signed in there no longer is. */
  open(who: Pick<Session, 'role' | 'person' | 'counter' | 'booth' | 'agency'>): Promise<string>
  /** Who holds this token now; undefined when nobody does or it has expired. */
  find(token: string | undefined): Session | undefined
  isPresent(person: string): boolean
}

const hoursMs = 3_600_000
const lifeMs = 12 * hoursMs

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Sessions in memory over their store, so that nobody asks the disk on the way of a command. Real time. */
export async function openSessions(store: SessionStore, onEnd: (person: string) => void = () => {}): Promise<Sessions> {
  const byHash = new Map<string, Session>()
  for (const row of await store.readAll(Date.now())) byHash.set(row.tokenHash, row as Session)

  const isLive = (session: Session) => session.expiresAt > Date.now()
  const forget = (session: Session) => {
    byHash.delete(session.tokenHash)
    onEnd(session.person)
  }
  const othersAt = (counter: number | null): Session[] =>
    counter === null
      ? []
      : [...byHash.values()].filter((session) => session.role === 'officer' && session.counter === counter)

  return {
    open: async (who) => {
      const token = randomBytes(24).toString('base64url')
      const now = Date.now()
      const session: Session = { ...who, tokenHash: hashOf(token), createdAt: now, expiresAt: now + lifeMs }
      // In one turn of the event loop: of two who sign in at once, one holds the counter.
      const ended = who.role === 'officer' ? othersAt(who.counter) : []
      for (const other of ended) forget(other)
      byHash.set(session.tokenHash, session)
      await store.replace(
        session,
        ended.map(({ tokenHash }) => tokenHash),
      )
      return token
    },
    find: (token) => {
      const session = token ? byHash.get(hashOf(token)) : undefined
      if (session && !isLive(session)) forget(session)
      return session && isLive(session) ? session : undefined
    },
    isPresent: (person) => [...byHash.values()].some((session) => session.person === person && isLive(session)),
  }
}

export const actorOf = ({ role, person, counter, booth, agency }: Session): Actor => ({
  role,
  id: person,
  ...(counter === null ? {} : { counter }),
  ...(booth === null ? {} : { booth }),
  ...(agency === null ? {} : { agency }),
})

export const cookieName = 'antrean'
const cookieShape = new RegExp(`(?:^|;\\s*)${cookieName}=([^;\\s]+)`)

/** The token of a request: Bearer first, else the cookie. */
export function tokenIn(headers: {
  authorization?: string | undefined
  cookie?: string | undefined
}): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')
  if (bearer) return bearer[1]
  return cookieShape.exec(headers.cookie ?? '')?.[1]
}
