import type { HttpAnswer } from '../../_client.ts'
import { type HubProcess, type HubWish, startHub } from '../../_hub.ts'
import { type ApiDocument, type Caller, type CallWish, createCaller, readDocument } from './_document.ts'

export interface Ticket {
  id: string
  label: string
  publicCode: string
  serviceDay: string
  service: string
  state: string
  queuedAt: string
  counter: number | null
}
type Answer = HttpAnswer<{ ticket: Ticket; refusal?: { name: string } }>

/** A hub with officers at their counters, spoken to by operationId. */
export interface OpenedHall extends AsyncDisposable {
  readonly hub: HubProcess
  readonly document: ApiDocument
  readonly call: Caller
  /** Bearer token of the officer at this counter; the counter is open. */
  officer(counter: number): Promise<string>
  issue(service: string, wish?: object): Promise<Ticket>
  /** A command on a ticket by the officer of a counter. */
  act(id: string, ticket: Ticket, counter: number, body?: object): Promise<Answer>
  callNext(counter: number, wish?: CallWish): Promise<Answer>
  /** Journal number of the last durable event. */
  seq(): Promise<number>
}

export async function openHall(wish: HubWish = {}): Promise<OpenedHall> {
  const hub = await startHub(wish)
  const document = await readDocument(hub.http)
  const call = createCaller(hub.http, document)
  const tokens = new Map<number, string>()
  const officer = async (counter: number) => {
    const known = tokens.get(counter)
    if (known) return known
    const token = await hub.session('officer', counter)
    tokens.set(counter, token)
    await call('openCounter', { params: { number: counter }, token })
    return token
  }
  return {
    hub,
    document,
    call,
    officer,
    issue: async (service, body = {}) =>
      (await call<{ ticket: Ticket }>('issueTicket', { body: { service, delivery: 'none', ...body } })).body.ticket,
    act: async (id, ticket, counter, body) =>
      call(id, { params: { id: ticket.id }, token: await officer(counter), ...(body ? { body } : {}) }),
    callNext: async (counter, more = {}) =>
      call('callNext', { params: { number: counter }, token: await officer(counter), ...more }),
    seq: async () => (await hub.http.get<{ seq: number }>('/healthz')).body.seq,
    [Symbol.asyncDispose]: () => hub[Symbol.asyncDispose](),
  }
}
