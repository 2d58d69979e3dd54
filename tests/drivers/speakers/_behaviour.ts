import type { Announcement, PaceClock, Speaker } from '../../../drivers/speakers/speaker.ts'
import { startFastClock } from './_fast-clock.ts'

/** Two seconds of sound; `change` makes it another. */
export const announcement = (change: Partial<Announcement> = {}): Announcement => ({
  at: Date.parse('2026-07-14T00:00:00.125Z'),
  zone: 'A',
  label: 'D-023',
  counter: 5,
  call: 1,
  lang: 'id',
  sentence: 'Nomor antrean D, nol dua tiga.',
  audio: { sampleRate: 8000, samples: Int16Array.from({ length: 16000 }, (_, at) => 9000 * Math.sin(at / 4)) },
  durationMs: 2000,
  ...change,
})

export const never = () => new AbortController().signal

/** What every speaker must do. `lost` opens one whose device is not there. */
export function testSpeaker(
  name: string,
  open: (clock: PaceClock) => Promise<Speaker>,
  lost: (clock: PaceClock) => Promise<Speaker>,
) {
  describe(`${name} as a speaker`, () => {
    test('is ready, and plays as long as the sound lasts, in the hall’s clock', async () => {
      const clock = startFastClock(20)
      await using speaker = await open(clock)
      expect(speaker.state()).toEqual({ ready: true })
      const before = clock.now()
      const { startedAt, endedAt } = await speaker.play(announcement(), never())
      expect(startedAt).toBeGreaterThanOrEqual(before)
      expect(endedAt - startedAt).toBeGreaterThanOrEqual(1999)
      expect(endedAt).toBeLessThanOrEqual(clock.now())
    })

    test('plays one after another, and refuses to play two at once', async () => {
      await using speaker = await open(startFastClock(50))
      const first = speaker.play(announcement(), never())
      await expect(speaker.play(announcement({ label: 'D-024' }), never())).rejects.toMatchObject({ reason: 'busy' })
      const one = await first
      const two = await speaker.play(announcement({ label: 'D-025' }), never())
      expect(two.startedAt).toBeGreaterThanOrEqual(one.endedAt)
    })

    test('stops when it is told to, and can play again', async () => {
      await using speaker = await open(startFastClock(1))
      const stop = new AbortController()
      const playing = speaker.play(announcement({ durationMs: 3_600_000 }), stop.signal)
      stop.abort(new Error('enough'))
      await expect(playing).rejects.toThrow('enough')
      await expect(speaker.play(announcement(), stop.signal)).rejects.toThrow('enough')
      await expect(speaker.play(announcement({ durationMs: 1 }), never())).resolves.toHaveProperty('endedAt')
    })

    test('opens without its device, says so, and rejects instead of throwing', async () => {
      await using speaker = await lost(startFastClock(50))
      expect(speaker.state().ready).toBe(false)
      await expect(speaker.play(announcement(), never())).rejects.toHaveProperty('reason')
    })

    test('closes in the middle of an announcement, twice, and says so', async () => {
      const speaker = await open(startFastClock(1))
      const playing = speaker.play(announcement({ durationMs: 3_600_000 }), never())
      const refused = expect(playing).rejects.toMatchObject({ reason: 'closed' })
      await speaker[Symbol.asyncDispose]()
      await speaker[Symbol.asyncDispose]()
      await refused
      expect(speaker.state()).toEqual({ ready: false, reason: 'closed' })
      await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'closed' })
    })
  })
}
