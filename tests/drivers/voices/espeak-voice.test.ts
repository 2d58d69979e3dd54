import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEspeakVoice } from '../../../drivers/voices/espeak-voice.ts'
import { script, testVoice } from './_behaviour.ts'

const folder = mkdtempSync(join(tmpdir(), 'antrean-espeak-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const program = 'espeak-ng'
const isInstalled = spawnSync(program, ['--version']).status === 0

/** A program in the place of espeak-ng that misbehaves in its own way. */
function fakeProgram(name: string, body: string): string {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/sh\n[ "$1" = --version ] && exit 0\n${body}\n`)
  chmodSync(file, 0o755)
  return file
}

if (isInstalled)
  testVoice(
    'espeak-voice',
    () => openEspeakVoice(),
    () => openEspeakVoice({ program: join(folder, 'nothing') }),
  )

test('is not installed where the program is not there', async () => {
  await using voice = await openEspeakVoice({ program: join(folder, 'nothing') })
  expect(voice.state()).toEqual({ ready: false, reason: 'not-installed' })
})

test.each([
  ['hangs', 'sleep 60'],
  ['fails', 'exit 3'],
  ['writes no sound', 'echo hello'],
  ['writes nothing', 'cat >/dev/null'],
])('is silent when the program %s', async (name, body) => {
  await using voice = await openEspeakVoice({
    program: fakeProgram(name.replaceAll(' ', '-'), `exec ${body}`.replace('exec exit', 'exit')),
    timeoutMs: 300,
  })
  expect(await voice.speak(script)).toBeNull()
})
