import { createServer } from 'node:net'
import { gravest } from '../../../server/cli/doctor.ts'
import { printerStates, speakerStates } from '../../../server/contract/devices.ts'
import { checkChain, checkFlush, checkRoom } from '../../../server/doctor/disk.ts'
import { attention, bad, good } from '../../../server/doctor/finding.ts'
import { checkClock, checkMemory, checkNode } from '../../../server/doctor/machine.ts'
import { checkAddress, isPortFree } from '../../../server/doctor/network.ts'
import { printerFinding } from '../../../server/doctor/printers.ts'
import { checkFreeWords, clipsFinding, speakerFinding } from '../../../server/doctor/sound.ts'

const gb = 1024 ** 3
const now = Date.parse('2026-07-14T01:42:00Z')
const clock = { synchronised: true, zone: 'Asia/Makassar', now }
const health = { version: '1', demo: false, site: 'paser', seq: 1, screens: 1, clock: 'jumped' as const }

it.each([
  ['an old Node.js', checkNode('v18.19.0'), 'bad'],
  ['a new one', checkNode('v22.1.0'), 'good'],
  ['little memory left', checkMemory({ free: 0.1 * gb, total: 4 * gb }), 'bad'],
  ['a small computer', checkMemory({ free: gb, total: 1.5 * gb }), 'attention'],
  ['enough memory', checkMemory({ free: gb, total: 4 * gb }), 'good'],
  ['a clock from the network', checkClock(clock, null), 'good'],
  ['a clock by itself', checkClock({ ...clock, synchronised: false }, null), 'attention'],
  ['a clock nobody knows of', checkClock({ ...clock, synchronised: null }, null), 'attention'],
  ['a clock without a battery', checkClock({ ...clock, now: 0 }, null), 'bad'],
  ['a clock that jumped', checkClock(clock, { address: '', health, devices: null }), 'bad'],
  ['a full disk', checkRoom('/srv', 0.5 * gb), 'bad'],
  ['a disk that fills', checkRoom('/srv', 3 * gb), 'attention'],
  ['a slow disk', checkFlush('/srv', 80), 'attention'],
  ['a memory card', checkFlush('/srv', 400), 'bad'],
  ['a fast disk', checkFlush('/srv', 2), 'good'],
  ['a broken chain', checkChain(41, 42), 'bad'],
  ['no network', checkAddress('127.0.0.1'), 'bad'],
  ['a missing voice', clipsFinding(false, []), 'bad'],
  ['missing words', clipsFinding(true, ['id/dua']), 'attention'],
  ['no voice for free words', checkFreeWords(false), 'attention'],
  ['a device without rights', printerFinding('K1', '/dev/usb/lp0', 'offline', 'no-permission'), 'bad'],
])('%s', (_what, { verdict, says }, expected) => {
  expect(verdict).toBe(expected)
  for (const sentence of [says.id, says.en]) expect(sentence).toMatch(/^[A-Z\d].*[^.]\.$/)
  // What is not good says what to do.
  if (expected !== 'good') expect(says.id).toMatch(/[:,] \S/)
})

it('every state of a printer and of a loudspeaker has a sentence of its own', () => {
  const printers = printerStates.map((state) => printerFinding('K1', '192.0.2.10:9100', state).says.id)
  expect(new Set(printers).size).toBe(printerStates.length)
  const speakers = speakerStates.map((state) => speakerFinding('A', 'default', state).says.en)
  expect(new Set(speakers).size).toBe(speakerStates.length)
})

it('the gravest finding decides', () => {
  const some = [good('a', '', ''), attention('b', '', ''), bad('c', '', '')]
  expect([gravest([]), gravest(some.slice(0, 2)), gravest(some)]).toEqual(['good', 'attention', 'bad'])
})

it('a port that is taken is not free', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await isPortFree(port)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
  expect(await isPortFree(port)).toBe(true)
})
