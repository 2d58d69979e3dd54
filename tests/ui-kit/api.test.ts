import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApiError, createApi, isRefused, makeKey } from '../../ui-kit/api.ts'

interface Request {
  key: string | undefined
  authorization: string | undefined
  method: string | undefined
  body: unknown
}

describe('createApi', () => {
  let server: Server
  let base = ''
  let requests: Request[] = []
  let answer: (response: ServerResponse, nth: number) => void

  const json = (response: ServerResponse, status: number, body: unknown) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  const listen = async (request: IncomingMessage, response: ServerResponse) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const { 'idempotency-key': key, authorization } = request.headers
    requests.push({ key: key?.toString(), authorization, method: request.method, body: text && JSON.parse(text) })
    answer(response, requests.length)
  }

  beforeEach(async () => {
    requests = []
    server = createServer((request, response) => void listen(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  it('sends a command with a key, the session and its body', async () => {
    answer = (response) => json(response, 201, { ticket: { label: 'DK-050' } })
    const api = createApi({ base, token: 'abc' })
    expect(await api.command('/api/tickets', { service: 'DUKC-01' })).toEqual({ ticket: { label: 'DK-050' } })
    expect(requests).toEqual([
      {
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
        authorization: 'Bearer abc',
        method: 'POST',
        body: { service: 'DUKC-01' },
      },
    ])
  })

  it('tries again with the same key after a broken connection and a failing hub', async () => {
    answer = (response, nth) => {
      if (nth === 1) response.destroy()
      else if (nth === 2) json(response, 503, {})
      else json(response, 200, { ticket: {} })
    }
    expect(await createApi({ base }).command('/api/counters/1/call-next')).toEqual({ ticket: {} })
    expect(requests).toHaveLength(3)
    expect(new Set(requests.map(({ key }) => key)).size).toBe(1)
  })

  it('gives a refusal as a value, after one try', async () => {
    const refusal = { name: 'line-empty', message: { id: 'Antrean kosong', en: 'Nobody is waiting' } }
    answer = (response) => json(response, 409, { refusal })
    const outcome = await createApi({ base }).command('/api/counters/1/call-next')
    expect(isRefused(outcome) && outcome.refusal).toEqual(refusal)
    expect(requests).toHaveLength(1)
  })

  it('throws on what the person cannot change by waiting', async () => {
    answer = (response) => json(response, 403, { error: 'not yours' })
    await expect(createApi({ base }).command('/api/counters/9/open')).rejects.toMatchObject({
      name: 'ApiError',
      status: 403,
    })
    expect(requests).toHaveLength(1)
  })

  it('gives up after its limit and says that the hub was not reached', async () => {
    answer = (response) => response.destroy()
    const error = await createApi({ base, giveUpAfterMs: 300 })
      .command('/api/tickets')
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 0 })
    expect(requests.length).toBeGreaterThanOrEqual(2)
  })

  it('makes a new key for every command', () => {
    expect(new Set(Array.from({ length: 1000 }, makeKey)).size).toBe(1000)
  })
})
