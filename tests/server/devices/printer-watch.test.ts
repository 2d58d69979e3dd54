import type { Printer, PrinterStatus } from '../../../drivers/printers/printer.ts'
import { createPrinterWatch } from '../../../server/devices/printer-watch.ts'
import { until } from '../../drivers/printers/_suite.ts'

/** A printer that is as the test says, on a clock of the test's own. */
function openHall(kind = 'network') {
  const hall = {
    now: 1_000,
    status: { state: 'ready', at: 0 } as PrinterStatus,
    asked: 0,
    waiting: 0,
    at: '192.0.2.10:9100',
    told: [] as string[],
  }
  const printer: Printer = {
    name: 'K1',
    print: () => Promise.reject(new Error('nobody prints here')),
    status: async () => {
      hall.asked++
      return hall.status
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
  const watch = createPrinterWatch({
    list: () => [{ kiosk: 'K1', kind, at: hall.at }],
    printerOf: () => printer,
    onChange: ({ kiosk, state }) => void hall.told.push(`${kiosk} ${state}`),
    now: () => hall.now,
    tickMs: 1,
  })
  const end = watch.begin(() => hall.waiting)
  return { hall, watch, end, askedAgain: (from: number) => until(async () => hall.asked > from) }
}

/** Longer than many ticks of the watch. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 30))

test('a printer is met without a word when all is well, and its changes are told once', async () => {
  const { hall, watch, end, askedAgain } = openHall()
  await askedAgain(0)
  await until(async () => watch.views()[0]?.state === 'ready')
  expect(hall.told).toEqual([])
  hall.status = { state: 'paper-low', at: 0 }
  hall.now += 10_000
  await until(async () => watch.views()[0]?.state === 'paper-low')
  expect(watch.views()).toEqual([
    { kiosk: 'K1', kind: 'network', at: hall.at, state: 'paper-low', since: 11_000, waiting: 0, lastError: null },
  ])
  expect(hall.told).toEqual(['K1 paper-low'])
  end()
})

test('it is asked every ten seconds, less and less often while it is away, and never while a slip waits', async () => {
  const { hall, watch, end, askedAgain } = openHall()
  await until(async () => watch.views()[0]?.state === 'ready')
  await aWhile()
  expect(hall.asked).toBe(1)
  hall.status = { state: 'offline', at: 0, reason: 'no-device' }
  hall.waiting = 1
  hall.now += 10_000
  await aWhile()
  expect(hall.asked).toBe(1)
  hall.waiting = 0
  await until(async () => watch.views()[0]?.state === 'offline')
  expect(watch.views()[0]?.lastError).toEqual({ at: 11_000, reason: 'no-device' })
  hall.now += 19_000
  await aWhile()
  expect(hall.asked).toBe(2)
  hall.now += 1_000
  await askedAgain(2)
  end()
})

test('a slip that failed there is kept as its last error, and it is asked at once', async () => {
  const { hall, watch, end, askedAgain } = openHall()
  await until(async () => watch.views()[0]?.state === 'ready')
  hall.status = { state: 'cutter-error', at: 0 }
  watch.failed('K1', 'silent')
  expect(watch.views()[0]?.lastError).toBeNull()
  watch.failed('K1', 'cut-off')
  await askedAgain(1)
  await until(async () => watch.views()[0]?.state === 'cutter-error')
  expect(watch.views()[0]?.lastError).toEqual({ at: 1_000, reason: 'cut-off' })
  end()
})

test('a printer that hangs somewhere else now is another printer', async () => {
  const { hall, watch, end } = openHall()
  await until(async () => watch.views()[0]?.state === 'ready')
  hall.at = '192.0.2.11:9100'
  hall.status = { state: 'unknown', at: 0 }
  expect(watch.views()[0]).toMatchObject({ at: hall.at, state: 'unknown' })
  end()
})
