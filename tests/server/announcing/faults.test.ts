import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { openVirtualSpeaker } from '../../../drivers/speakers/virtual-speaker.ts'
import { openClipVoice } from '../../../drivers/voices/clip-voice.ts'
import { createAnnouncementMaker } from '../../../server/announcing/announcement.ts'
import type { AnnouncementLog } from '../../../server/announcing/call.ts'
import { openAnnouncements } from '../../../server/store/announcements.ts'
import { startFastClock } from '../../drivers/speakers/_fast-clock.ts'
import { createAnnouncementTable } from '../store/_announcement-table.ts'
import { callOf, oddSpeaker, openArbiter, readSpoken } from './_hall.ts'

const root = mkdtempSync(join(tmpdir(), 'antrean-faults-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
let folders = 0
const newFolder = () => join(root, String(folders++))

const clock = startFastClock(200)
const broken = () => oddSpeaker('broken', () => Promise.reject(new Error('no such device')))
const throwing = () =>
  oddSpeaker('throwing', () => {
    throw new Error('driver bug')
  })

/** A real log over a real database, behind the asynchronous port that a worker gives. */
function openLog(): AnnouncementLog {
  const database = new Database(':memory:')
  createAnnouncementTable(database)
  const announcements = openAnnouncements(drizzle(database))
  return {
    record: async (fate) => announcements.record(fate),
    settled: async (callSeqs) => announcements.settled(callSeqs),
  }
}

const said = (fates: readonly { callSeq: number; state: string; reason: string | null }[]) =>
  fates.map((fate) => `${fate.callSeq} ${fate.state} ${fate.reason}`)

test('a speaker that fails or throws does not stop the others, nor the queue', async () => {
  const folder = newFolder()
  const virtual = await openVirtualSpeaker({ folder, zone: 'A', clock })
  const { arbiter, fates, warnings } = await openArbiter([broken(), virtual, throwing()], { clock })
  for (const seq of [1, 2]) arbiter.announce(callOf(seq))
  await arbiter.idle()
  expect(readSpoken(folder, 'A').map((line) => line.label)).toEqual(['D-001', 'D-002'])
  expect(said(fates)).toEqual(['1 spoken null', '2 spoken null'])
  expect(warnings).toHaveLength(4)
})

test('when no speaker plays, or there is none, the call has failed and says why', async () => {
  const { arbiter, fates } = await openArbiter([], { speakers: (zone) => (zone === 'A' ? [broken()] : []) })
  arbiter.announce(callOf(1))
  arbiter.announce(callOf(2, { zone: 'B' }))
  await arbiter.idle()
  expect(said(fates).sort()).toEqual(['1 failed speaker-failed', '2 failed no-speaker'])
})

test('a speaker that hangs is left behind after its time and passed over until it comes back', async () => {
  const folder = newFolder()
  const virtual = await openVirtualSpeaker({ folder, zone: 'A', clock })
  let release = () => {}
  let asked = 0
  const hanging = oddSpeaker('hanging', async () => {
    asked += 1
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return { startedAt: 0, endedAt: 0 }
  })
  const { arbiter, fates } = await openArbiter([hanging, virtual], { clock })
  for (const seq of [1, 2]) arbiter.announce(callOf(seq))
  await arbiter.idle()
  expect(readSpoken(folder, 'A').map((line) => line.label)).toEqual(['D-001', 'D-002'])
  expect(said(fates)).toEqual(['1 spoken null', '2 spoken null'])
  expect(asked).toBe(1)

  release()
  await new Promise(setImmediate)
  arbiter.announce(callOf(3))
  setTimeout(() => release(), 50)
  await arbiter.idle()
  expect(asked).toBe(2)
}, 15_000)

test('when the voice is lost the chime alone sounds, and the call has failed for want of a voice', async () => {
  const folder = newFolder()
  const virtual = await openVirtualSpeaker({ folder, zone: 'A', clock })
  const voice = await openClipVoice({ folder: join(root, 'no clips') })
  const { arbiter, fates } = await openArbiter([virtual], { clock, make: createAnnouncementMaker(voice) })
  arbiter.announce(callOf(1))
  await arbiter.idle()
  const [line] = readSpoken(folder, 'A')
  expect(line).toMatchObject({ lang: 'none', sentence: '' })
  expect(Date.parse(line?.endedAt ?? '') - Date.parse(line?.startedAt ?? '')).toBeGreaterThanOrEqual(700)
  expect(said(fates)).toEqual(['1 failed no-voice'])
})

test('a broken rule, listener or log is reported and stops nothing', async () => {
  const fail = () => {
    throw new Error('bug')
  }
  const quick = oddSpeaker('quick', async () => ({ startedAt: 0, endedAt: 0 }))
  const log: AnnouncementLog = { record: () => Promise.reject(new Error('full')), settled: fail }
  const { arbiter, warnings } = await openArbiter([quick], { isStillCalled: fail, onFate: fail, announcements: log })
  for (const seq of [1, 2]) arbiter.announce(callOf(seq))
  await arbiter.idle()
  expect(warnings).toHaveLength(6)
})

describe('after a restart', () => {
  test('calls still called and not yet spoken are spoken, in order; the others are not repeated', async () => {
    const folder = newFolder()
    const announcements = openLog()
    {
      await using speaker = await openVirtualSpeaker({ folder, zone: 'A', clock })
      const { arbiter } = await openArbiter([speaker], {
        clock,
        announcements,
        onFate: (fate) => {
          if (fate.callSeq === 3) queueMicrotask(() => void arbiter[Symbol.asyncDispose]())
        },
      })
      for (const seq of [1, 2, 3, 4, 5, 6]) arbiter.announce(callOf(seq))
      await arbiter.idle()
    }
    await using speaker = await openVirtualSpeaker({ folder, zone: 'A', clock })
    const { arbiter } = await openArbiter([speaker], {
      clock,
      announcements,
      isStillCalled: (call) => call.seq !== 5,
    })
    await arbiter.resume([6, 5, 4, 3, 2, 1].map((seq) => callOf(seq)))
    await arbiter.idle()
    expect(readSpoken(folder, 'A').map((line) => line.label)).toEqual(['D-001', 'D-002', 'D-003', 'D-004', 'D-006'])
    const settled = await announcements.settled([1, 2, 3, 4, 5, 6])
    expect(settled.map(({ callSeq }) => callSeq).sort()).toEqual([1, 2, 3, 4, 6])
  })

  test('a log that cannot be read loses no call', async () => {
    const quick = oddSpeaker('quick', async () => ({ startedAt: 0, endedAt: 0 }))
    const { arbiter, fates } = await openArbiter([quick], {
      announcements: { record: async () => {}, settled: () => Promise.reject(new Error('locked')) },
    })
    await arbiter.resume([callOf(1)])
    await arbiter.idle()
    expect(said(fates)).toEqual(['1 spoken null'])
  })
})

test('closing in the middle of an announcement ends it, gives it no fate, and takes no more calls', async () => {
  const folder = newFolder()
  const slow = startFastClock(1)
  await using speaker = await openVirtualSpeaker({ folder, zone: 'A', clock: slow })
  const { arbiter, recorded, warnings } = await openArbiter([speaker], { clock: slow })
  for (const seq of [1, 2]) arbiter.announce(callOf(seq))
  while (arbiter.state()[0]?.speaking === null) await new Promise(setImmediate)
  await arbiter[Symbol.asyncDispose]()
  await arbiter[Symbol.asyncDispose]()
  arbiter.announce(callOf(3))
  await arbiter.idle()
  expect(recorded).toEqual([])
  expect(warnings).toEqual([])
  expect(readSpoken(folder, 'A')).toEqual([])
})
