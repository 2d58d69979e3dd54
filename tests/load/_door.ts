import { Agent, request } from 'node:http'

/** A lean HTTP client over connections that stay open, for clients that measure the server and not themselves. */
export function openDoor(url: string, token?: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const { hostname, port } = new URL(url)
  const send = <Answer>(method: 'GET' | 'POST', path: string, body: object = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const text = method === 'GET' ? '' : JSON.stringify(body)
      const headers = {
        ...(text === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      }
      const sent = request({ agent, hostname, port, method, path, headers }, (response) => {
        let answer = ''
        response.setEncoding('utf8').on('data', (part: string) => {
          answer += part
        })
        response.on('end', () => {
          const status = response.statusCode ?? 0
          if (status >= 300) reject(new Refused(status, `${method} ${path}: ${status} ${answer.slice(0, 300)}`))
          else resolve(JSON.parse(answer) as Answer)
        })
      })
      sent.on('error', reject)
      sent.end(text)
    })
  return {
    get: <Answer>(path: string) => send<Answer>('GET', path),
    post: <Answer>(path: string, body?: object) => send<Answer>('POST', path, body),
    close: () => agent.destroy(),
  }
}
export type Door = ReturnType<typeof openDoor>

export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
