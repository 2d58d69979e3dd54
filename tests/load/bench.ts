import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { round } from './_figures.ts'
import { type Figures, type Limit, limitsOf } from './_limits.ts'
import { measureCalls, measureDay, measureDisplays, measureIssue, type Scale, weighKiosk } from './_measures.ts'
import { root } from './_programs.ts'

/** `npm run bench [-- --quick]`: what the hub does beside what is physically possible here, in one run. */
const isQuick = process.argv.includes('--quick')
const scale: Scale = isQuick
  ? { rounds: 2, issueSeconds: 1.5, calls: 30, callSeconds: 4, visitors: 1000 }
  : { rounds: 5, issueSeconds: 3, calls: 60, callSeconds: 6, visitors: 4000 }

const say = (line: string) => console.log(line)
/** Programs that wanted a core in the minute before: what exceeds zero disturbs every figure that is no ratio. */
const loadBefore = round(loadavg()[0] ?? 0)
const figures: Figures = {
  ...(await step('numbers a second', measureIssue)),
  ...(await step('call to display', measureDisplays)),
  ...(await step('call-next', measureCalls)),
  ...(await step('a busy day, a kill, a start', measureDay)),
  kiosk: weighKiosk(),
}
const limits = limitsOf(figures)
const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', node: process.version, loadBefore }
writeFileSync(join(root, 'bench.json'), `${JSON.stringify({ quick: isQuick, machine, ...figures, limits }, null, 2)}\n`)
print(figures, limits)
if (loadBefore > machine.cores / 4) {
  say(
    `\nThis machine was busy with other work (load ${loadBefore} on ${machine.cores} cores): only the ratios mean much.`,
  )
}

async function step<T>(name: string, measure: (scale: Scale) => Promise<T>): Promise<T> {
  process.stderr.write(`measuring: ${name}\n`)
  return measure(scale)
}

function print(found: Figures, all: readonly Limit[]): void {
  const perSecond = (name: 'issue' | 'issueWithKeys' | 'bareExpress' | 'commitPerRequest' | 'rawCommits') =>
    found[name].perSecond
  table(
    ['a second, 50 clients', ''],
    [
      ['hub: numbers taken, durable', perSecond('issue')],
      ['hub: the same, each with an idempotency key', perSecond('issueWithKeys')],
      ['Express, same JSON, nothing behind', perSecond('bareExpress')],
      ['Express, one commit a request', perSecond('commitPerRequest')],
      ['SQLite commits alone, one after another', perSecond('rawCommits')],
    ],
  )
  const { callToDisplay, leastServer, rawFanout, callNext, callNextWhilePrinting } = found
  const row = (name: string, { p50, p99 }: { p50: number; p99: number }) => [name, p50, p99]
  table(
    ['ms', 'p50', 'p99'],
    [
      row('call → last of 100 displays, paced', callToDisplay.paced),
      row('least server, paced', leastServer.paced),
      row('call → last of 100 displays, back to back', callToDisplay.backToBack),
      row('least server, back to back', leastServer.backToBack),
      row('Socket.IO fan-out alone', rawFanout),
      row('call-next, 50 numbers a second', callNext),
      row('call-next, 50 slips a second', callNextWhilePrinting),
    ],
  )
  table(
    ['limit', 'measured', '', ''],
    all.map(({ what, measured, limit, passed }) => [what, measured, limit, passed ? 'passed' : 'MISSED']),
  )
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const lines = [head, ...rows].map((line) => line.map(String))
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  say('')
  for (const line of lines) {
    say(
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
  }
}
