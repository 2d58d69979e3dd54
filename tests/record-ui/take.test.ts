import { decodeWav } from '../../drivers/voices/wav.ts'
import { amplitudeOf, createTape } from '../../record-ui/take.ts'
import { wavText } from '../../record-ui/wav.ts'

const rate = 48_000
const block = (amplitude: number) => Float32Array.from({ length: 480 }, (_, at) => amplitude * (at % 2 === 0 ? 1 : -1))
const feed = (tape: ReturnType<typeof createTape>, amplitude: number, ms: number) => {
  for (let at = 0; at < ms; at += 10) tape.add(block(amplitude))
}

test('a take leaves out the sound of the key, hears the voice, and ends by itself when it is quiet again', () => {
  const tape = createTape(rate, 0.001)
  feed(tape, 0.9, 150)
  expect(tape.hasVoice()).toBe(false)
  feed(tape, 0.001, 500)
  feed(tape, 0.1, 600)
  expect([tape.hasVoice(), tape.isOver()]).toEqual([true, false])
  feed(tape, 0.001, 800)
  expect(tape.isOver()).toBe(false)
  feed(tape, 0.001, 20)
  expect(tape.isOver()).toBe(true)
  expect(tape.samples().length).toBe((1920 * rate) / 1000)
})

test('a breath in the middle of a word does not end it; a take without a voice ends after ten seconds', () => {
  const tape = createTape(rate, 0.001)
  feed(tape, 0, 150)
  for (let word = 0; word < 3; word++) {
    feed(tape, 0.1, 300)
    feed(tape, 0.001, 500)
  }
  expect(tape.isOver()).toBe(false)
  const silent = createTape(rate, 0.001)
  feed(silent, 0.001, 10_000)
  expect([silent.isOver(), silent.hasVoice()]).toEqual([false, false])
  feed(silent, 0.001, 200)
  expect(silent.isOver()).toBe(true)
})

test('in a loud room the voice must be louder', () => {
  const tape = createTape(rate, 0.05)
  feed(tape, 0, 150)
  feed(tape, 0.1, 500)
  expect(tape.hasVoice()).toBe(false)
  feed(tape, 0.2, 100)
  expect(tape.hasVoice()).toBe(true)
})

test('what is sent is a WAV that the hub reads', () => {
  const sound = decodeWav(Buffer.from(wavText(Float32Array.of(0, 0.5, -0.5, 1.5, -1.5), 44_100), 'base64'))
  expect(sound).toEqual({ sampleRate: 44_100, samples: Int16Array.of(0, 16_384, -16_384, 32_767, -32_768) })
  expect(amplitudeOf(block(0.25))).toBeCloseTo(0.25, 5)
})
