import { connectDisplays } from './_displays.ts'
import { openDoor } from './_door.ts'
import { openDesks } from './_hall.ts'
import { giveResult, readTask } from './_programs.ts'

export interface DayTask {
  readonly url: string
  readonly services: readonly string[]
  readonly zone: string
  readonly visitors: number
  readonly displays: number
}

/** A busy day at once: every visitor takes a number, is called, served and finished; displays and a ticket page watch. */
const task = readTask<DayTask>()
const door = openDoor(task.url)
const desks = await openDesks(task.url, null)
const displays = await connectDisplays(task.url, task.displays, { view: 'display', zone: task.zone })
let taken = 0
let served = 0
while (taken < task.visitors) {
  const wave = Math.min(500, task.visitors - taken)
  for (let index = 0; index < wave; index += 10)
    await Promise.all(Array.from({ length: Math.min(10, wave - index) }, take))
  await Promise.all(desks.map(({ counter, door: own }) => empty(counter, own)))
}
displays.close()
giveResult({ served })
process.exit()

async function take(): Promise<void> {
  const service = task.services[taken++ % task.services.length]
  const { ticket } = await door.post<{ ticket: { publicCode: string } }>('/api/tickets', { service, delivery: 'none' })
  await door.get(`/api/tickets/${ticket.publicCode}`)
}

/** Calls, starts and finishes until nobody waits at this counter. */
async function empty(counter: number, own: typeof door): Promise<void> {
  for (;;) {
    const next = await own.post<{ ticket: { id: string } }>(`/api/counters/${counter}/call-next`).catch(() => null)
    if (!next) return
    await own.post(`/api/tickets/${next.ticket.id}/start`)
    await own.post(`/api/tickets/${next.ticket.id}/finish`)
    served++
  }
}
