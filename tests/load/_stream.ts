import type { Door } from './_door.ts'

/** Numbers taken at an even pace while something else is measured; `stop` gives how many were acknowledged. */
export function takeNumbers(door: Door, perSecond: number, bodyOf: (index: number) => object) {
  let sent = 0
  let taken = 0
  let failure: unknown = null
  const startedAt = performance.now()
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - startedAt) / 1000) * perSecond)
    for (; sent < due; sent++) {
      door.post('/api/tickets', bodyOf(sent)).then(
        () => {
          taken++
        },
        (error: unknown) => {
          failure = error
        },
      )
    }
  }, 5)
  return {
    stop: (): { taken: number; perSecond: number } => {
      clearInterval(timer)
      if (failure !== null) throw failure
      return { taken, perSecond: taken / ((performance.now() - startedAt) / 1000) }
    },
  }
}
