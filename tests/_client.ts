import { Agent, request } from 'node:http'

export interface Wish {
  readonly body?: unknown
  /** Sent as it is, instead of `body` as JSON. */
  readonly raw?: string | Buffer
  readonly token?: string | undefined
  /** Idempotency-Key. */
  readonly key?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

export interface HttpAnswer<T> {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** Null when the text is not JSON. */
  readonly body: T
}

export interface HttpClient {
  readonly url: string
  get<T = unknown>(path: string, wish?: Wish): Promise<HttpAnswer<T>>
  post<T = unknown>(path: string, wish?: Wish): Promise<HttpAnswer<T>>
  /** The path goes out letter by letter, as no browser would send it. Rejects when the hub is not there. */
  send<T = unknown>(method: string, path: string, wish?: Wish): Promise<HttpAnswer<T>>
  close(): void
}

/** HTTP with kept connections and nothing made nicer on the way. */
export function createClient(url: string, sockets = 64): HttpClient {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: sockets })

  const send = <T>(method: string, path: string, wish: Wish = {}): Promise<HttpAnswer<T>> => {
    const content = wish.raw ?? (wish.body === undefined ? undefined : JSON.stringify(wish.body))
    const headers: Record<string, string> = {
      ...(content === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': `${Buffer.byteLength(content)}` }),
      ...(wish.token ? { authorization: `Bearer ${wish.token}` } : {}),
      ...(wish.key ? { 'idempotency-key': wish.key } : {}),
      ...wish.headers,
    }
    return new Promise((resolve, reject) => {
      const asked = request({ agent, hostname, port, method, path, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: parsed(text) as T })
        })
      })
      asked.on('error', reject)
      asked.end(content)
    })
  }
  return {
    url,
    get: (path, wish) => send('GET', path, wish),
    post: (path, wish) => send('POST', path, wish),
    send,
    close: () => agent.destroy(),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
