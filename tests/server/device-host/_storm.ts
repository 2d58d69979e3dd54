import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import type { Printer, PrintResult } from '../../../drivers/printers/printer.ts'
import { hostedPrinter } from '../../../server/devices/hosted.ts'
import { createRandom } from '../../../server/simulation/random.ts'
import { openLoopback } from '../../drivers/printers/_loopback.ts'
import { startDeviceHost } from '../../faults/_device-host.ts'
import { code, networkPlan, openCable, openHubDoor, token } from './_rig.ts'

const mishaps = ['host killed', 'hub killed', 'cable cut', 'none'] as const

export interface StormReport {
  /** What must never be; empty when all is well. */
  readonly broken: readonly string[]
  readonly outcomes: Readonly<Record<string, number>>
}

/**
 * Slips to a printer at a device host of a process of its own, one after another; at any moment of each the host is
 * killed, the hub is lost with all it knew, or the cable is cut. No slip comes twice, none that counts as printed is
 * missing, and none that was refused comes out.
 */
export async function printThroughStorm({ seed, jobs }: { seed: string; jobs: number }): Promise<StormReport> {
  const random = createRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'antrean-storm-'))
  writeFileSync(join(folder, 'credential.json'), JSON.stringify({ token, place: code, name: 'PC' }))
  const loopback = await openLoopback()
  const lent = { printers: [{ printer: 'K1', plan: networkPlan(loopback.port) }], speakers: [] }
  let hub = await openHubDoor(lent)
  const cable = await openCable(() => hub.port)
  let host = startDeviceHost(cable.url, folder)
  await hub.isThere()

  const open = (): Printer => hostedPrinter('K1', hub.door.at(code), Date.now)
  const outcomes: Record<string, number> = {}
  const broken: string[] = []
  const bytesOf = (index: number) =>
    Buffer.from(`\x1b@<slip ${index}>${'#'.repeat(60_000)}</slip ${index}>\n`, 'latin1')

  for (let index = 0; index < jobs; index++) {
    const job = uuidv7()
    const slip = { job, label: `D-${index}`, bytes: bytesOf(index) }
    loopback.device.fault = { kind: 'slow', pauseMs: random.between(5, 65) }
    const printing = open().print(slip)
    await delay(random.between(0, 80))
    const mishap = mishaps[index] ?? random.pick(mishaps) ?? 'none'
    let result: Promise<PrintResult> | undefined = printing
    if (mishap === 'host killed') {
      await host.kill()
      host = startDeviceHost(cable.url, folder)
    } else if (mishap === 'cable cut') cable.cut()
    else if (mishap === 'hub killed') {
      await hub[Symbol.asyncDispose]()
      hub = await openHubDoor(lent)
      result = open().outcomeOf?.(job)
    }
    const { outcome } = (await result) ?? { outcome: 'unknown' }
    outcomes[`${mishap}: ${outcome}`] = (outcomes[`${mishap}: ${outcome}`] ?? 0) + 1
    if (outcome === 'unknown') await delay(100)
    const paper = Buffer.concat(loopback.device.slips()).toString('latin1')
    const count = (text: string) => paper.split(text).length - 1
    const [begun, ended] = [count(`<slip ${index}>`), count(`</slip ${index}>`)]
    const isWell = outcome === 'printed' ? begun === 1 && ended === 1 : outcome === 'refused' ? begun === 0 : begun <= 1
    if (!isWell) broken.push(`${seed}, slip ${index}, ${mishap}: ${outcome}, begun ${begun} times, ended ${ended}`)
  }
  // Once more over the whole roll: nothing came out later.
  const paper = Buffer.concat(loopback.device.slips()).toString('latin1')
  for (let index = 0; index < jobs; index++)
    if (paper.split(`<slip ${index}>`).length > 2) broken.push(`${seed}, slip ${index} came twice`)

  await host[Symbol.asyncDispose]()
  cable.close()
  await hub[Symbol.asyncDispose]()
  await loopback[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
  return { broken, outcomes }
}
