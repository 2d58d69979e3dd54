import { setTimeout as delay } from 'node:timers/promises'

const hangMs = 120_000

/** Waits for something to become true. Its limit only ends a wait in vain: no test is judged by the speed of the machine. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + hangMs
  while (!(await isTrue())) {
    if (performance.now() > giveUpAt) throw new Error(`waited ${hangMs / 1000} s in vain for ${isTrue}`)
    await delay(10)
  }
}
