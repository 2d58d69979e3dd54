import { parentPort, workerData } from 'node:worker_threads'
import { openAnnouncements } from './announcements.ts'
import { openAnswers } from './answers.ts'
import { openBookings } from './bookings.ts'
import { FolderInUse, openDatabase } from './database.ts'
import { openDaySecrets } from './day-secrets.ts'
import { openDevices } from './devices.ts'
import { openForecasts } from './forecasts.ts'
import { openJournal } from './journal.ts'
import { openOfficers } from './officers.ts'
import { openPlans } from './plans.ts'
import { openRemarks } from './remarks.ts'
import { openSessions } from './sessions.ts'
import { openSoundPauses } from './sound-pauses.ts'
import { openSpool } from './spool.ts'

export interface StoreOptions {
  readonly file: string
  readonly migrationsFolder: string
  readonly site: string
}

/** Everything the store can be asked; one area a table. Calls are answered in the order in which they came. */
export function openAreas(options: StoreOptions) {
  const database = openDatabase(options.file, options.migrationsFolder, Date.now())
  return {
    journal: openJournal(database.db, options.site),
    sessions: openSessions(database.db),
    spool: openSpool(database.db),
    announcements: openAnnouncements(database.db),
    soundPauses: openSoundPauses(database.db),
    bookings: openBookings(database.db),
    remarks: openRemarks(database.db),
    plans: openPlans(database.db),
    officers: openOfficers(database.db),
    forecasts: openForecasts(database.db),
    answers: openAnswers(database.db),
    devices: openDevices(database.db),
    daySecrets: openDaySecrets(database.db),
    file: {
      backup: (target: string): void => void database.sqlite.prepare('VACUUM INTO ?').run(target),
      close: (): void => database.close(),
    },
  }
}
export type Areas = ReturnType<typeof openAreas>

/** What crosses between the threads. */
export interface Ask {
  readonly id: number
  readonly area: keyof Areas
  readonly method: string
  readonly args: readonly unknown[]
}
export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: { name: string; message: string } }

const port = parentPort
if (port) serve(port, workerData as StoreOptions)

function serve(port: NonNullable<typeof parentPort>, options: StoreOptions): void {
  const send = (reply: Reply) => port.postMessage(reply)
  const failed = (id: number, error: unknown) => {
    const { name, message } = error instanceof Error || error instanceof FolderInUse ? error : new Error(String(error))
    send({ id, error: { name, message } })
  }
  let areas: Areas
  try {
    areas = openAreas(options)
    send({ id: 0, value: null })
  } catch (error) {
    failed(0, error)
    return
  }
  port.on('message', ({ id, area, method, args }: Ask) => {
    try {
      const act = (areas[area] as unknown as Record<string, (...args: readonly unknown[]) => unknown>)[method]
      if (!act) throw new RangeError(`the store has no ${area}.${method}`)
      send({ id, value: act(...args) })
      if (area === 'file' && method === 'close') port.close()
    } catch (error) {
      failed(id, error)
    }
  })
}
