import { type BrowserAnnouncement, openBrowserSpeaker } from '../../../drivers/speakers/browser-speaker.ts'
import type { PaceClock } from '../../../drivers/speakers/speaker.ts'
import { decodeWav } from '../../../drivers/voices/wav.ts'
import { announcement, never, testSpeaker } from './_behaviour.ts'
import { startFastClock } from './_fast-clock.ts'

type Tell = (announcement: BrowserAnnouncement) => Promise<boolean> | undefined

function openHere(clock: PaceClock, listeners = () => 1, tell: Tell = () => undefined) {
  let ids = 0
  return openBrowserSpeaker({ zone: 'A', clock, newId: () => `id-${++ids}`, listeners, tell })
}

testSpeaker(
  'browser-speaker',
  async (clock) => openHere(clock),
  async (clock) => openHere(clock, () => 0),
)

test('tells the displays at the start where the sound is, and gives it whole', async () => {
  const told: BrowserAnnouncement[] = []
  await using speaker = openHere(
    startFastClock(200),
    () => 2,
    (one) => {
      told.push(one)
      // Half of it in per cent is a quarter of it for a browser.
      expect(decodeWav(speaker.wav(one.id) ?? Buffer.alloc(0))).toEqual(announcement().audio)
      return undefined
    },
  )
  await speaker.play(announcement({ volume: 50 }), never())
  expect(told).toEqual([
    { id: 'id-1', zone: 'A', url: '/announcements/id-1.wav', durationMs: 2000, label: 'D-023', gain: 0.25 },
  ])
  expect(speaker.wav('id-2')).toBeUndefined()
})

test('keeps the last four sounds, and none once it is closed', async () => {
  const speaker = openHere(startFastClock(2000))
  for (let n = 0; n < 6; n++) await speaker.play(announcement(), never())
  const kept = () => Array.from({ length: 6 }, (_, n) => speaker.wav(`id-${n + 1}`) !== undefined)
  expect(kept()).toEqual([false, false, true, true, true, true])
  await speaker[Symbol.asyncDispose]()
  expect(kept()).not.toContain(true)
})

test('without a display that listens it fails at once, and says so', async () => {
  let listeners = 1
  await using speaker = openHere(startFastClock(1), () => listeners)
  listeners = 0
  expect(speaker.state()).toEqual({ ready: false, reason: 'no-listener' })
  await expect(speaker.play(announcement({ durationMs: 3_600_000 }), never())).rejects.toMatchObject({
    reason: 'no-listener',
  })
})

test('a live layer that throws counts as a lost listener', async () => {
  const broken = () => {
    throw new Error('socket gone')
  }
  await using speaker = openHere(startFastClock(1), () => 1, broken)
  await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'no-listener' })
})

test('counts as played when a display says so, and not when none does', async () => {
  const answers = [true, false]
  await using speaker = openHere(startFastClock(200), undefined, async () => answers.shift() ?? false)
  await expect(speaker.play(announcement(), never())).resolves.toHaveProperty('endedAt')
  await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'no-answer' })
})
