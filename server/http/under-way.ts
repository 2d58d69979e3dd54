import type { RequestListener } from 'node:http'

/** The requests under way, so that a hub that stops answers whom it has heard before it lets the hall go. */
export function createUnderWay() {
  let count = 0
  let isStopping = false
  let tellIdle = () => {}
  return {
    follow:
      (app: RequestListener): RequestListener =>
      (request, response) => {
        if (isStopping) return void response.writeHead(503, { Connection: 'close', 'Retry-After': '2' }).end()
        count++
        response.once('close', () => {
          if (--count === 0) tellIdle()
        })
        app(request, response)
      },
    /** From now on nobody is let in; resolves when all have their answer, at the latest after this many ms. */
    finish: (atMostMs: number): Promise<void> =>
      new Promise((resolve) => {
        isStopping = true
        if (count === 0) return resolve()
        tellIdle = resolve
        setTimeout(resolve, atMostMs).unref()
      }),
  }
}
