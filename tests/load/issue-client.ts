import autocannon from 'autocannon'
import { giveResult, readTask } from './_programs.ts'

export interface IssueTask {
  readonly url: string
  readonly seconds: number
  readonly clients: number
  readonly services: readonly string[]
  /** Each request with an idempotency key of its own, as a kiosk sends it. */
  readonly withKeys: boolean
}
export interface IssueResult {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Takes numbers as fast as they come, over connections that stay open. */
const { url, seconds, clients, services, withKeys } = readTask<IssueTask>()
let next = 0
const result = await autocannon({
  url,
  connections: clients,
  duration: seconds,
  requests: [
    {
      method: 'POST',
      path: '/api/tickets',
      setupRequest: (request) => {
        const index = next++
        const service = services[index % services.length]
        const key = withKeys ? { 'idempotency-key': `${process.pid}-${index}` } : {}
        return {
          ...request,
          headers: { 'content-type': 'application/json', ...key },
          body: JSON.stringify({ service, delivery: 'none' }),
        }
      },
    },
  ],
})
if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refusals and ${result.errors} errors`)
giveResult({
  perSecond: result.requests.total / result.duration,
  p50: result.latency.p50,
  p99: result.latency.p99,
} satisfies IssueResult)
