import { setTimeout as delay } from 'node:timers/promises'
import { connectDisplays } from './_displays.ts'
import { openDoor, Refused } from './_door.ts'
import { type Desk, openDesks } from './_hall.ts'
import { giveResult, readTask } from './_programs.ts'
import { takeNumbers } from './_stream.ts'

export interface CallTask {
  readonly url: string
  readonly services: readonly string[]
  readonly displays: number
  readonly zone: string
  readonly seconds: number
  readonly numbersPerSecond: number
  readonly delivery: 'print' | 'none'
  /** Waiting before the first call. */
  readonly waiting: number
  /** Pause of a desk between two visitors, ms. */
  readonly serviceMs: number
}
export interface CallResult {
  /** call-next, from request to answer, ms. */
  readonly answered: readonly number[]
  /** Numbers taken meanwhile, each second. */
  readonly perSecond: number
}

/** Every desk of the building calls, starts and finishes, each at its own pace, while numbers are taken. */
const task = readTask<CallTask>()
const door = openDoor(task.url)
const desks = await openDesks(task.url, null)
for (let index = 0; index < task.waiting; index++) await door.post('/api/tickets', bodyOf(index, 'none'))
const displays = await connectDisplays(task.url, task.displays, { view: 'display', zone: task.zone })
const answered: number[] = []
const stream = takeNumbers(door, task.numbersPerSecond, (index) => bodyOf(index, task.delivery))
const endsAt = performance.now() + task.seconds * 1000
await Promise.all(desks.map(work))
const { perSecond } = stream.stop()
displays.close()
giveResult({ answered, perSecond } satisfies CallResult)
process.exit()

function bodyOf(index: number, delivery: CallTask['delivery']) {
  return { service: task.services[index % task.services.length], delivery }
}

async function work(desk: Desk): Promise<void> {
  await delay(Math.random() * task.serviceMs)
  while (performance.now() < endsAt) {
    const ticket = await callNext(desk)
    if (ticket !== null) {
      await desk.door.post(`/api/tickets/${ticket}/start`)
      await desk.door.post(`/api/tickets/${ticket}/finish`)
    }
    await delay(task.serviceMs * (0.5 + Math.random()))
  }
}

async function callNext({ counter, door: own }: Desk): Promise<string | null> {
  const sentAt = performance.now()
  try {
    const { ticket } = await own.post<{ ticket: { id: string } }>(`/api/counters/${counter}/call-next`)
    answered.push(performance.now() - sentAt)
    return ticket.id
  } catch (error) {
    if (error instanceof Refused && error.status === 409) return null
    throw error
  }
}
