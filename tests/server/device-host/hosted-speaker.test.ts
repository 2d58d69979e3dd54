import { createHash } from 'node:crypto'
import { type PaceClock, type Speaker, SpeakerError } from '../../../drivers/speakers/speaker.ts'
import { encodeWav } from '../../../drivers/voices/wav.ts'
import { hostedSpeaker } from '../../../server/devices/hosted.ts'
import { until } from '../../_until.ts'
import { announcement, never, testSpeaker } from '../../drivers/speakers/_behaviour.ts'
import { startFastClock } from '../../drivers/speakers/_fast-clock.ts'
import { code, type HostRig, openRig } from './_rig.ts'

/** A sound card that plays a sound for as long as it lasts by this clock, and remembers what it was given. */
function openCard(clock: PaceClock = startFastClock(50)) {
  const heard: Buffer[] = []
  let fault: 'no-device' | null = null
  let onState = () => {}
  let playing = 0
  let most = 0
  const speaker: Speaker = {
    name: 'default',
    state: () => (fault ? { ready: false, reason: fault } : { ready: true }),
    async play({ audio, durationMs }, signal) {
      most = Math.max(most, ++playing)
      const startedAt = clock.now()
      await clock.sleep(durationMs, signal).finally(() => playing--)
      if (fault) throw new SpeakerError('default', fault)
      heard.push(encodeWav(audio))
      return { startedAt, endedAt: clock.now() }
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
  return {
    heard,
    most: () => most,
    isPlaying: () => playing > 0,
    open: (listener: () => void) => {
      onState = listener
      return speaker
    },
    lose: (next: 'no-device' | null) => {
      fault = next
      onState()
    },
  }
}

/** A clock by which every sound lasts until it is let end. */
function openGate() {
  let letEnd = () => {}
  const gate = new Promise<void>((resolve) => {
    letEnd = resolve
  })
  const clock: PaceClock = {
    now: Date.now,
    sleep: (_ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted()
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
        void gate.then(resolve)
      }),
  }
  return { clock, letEnd }
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
let ids = 0
const speakerOf = (rig: HostRig, clock = startFastClock(50)) =>
  hostedSpeaker({ name: 'A', device: 'default', host: rig.door.at(code), clock, newId: () => `sound-${++ids}` })
const isReady = (rig: HostRig) => until(() => rig.door.at(code).speakerFault('default') === null)

testSpeaker(
  'a hosted sound card',
  async (clock) => {
    const rig = await openRig({ speaker: openCard(clock).open })
    await isReady(rig)
    return closingRig(speakerOf(rig, clock), rig)
  },
  async () => {
    const rig = await openRig({ speaker: openCard().open })
    rig.cable.pull()
    await until(() => rig.door.at(code).journal() === null)
    return closingRig(speakerOf(rig), rig)
  },
)
const closingRig = (speaker: Speaker, rig: HostRig): Speaker => ({
  ...speaker,
  [Symbol.asyncDispose]: async () => {
    await speaker[Symbol.asyncDispose]()
    await rig[Symbol.asyncDispose]()
  },
})

describe('a sound card on another PC', () => {
  test('plays the very samples, however many pieces they travel in', async () => {
    const card = openCard()
    await using rig = await openRig({ speaker: card.open })
    await isReady(rig)
    const long = { sampleRate: 22050, samples: Int16Array.from({ length: 400_000 }, (_, at) => (at * 7919) % 30_000) }
    const heard = [announcement(), announcement({ audio: long }), announcement()]
    for (const one of heard) await speakerOf(rig).play(one, never())
    expect(card.heard.map(digest)).toEqual(heard.map(({ audio }) => digest(encodeWav(audio))))
  })

  test('a lost card is said to the hub, and found again', async () => {
    const card = openCard()
    await using rig = await openRig({ speaker: card.open })
    await isReady(rig)
    const speaker = speakerOf(rig)
    card.lose('no-device')
    await until(() => !speaker.state().ready)
    expect(speaker.state()).toEqual({ ready: false, reason: 'no-device' })
    await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'no-device' })
    card.lose(null)
    await isReady(rig)
    await speaker.play(announcement(), never())
    expect(card.heard).toHaveLength(1)
  })

  test('a line cut in the middle of a sound fails it at once; the next one waits until the first has ended', async () => {
    const gate = openGate()
    const card = openCard(gate.clock)
    await using rig = await openRig({ speaker: card.open })
    await isReady(rig)
    const speaker = speakerOf(rig)
    const cut = expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'offline' })
    await until(card.isPlaying)
    rig.cable.cut()
    await cut
    await rig.isThere()
    await isReady(rig)
    const next = speaker.play(announcement(), never())
    await rig.door.at(code).status('K1')
    gate.letEnd()
    await next
    expect(card.heard).toHaveLength(2)
    expect(card.most()).toBe(1)
  })

  test('a sound that waits for another is dropped when its hub goes: nobody waits for it any more', async () => {
    const gate = openGate()
    const card = openCard(gate.clock)
    await using rig = await openRig({ speaker: card.open })
    await isReady(rig)
    const lost = ['D-023', 'D-024'].map((label) =>
      expect(speakerOf(rig).play(announcement({ label }), never())).rejects.toMatchObject({ reason: 'offline' }),
    )
    await until(card.isPlaying)
    // Both orders are there when a question that came after them is answered.
    await rig.door.at(code).status('K1')
    await rig.door.at(code).status('K1')
    rig.cable.cut()
    await Promise.all(lost)
    await rig.isThere()
    await isReady(rig)
    gate.letEnd()
    await speakerOf(rig).play(announcement({ label: 'D-025' }), never())
    expect(card.heard).toHaveLength(2)
  })

  test('found by three tones when somebody asks which loudspeaker it is', async () => {
    const card = openCard()
    await using rig = await openRig({ speaker: card.open })
    await isReady(rig)
    rig.listeners.order('device-1', 'identify')
    await until(() => card.heard.length > 0)
    expect(card.heard[0]?.length).toBeGreaterThan(22_050)
    expect(card.heard[0]?.subarray(44).some((byte) => byte !== 0)).toBe(true)
  })
})
