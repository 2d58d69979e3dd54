/** What was opened, to be closed in reverse order. Node 20 has no `AsyncDisposableStack`. */
export interface Closing extends AsyncDisposable {
  use<T extends AsyncDisposable>(opened: T): T
  defer(close: () => unknown): void
}

/** Closing goes on when one of them fails; the first failure is thrown at the end. */
export function createClosing(): Closing {
  const closers: (() => unknown)[] = []
  return {
    use: (opened) => {
      closers.push(() => opened[Symbol.asyncDispose]())
      return opened
    },
    defer: (close) => {
      closers.push(close)
    },
    [Symbol.asyncDispose]: async () => {
      const failures: unknown[] = []
      for (const close of closers.splice(0).reverse()) {
        try {
          await close()
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}
