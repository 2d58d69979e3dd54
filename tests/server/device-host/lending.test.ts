import type { Printer } from '../../../drivers/printers/printer.ts'
import type { Speaker } from '../../../drivers/speakers/speaker.ts'
import { encodeWav } from '../../../drivers/voices/wav.ts'
import type { JobJournal } from '../../../server/device-host/journal.ts'
import { createLentPrinters } from '../../../server/device-host/lent-printers.ts'
import { createLentSpeakers } from '../../../server/device-host/lent-speakers.ts'
import { until } from '../../_until.ts'
import { networkPlan } from './_rig.ts'

/** On no disk, so that nothing but the lending itself holds a slip up. */
const journal: JobJournal = {
  id: 'journal',
  since: () => 0,
  ended: () => undefined,
  begin: async () => undefined,
  end: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
}

/** A device of which it is known how many drivers hold it, and what they were told; everything takes until it is let end. */
function openDevice() {
  let drivers = 0
  const holding = new Set<number>()
  const begun: string[] = []
  const waiting: (() => void)[] = []
  return {
    /** Gives how it is closed. */
    opened: () => {
      const driver = drivers++
      holding.add(driver)
      return async () => void holding.delete(driver)
    },
    open: () => holding.size,
    begun,
    work: (what: string) => {
      begun.push(what)
      return new Promise<void>((resolve) => waiting.push(resolve))
    },
    letEnd: () => waiting.shift()?.(),
  }
}

function lendPrinters() {
  const device = openDevice()
  const open = (): Printer => {
    const close = device.opened()
    return {
      name: 'K1',
      print: async ({ job }) => {
        await device.work(job)
        return { outcome: 'printed' }
      },
      status: async () => ({ state: 'ready', at: 0 }),
      outcomeOf: async () => ({ outcome: 'unknown', reason: 'interrupted' }),
      [Symbol.asyncDispose]: close,
    }
  }
  const printers = createLentPrinters({
    journal,
    pieces: { whole: () => new Uint8Array(1) },
    open,
    now: Date.now,
    onTrouble: () => undefined,
  })
  const print = (job: string) => printers.print({ printer: 'K1', job, label: 'A-001', bytes: '', withinMs: 60_000 })
  return { device, printers, print }
}
const k1 = (port: number) => ({ printer: 'K1', plan: networkPlan(port) })

test('a printer that is taken away while it is opened anew is closed, and no other is left open', async () => {
  const { device, printers } = lendPrinters()
  printers.lend([k1(9100)])
  printers.lend([k1(9101)])
  printers.lend([])
  await until(() => device.open() === 0)
  printers.lend([k1(9100)])
  void printers.reload()
  await printers[Symbol.asyncDispose]()
  expect(device.open()).toBe(0)
})

test('a printer that is taken away and lent again ends its slip first: two are never on one paper', async () => {
  const { device, printers, print } = lendPrinters()
  printers.lend([k1(9100)])
  const first = print('one')
  await until(() => device.begun.length === 1)
  printers.lend([])
  printers.lend([k1(9100)])
  const second = print('two')
  // Whatever would begin at once has begun by then.
  await new Promise((resolve) => setImmediate(resolve))
  expect(device.begun).toEqual(['one'])
  device.letEnd()
  await first
  await until(() => device.begun.length === 2)
  device.letEnd()
  expect(await second).toEqual({ outcome: 'printed' })
  await printers[Symbol.asyncDispose]()
  expect(device.open()).toBe(0)
})

test('a sound card that is taken away while it is opened anew is closed; lent again, it ends its sound first', async () => {
  const device = openDevice()
  const open = (name: string): Speaker => {
    const close = device.opened()
    return {
      name,
      state: () => ({ ready: true }),
      play: async () => {
        await device.work('sound')
        return { startedAt: 0, endedAt: 1 }
      },
      [Symbol.asyncDispose]: close,
    }
  }
  const wav = encodeWav({ sampleRate: 8000, samples: new Int16Array(8) })
  const pieces = { whole: () => wav }
  const speakers = createLentSpeakers({ pieces, open, onStates: () => undefined, onTrouble: () => undefined })
  const play = (id: string) => speakers.play({ id, device: 'default', bytes: '', durationMs: 1 })
  speakers.lend([{ device: 'default' }])
  void speakers.reload()
  speakers.lend([])
  await until(() => device.open() === 0)

  speakers.lend([{ device: 'default' }])
  const first = play('one')
  await until(() => device.begun.length === 1)
  speakers.lend([])
  speakers.lend([{ device: 'default' }])
  const second = play('two')
  await new Promise((resolve) => setImmediate(resolve))
  expect(device.begun).toHaveLength(1)
  device.letEnd()
  expect(await first).toEqual({ played: true })
  await until(() => device.begun.length === 2)
  device.letEnd()
  expect(await second).toEqual({ played: true })
  await speakers[Symbol.asyncDispose]()
  expect(device.open()).toBe(0)
})
