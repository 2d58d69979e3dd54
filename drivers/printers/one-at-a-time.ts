/** Runs tasks one after another in the order of the calls; a task that fails does not stop the next. */
export function openQueue() {
  let last: Promise<unknown> = Promise.resolve()
  let running = 0
  return {
    isBusy: () => running > 0,
    run<Result>(task: () => Promise<Result>): Promise<Result> {
      running++
      const result = last.then(task, task).finally(() => running--)
      last = result.catch(() => undefined)
      return result
    },
    whenIdle: () => last,
  }
}
