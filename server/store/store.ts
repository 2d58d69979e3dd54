import { Worker } from 'node:worker_threads'
import type { HallEvent } from '../contract/hall.ts'
import type { Entry, Journal } from '../journal.ts'
import type { EntryLines, EventLine } from './journal.ts'
import type { Areas, Ask, Reply, StoreOptions } from './journal-worker.ts'

/** The same operations, answered later: SQLite blocks, so it lives in a thread of its own. */
type Later<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never
}

export interface Store extends AsyncDisposable {
  readonly journal: Journal & Pick<Later<Areas['journal']>, 'lastAt' | 'verify' | 'readChanges'>
  readonly sessions: Later<Areas['sessions']>
  readonly spool: Later<Areas['spool']>
  readonly announcements: Later<Areas['announcements']>
  readonly soundPauses: Later<Areas['soundPauses']>
  readonly bookings: Later<Areas['bookings']>
  readonly remarks: Later<Areas['remarks']>
  readonly plans: Later<Areas['plans']>
  readonly officers: Later<Areas['officers']>
  readonly forecasts: Later<Areas['forecasts']>
  readonly answers: Later<Areas['answers']>
  readonly devices: Later<Areas['devices']>
  readonly daySecrets: Later<Areas['daySecrets']>
  /** A consistent copy of the whole file while the hall goes on. */
  backup(target: string): Promise<void>
  /** Resolves when the store's thread has ended by itself; nothing can be kept any more, and the process has to begin anew. */
  readonly failed: Promise<Error>
}

/** The worker holds one batch at a time; without a bound its heap would grow as if it were the hub's, MB. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 }

/** Opens the store in its worker; rejects with an error named `FolderInUse` when another hub has the folder, else `CannotOpen`. */
export async function openStore({ workerFile, ...options }: StoreOptions & { workerFile: string }): Promise<Store> {
  const worker = new Worker(workerFile, { workerData: options, resourceLimits })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let nextId = 1

  const answered = (id: number) =>
    new Promise<never>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
    })
  const opened = answered(0)
  worker.on('message', (reply: Reply) => {
    const one = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('error' in reply) one?.reject(Object.assign(new Error(reply.error.message), { name: reply.error.name }))
    else one?.resolve(reply.value as never)
  })
  let ended: Error | null = null
  let isClosing = false
  let tellFailure: (error: Error) => void = () => {}
  const failed = new Promise<Error>((resolve) => {
    tellFailure = resolve
  })
  const end = (error: Error) => {
    ended ??= error
    for (const one of waiting.values()) one.reject(ended)
    waiting.clear()
    if (!isClosing) tellFailure(ended)
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the store has closed')))

  const ask = (area: Ask['area'], method: string, args: readonly unknown[]): Promise<never> => {
    if (ended) return Promise.reject(ended)
    const id = nextId++
    worker.postMessage({ id, area, method, args } satisfies Ask)
    return answered(id)
  }
  const area = <K extends keyof Areas>(name: K): Later<Areas[K]> =>
    new Proxy({} as Later<Areas[K]>, {
      get:
        (_target, method) =>
        (...args: unknown[]) =>
          ask(name, String(method), args),
    })

  try {
    await opened
  } catch (error) {
    await worker.terminate()
    if (error instanceof Error && error.name !== 'FolderInUse') error.name = 'CannotOpen'
    throw error
  }
  const journal = area('journal')
  return {
    journal: {
      append: (entries) => journal.append(entries.map(toLines), Date.now()),
      readPresent: () => journal.readPresent(),
      readKeys: () => journal.readKeys(Date.now()),
      readOutcome: (key) => journal.readOutcome(key),
      readChanges: (before, limit) => journal.readChanges(before, limit),
      lastAt: () => journal.lastAt(),
      verify: () => journal.verify(),
    },
    sessions: area('sessions'),
    spool: area('spool'),
    announcements: area('announcements'),
    soundPauses: area('soundPauses'),
    bookings: area('bookings'),
    remarks: area('remarks'),
    plans: area('plans'),
    officers: area('officers'),
    forecasts: area('forecasts'),
    answers: area('answers'),
    devices: area('devices'),
    daySecrets: area('daySecrets'),
    backup: (target) => area('file').backup(target),
    failed,
    [Symbol.asyncDispose]: async () => {
      isClosing = true
      if (!ended) await area('file').close()
      await worker.terminate()
    },
  }
}

const toLines = ({ events, receipt }: Entry): EntryLines => ({
  events: events.map(toLine),
  receipt: receipt && { key: receipt.key, fingerprint: receipt.fingerprint, outcome: JSON.stringify(receipt.outcome) },
})

function toLine({ seq, id, type, at, command, actor, device, ...payload }: HallEvent): EventLine {
  return { seq, id, type, at, command, actor, device, payload: JSON.stringify(payload) }
}
