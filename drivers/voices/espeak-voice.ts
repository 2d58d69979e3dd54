import { spawn } from 'node:child_process'
import { clipLoudness, levelTo } from './level.ts'
import { trimSilence } from './trim.ts'
import type { Language, Pcm, Script, Voice, VoiceState } from './voice.ts'
import { decodeWav } from './wav.ts'

export type EspeakVoiceOptions = { program?: string; timeoutMs?: number }

const sampleRate = 22050
const voices: Record<Language, string> = { id: 'id', en: 'en-gb' }

/** Words per minute asked of espeak-ng: a whole sentence with its pauses then comes near 110. */
const wordsPerMinute = 140

/** The system's espeak-ng, one short child process a sentence. Where it is not installed, `state` says so. */
export async function openEspeakVoice({
  program = 'espeak-ng',
  timeoutMs = 2000,
}: EspeakVoiceOptions = {}): Promise<Voice> {
  const run = (args: readonly string[], text: string) => runProgram(program, args, text, timeoutMs)
  const installed = await run(['--version'], '').then(
    () => true,
    () => false,
  )
  let closed = false

  return {
    name: 'espeak-ng',
    sampleRate,
    state(): VoiceState {
      if (closed) return { ready: false, reason: 'closed' }
      return installed ? { ready: true, missing: [] } : { ready: false, reason: 'not-installed' }
    },
    async speak({ language, groups }: Script): Promise<Pcm | null> {
      const text = groups.map((group) => group.map((word) => word.text).join(' ')).join(', ')
      if (closed || !installed || text === '') return null
      try {
        const args = ['-v', voices[language], '-s', String(wordsPerMinute), '--stdin', '--stdout']
        const said = trimSilence(decodeWav(await run(args, text)))
        return said.sampleRate === sampleRate && said.samples.length > 0 ? levelTo(said, clipLoudness) : null
      } catch {
        return null
      }
    },
    async [Symbol.asyncDispose]() {
      closed = true
    },
  }
}

/** Runs a program to its end and answers what it wrote; rejects when it is not there, fails or takes too long. */
function runProgram(program: string, args: readonly string[], input: string, timeoutMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      signal: AbortSignal.timeout(timeoutMs),
      killSignal: 'SIGKILL',
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(output)) : reject(new Error(`${program} ended with ${code}`)),
    )
    child.stdin.on('error', reject)
    child.stdin.end(input)
  })
}
