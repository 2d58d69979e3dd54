import { resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Finding, Verdict } from '../doctor/finding.ts'
import { examine } from '../doctor/run-doctor.ts'

interface Options {
  readonly data: string
  readonly hub?: string
  readonly lang: 'id' | 'en'
  readonly print: boolean
  readonly json: boolean
}

const marks: Readonly<Record<Verdict, string>> = { good: '✓', attention: '!', bad: '✗' }

const ends: Readonly<Record<'id' | 'en', Readonly<Record<Verdict, string>>>> = {
  id: {
    good: 'Semua baik.',
    attention: 'Berjalan; baris dengan ! sebaiknya dilihat.',
    bad: 'Ada yang harus dibetulkan: baris dengan ✗.',
  },
  en: {
    good: 'Everything is well.',
    attention: 'It works; have a look at the lines with !.',
    bad: 'Something must be put right: the lines with ✗.',
  },
}

/** The gravest of them. */
export const gravest = (findings: readonly Finding[]): Verdict =>
  (['bad', 'attention'] as const).find((verdict) => findings.some((each) => each.verdict === verdict)) ?? 'good'

/** Puts `doctor` on the command line. @param root folder of the program */
export function doctorCommand(
  program: Command,
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
): Command {
  return program
    .command('doctor')
    .description('test printers, sound, displays, clock, disk and network; says in one sentence each what to do')
    .option('--data <folder>', 'data folder', environment.DATA_DIR ?? './data')
    .option('--hub <url>', 'the running hub; without it the one of the data folder', address)
    .addOption(new Option('--lang <language>', 'language of the sentences').choices(['id', 'en']).default('id'))
    .option('--print', 'also print a test slip on every printer of this computer', false)
    .option('--json', 'machine-readable', false)
    .action(async ({ data, hub, lang, print, json }: Options) => {
      const findings = await examine({
        dataDir: resolve(data),
        root,
        hubAddress: hub ?? null,
        port: Number(environment.PORT || 8080),
        publicUrl: environment.PUBLIC_URL?.replace(/\/$/, '') || null,
        isPrinting: print,
      })
      const verdict = gravest(findings)
      if (json) say(JSON.stringify({ verdict, findings }, null, 2))
      else {
        for (const { verdict, says } of findings) say(`${marks[verdict]} ${says[lang]}`)
        say(ends[lang][verdict])
      }
      process.exitCode = verdict === 'bad' ? 1 : 0
    })
}

function address(text: string): string {
  if (/^https?:\/\/./.test(text)) return text
  throw new InvalidArgumentError('must be an address that begins with http:// or https://')
}
