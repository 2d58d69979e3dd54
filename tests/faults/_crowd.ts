import type { HttpClient } from '../_client.ts'
import type { HubProcess } from '../_hub.ts'

/** A command with its key, as somebody in the hall sends it until it is answered. */
export interface Sent {
  readonly kind: 'issue' | 'call' | 'other'
  readonly path: string
  readonly key: string
  readonly body: object
  readonly token?: string
}
export interface Answered {
  readonly sent: Sent
  readonly status: number
  readonly text: string
}

/** What a crowd knows: every answer it got, by key. */
export interface Ledger {
  readonly answered: Map<string, Answered>
  nextKey(): string
}

export function createLedger(): Ledger {
  let count = 0
  return { answered: new Map(), nextKey: () => `key-${++count}` }
}

/** Sends once; null when the hub was not there to answer. An answer is entered in the ledger. */
async function attempt(http: HttpClient, sent: Sent, ledger: Ledger): Promise<Answered | null> {
  const answer = await http.post(sent.path, { body: sent.body, key: sent.key, token: sent.token }).catch(() => null)
  // 503 is no answer to a command: nothing happened, and the same key may be sent again.
  if (!answer || answer.status === 503) return null
  const answered = { sent, status: answer.status, text: answer.text }
  ledger.answered.set(sent.key, answered)
  return answered
}

/** Somebody with one command in hand at a time; a command without an answer is sent again, with its key, to the next hub. */
export interface Actor {
  /** Works until `until` says so or the hub is gone. */
  work(hub: HubProcess, until: () => boolean): Promise<void>
  /** Sends what was left without an answer. */
  settle(hub: HubProcess): Promise<void>
}

function createActor(ledger: Ledger, next: (last: Answered | null) => Omit<Sent, 'key'>): Actor {
  let inDoubt: Sent | null = null
  let last: Answered | null = null
  const settle = async ({ http }: HubProcess) => {
    if (!inDoubt) return
    last = await attempt(http, inDoubt, ledger)
    if (last) inDoubt = null
  }
  return {
    settle,
    work: async (hub, until) => {
      await settle(hub)
      while (!inDoubt && !until()) {
        inDoubt = { ...next(last), key: ledger.nextKey() }
        await settle(hub)
      }
    },
  }
}

/** Takes numbers for these services, one after another. */
export function createVisitor(ledger: Ledger, services: readonly string[]): Actor {
  let turn = 0
  return createActor(ledger, () => {
    const service = services[turn++ % services.length]
    return { kind: 'issue', path: '/api/tickets', body: { service, delivery: 'none' } }
  })
}

/** Calls the next, starts, finishes, and again. */
export function createOfficer(ledger: Ledger, counter: number, token: string): Actor {
  return createActor(ledger, (last) => {
    const ticket =
      last?.status === 200 ? (JSON.parse(last.text) as { ticket: { id: string; state: string } }).ticket : null
    if (ticket?.state === 'called') return { kind: 'other', path: `/api/tickets/${ticket.id}/start`, body: {}, token }
    if (ticket?.state === 'serving') return { kind: 'other', path: `/api/tickets/${ticket.id}/finish`, body: {}, token }
    return { kind: 'call', path: `/api/counters/${counter}/call-next`, body: {}, token }
  })
}
