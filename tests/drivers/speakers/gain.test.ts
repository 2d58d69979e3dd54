import { atVolume, gainOf } from '../../../drivers/speakers/gain.ts'

const pcm = { sampleRate: 22050, samples: Int16Array.of(0, 1, -1, 1000, -32768, 32767) }
const decibels = (volume: number) => 20 * Math.log10(gainOf(volume))

test('100 changes not one sample, and nothing is ever made louder', () => {
  expect(atVolume(pcm, 100)).toBe(pcm)
  expect(atVolume(pcm, 250)).toBe(pcm)
  expect(gainOf(101)).toBe(1)
})

test('half the volume is twelve decibels less, a tenth forty, and 0 is silence', () => {
  expect(decibels(50)).toBeCloseTo(-12.04, 2)
  expect(decibels(10)).toBeCloseTo(-40, 5)
  expect([...atVolume(pcm, 50).samples]).toEqual([0, 0, 0, 250, -8192, 8192])
  expect([...atVolume(pcm, 0).samples].every((sample) => Math.abs(sample) === 0)).toBe(true)
  expect(pcm.samples[4]).toBe(-32768)
})
