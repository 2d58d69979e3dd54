import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openAlsaSpeaker } from '../../../drivers/speakers/alsa-speaker.ts'
import type { PaceClock } from '../../../drivers/speakers/speaker.ts'
import { until } from '../../_until.ts'
import { announcement, never, testSpeaker } from './_behaviour.ts'
import { startFastClock } from './_fast-clock.ts'

const program = resolve('dist/server/alsa-child.js')
const folder = mkdtempSync(join(tmpdir(), 'antrean-alsa-'))
const played = join(folder, 'played.raw')
/** A device that writes every sample it plays into a file. The package asks the default device too, whatever it plays into. */
writeFileSync(
  join(folder, 'asound.conf'),
  `pcm.void { type null }
pcm.!default { type plug slave.pcm "void" }
pcm.tape { type plug slave.pcm { type file slave.pcm "void" file "${played}" format "raw" } }
`,
)
process.env.ALSA_CONFIG_PATH = join(folder, 'asound.conf')
afterAll(() => {
  delete process.env.ALSA_CONFIG_PATH
  rmSync(folder, { recursive: true, force: true })
})

/** Where the package could not be built, the speaker has to say so; what it plays is shown where it could. */
const isInstalled = (() => {
  try {
    createRequire(__filename).resolve('speaker/build/Release/binding.node')
    return true
  } catch {
    return false
  }
})()

const openHere = (clock: PaceClock, device: string, childProgram = program) =>
  openAlsaSpeaker({
    name: `alsa ${device}`,
    device,
    clock,
    program: childProgram,
    lookAgainMs: { first: 20, most: 100 },
  })

async function openReady(clock: PaceClock, device = 'tape') {
  const speaker = openHere(clock, device)
  await until(() => speaker.state().ready)
  return speaker
}

async function openLost(clock: PaceClock, device = 'nowhere') {
  const speaker = openHere(clock, device)
  await until(() => JSON.stringify(speaker.state()).includes(isInstalled ? 'no-device' : 'driver-not-installed'))
  return speaker
}

if (isInstalled) {
  testSpeaker('alsa-speaker', openReady, openLost)

  test('an ALSA device is given the samples of the announcement, each of them and no other', async () => {
    await using speaker = await openReady(startFastClock(50))
    const sound = announcement()
    await speaker.play(sound, never())
    const { samples } = sound.audio
    const heard = readFileSync(played)
    expect(heard.length).toBe(samples.byteLength)
    expect(heard.equals(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength))).toBe(true)
  })
} else {
  test('where the package could not be built the speaker says so and plays nothing', async () => {
    await using speaker = await openLost(startFastClock(50), 'tape')
    expect(speaker.state()).toEqual({ ready: false, reason: 'driver-not-installed' })
    await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'driver-not-installed' })
  })
}

test('a process that dies at once is a device that is not there', async () => {
  const broken = join(folder, 'broken.js')
  writeFileSync(broken, 'process.abort()')
  await using speaker = openHere(startFastClock(50), 'tape', broken)
  await until(() => JSON.stringify(speaker.state()).includes('no-device'))
})

test('a card that goes away while it plays is said to be away, and is there again by itself', async () => {
  const gone = join(folder, 'gone')
  const fragile = join(folder, 'fragile.js')
  writeFileSync(
    fragile,
    `process.send({ isInstalled: true })
process.on('disconnect', () => process.exit())
process.on('message', ({ id }) => {
  if (require('node:fs').existsSync(${JSON.stringify(gone)})) process.abort()
  process.send({ id, isPlayed: true })
})`,
  )
  await using speaker = openHere(startFastClock(50), 'tape', fragile)
  await until(() => speaker.state().ready)
  writeFileSync(gone, '')
  await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'no-device' })
  expect(speaker.state()).toEqual({ ready: false, reason: 'no-device' })
  rmSync(gone)
  await until(() => speaker.state().ready)
  await expect(speaker.play(announcement({ durationMs: 1 }), never())).resolves.toHaveProperty('endedAt')
})

test('a machine without the package says that the driver is not installed', async () => {
  const bare = join(folder, 'bare.js')
  writeFileSync(bare, 'process.send({ isInstalled: false })')
  await using speaker = openHere(startFastClock(50), 'tape', bare)
  await until(() => JSON.stringify(speaker.state()).includes('driver-not-installed'))
  await expect(speaker.play(announcement(), never())).rejects.toMatchObject({ reason: 'driver-not-installed' })
})
