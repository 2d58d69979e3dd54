import { connectDisplays } from './_displays.ts'
import { giveResult, readTask } from './_programs.ts'

export interface FanoutTask {
  readonly url: string
  readonly displays: number
  readonly rounds: number
}

/** Socket.IO alone: from one screen's word to the server until the last of all has it, ms. */
const { url, displays: count, rounds } = readTask<FanoutTask>()
const displays = await connectDisplays(url, count, null)
const toLastDisplay: number[] = []
for (let index = 0; index < rounds; index++) {
  const heard = displays.heardByAll(1)
  const sentAt = performance.now()
  displays.first.emit('shout', 1)
  toLastDisplay.push((await heard) - sentAt)
}
displays.close()
giveResult({ toLastDisplay })
process.exit()
