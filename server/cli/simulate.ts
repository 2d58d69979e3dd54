import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import {
  type DayProgress,
  type DayReport,
  readBuilding,
  runSimulatedDay,
  scenarioOf,
  scenarios,
} from '../simulated-day.ts'

export interface SimulateOutput {
  /** Results. */
  say(text: string): void
  /** Progress and complaints: not part of the results. */
  tell(text: string): void
}

interface Options {
  readonly site: string
  readonly scenario: string
  readonly visitors?: number
  readonly seed: number
  readonly data?: string
  readonly rules: 'demo' | 'full'
  readonly json: boolean
}

/** Puts `simulate` on the command line. @param root folder of the program */
export function simulateCommand(
  program: Command,
  root: string,
  dataDir: string,
  output: SimulateOutput = standardOutput,
): Command {
  return program
    .command('simulate')
    .description('run a day of virtual visitors and officers in a hall of its own, and check that every rule held')
    .option('--site <file>', 'site package (JSON)', join(root, 'sites/paser.json'))
    .addOption(
      new Option('--scenario <name>', 'what kind of day').choices(scenarios.map(({ code }) => code)).default('normal'),
    )
    .option('--visitors <count>', "instead of the scenario's own number", wholeNumber(1, 5000))
    .option('--seed <number>', 'the same seed gives the same day', wholeNumber(0, 2_147_483_647), 1)
    .option('--data <folder>', 'an empty folder for the journal (default: a new one under the data folder)')
    .addOption(
      new Option('--rules <which>', 'full: hours, cut-off, quotas and the closing promise are in force')
        .choices(['demo', 'full'])
        .default('demo'),
    )
    .option('--json', 'print the result as JSON', false)
    .action(async (options: Options) => {
      const scenario = scenarioOf(options.scenario)
      if (!scenario) throw new Error(`There is no scenario ${options.scenario}.`)
      const fresh = join(
        dataDir,
        'simulations',
        `${new Date().toISOString().replace(/[:.]/g, '-')}-${scenario.code}-${options.seed}`,
      )
      const folder = resolve(options.data ?? fresh)
      const site = await readBuilding(resolve(options.site))
      await mkdir(folder, { recursive: true })
      const { report, breaches } = await runSimulatedDay({
        site,
        scenario,
        seed: options.seed,
        rules: options.rules,
        ...(options.visitors === undefined ? {} : { visitors: options.visitors }),
        dataDir: folder,
        files: {
          worker: join(root, 'dist/server/journal-worker.js'),
          migrations: join(root, 'dist/server/migrations'),
        },
        log: { error: (_data, sentence) => output.tell(`${sentence}\n`) },
        onProgress: teller(output, site.site.timeZone),
      })
      const time = timeWriter(site.site.timeZone)
      output.say(
        options.json
          ? `${JSON.stringify({ ...report, breaches, folder }, null, 2)}\n`
          : `${table(report, time)}Journal: ${folder}\n`,
      )
      if (breaches.length === 0) return
      output.tell(`What must never happen did:\n${breaches.map((breach) => `  ${breach}\n`).join('')}`)
      process.exitCode = 1
    })
}

const standardOutput: SimulateOutput = {
  say: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
}

const wholeNumber = (from: number, to: number) => (text: string) => {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < from || number > to)
    throw new InvalidArgumentError(`It must be a whole number from ${from} to ${to}.`)
  return number
}

function timeWriter(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
  return (at) => format.format(at)
}

/** One line each half hour of the simulated day. */
function teller({ tell }: SimulateOutput, timeZone: string): (progress: DayProgress) => void {
  const time = timeWriter(timeZone)
  let last = ''
  return ({ clock, visitors, waiting, served, openBooths, done }) => {
    const now = time(clock)
    if (now === last || (!done && !/[03]0$/.test(now))) return
    last = now
    tell(`${now}  came ${visitors}  waiting ${waiting}  served ${served}  open booths ${openBooths}\n`)
  }
}

const minutes = (ms: number | null): string => (ms === null ? '-' : (ms / 60_000).toFixed(0))

function table(report: DayReport, time: (at: number) => string): string {
  const { estimates, longestLine, booths, promises } = report
  const rows = [
    ['booth', 'numbers', 'visits', 'median wait', '90 % wait'],
    ...booths.map(({ sign, name, tickets, services, medianWaitMs, p90WaitMs }) => [
      `${sign} ${name}`,
      String(tickets),
      String(services),
      `${minutes(medianWaitMs)} min`,
      `${minutes(p90WaitMs)} min`,
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const share = estimates.given === 0 ? '-' : `${Math.round((100 * estimates.kept) / estimates.given)} %`
  return [
    ...rows.map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    ),
    '',
    `${report.scenario}, seed ${report.seed}, ${report.date}: ${report.visitors} visitors, ${report.tickets} numbers, ${report.events} events`,
    `done ${report.served}, cancelled ${report.cancelled}, no-show ${report.noShow}, expired ${report.expired}; ${report.missedCalls} calls nobody answered`,
    `wait: median ${minutes(report.medianWaitMs)} min, 90 % within ${minutes(report.p90WaitMs)} min; ${report.outOfOrder} calls out of order, each by its rule`,
    longestLine ? `longest line: ${longestLine.waiting} at ${longestLine.booth}, ${time(longestLine.at)}` : 'no line',
    `called inside the range that was shown: ${share} of ${estimates.given} (${estimates.earlier} earlier, ${estimates.later} later)`,
    ...(promises.green.given + promises.amber.given === 0
      ? []
      : [
          `served before closing: ${promises.green.kept} of ${promises.green.given} promised, ${promises.amber.kept} of ${promises.amber.given} perhaps`,
        ]),
    '',
  ].join('\n')
}
