import { setTimeout as delay } from 'node:timers/promises'
import { connectDisplays } from './_displays.ts'
import { type Door, openDoor } from './_door.ts'
import { openDesks } from './_hall.ts'
import { giveResult, readTask } from './_programs.ts'
import { takeNumbers } from './_stream.ts'

export interface DisplayTask {
  readonly url: string
  readonly displays: number
  readonly calls: number
  /** Pause between calls, ms; 0 for back to back. */
  readonly everyMs: number
  readonly numbersPerSecond: number
  readonly services: readonly string[]
  /** The zone of the hub's displays; null for a server that is no hub. */
  readonly zone: string | null
}
export interface DisplayResult {
  /** From sending the call until the last display has it, ms. */
  readonly toLastDisplay: readonly number[]
  /** From sending the call until its answer, ms. */
  readonly answered: readonly number[]
}

/** One desk after another calls; measured until the last display has heard it. */
interface Caller {
  readonly counters: readonly number[]
  call(counter: number): Promise<unknown>
  /** What an officer does between two calls; not measured. */
  serve(counter: number): Promise<unknown>
}

const task = readTask<DisplayTask>()
const door = openDoor(task.url)
const caller = task.zone === null ? leastCaller(door) : await hallCaller(task.zone)
const displays = await connectDisplays(
  task.url,
  task.displays,
  task.zone === null ? null : { view: 'display', zone: task.zone },
)
const stream = takeNumbers(door, task.numbersPerSecond, bodyOf)
const toLastDisplay: number[] = []
const answered: number[] = []
for (let index = 0; index < task.calls; index++) {
  const counter = caller.counters[index % caller.counters.length] ?? 1
  const heard = displays.heardByAll(counter)
  const sentAt = performance.now()
  const answer = caller.call(counter).then(() => answered.push(performance.now() - sentAt))
  toLastDisplay.push((await heard) - sentAt)
  await answer
  await caller.serve(counter)
  if (task.everyMs > 0) await delay(task.everyMs * (0.5 + Math.random()))
}
stream.stop()
displays.close()
giveResult({ toLastDisplay, answered } satisfies DisplayResult)
process.exit()

function bodyOf(index: number) {
  return { service: task.services[index % task.services.length], delivery: 'none' }
}

function leastCaller(server: Door): Caller {
  return {
    counters: [1],
    call: (counter) => server.post(`/api/counters/${counter}/call-next`),
    serve: async (counter) => {
      await server.post(`/api/counters/${counter}/start`)
      await server.post(`/api/counters/${counter}/finish`)
    },
  }
}

async function hallCaller(zone: string): Promise<Caller> {
  const desks = await openDesks(task.url, zone)
  const tickets = new Map<number, string>()
  const perDesk = Math.ceil(task.calls / desks.length)
  for (const { services } of desks) {
    for (let number = 0; number < perDesk; number++) {
      await door.post('/api/tickets', { service: services[number % services.length], delivery: 'none' })
    }
  }
  const deskOf = new Map(desks.map((desk) => [desk.counter, desk.door]))
  const at = (counter: number) => deskOf.get(counter) as Door
  return {
    counters: desks.map(({ counter }) => counter),
    call: async (counter) => {
      const { ticket } = await at(counter).post<{ ticket: { id: string } }>(`/api/counters/${counter}/call-next`)
      tickets.set(counter, ticket.id)
    },
    serve: async (counter) => {
      const ticket = tickets.get(counter)
      await at(counter).post(`/api/tickets/${ticket}/start`)
      await at(counter).post(`/api/tickets/${ticket}/finish`)
    },
  }
}
