import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openDoor } from './_door.ts'
import { median, round, spreadOf } from './_figures.ts'
import { busiestZone, openDesks, readServiceCodes } from './_hall.ts'
import { newFolder, type Running, root, runClient, startHub, startRival } from './_programs.ts'
import type { CallResult, CallTask } from './call-client.ts'
import type { CommitTask } from './commit-client.ts'
import type { DayTask } from './day-client.ts'
import type { DisplayResult, DisplayTask } from './display-client.ts'
import type { FanoutTask } from './fanout-client.ts'
import type { IssueResult, IssueTask } from './issue-client.ts'

export interface Scale {
  readonly rounds: number
  readonly issueSeconds: number
  /** Calls a round of each kind. */
  readonly calls: number
  readonly callSeconds: number
  readonly visitors: number
}

const clients = 50
const displays = 100
const numbersPerSecond = 50

/** One answer of the hub, for the servers that are measured beside it. */
async function readAnswer(hub: Running, services: readonly string[]): Promise<object> {
  const door = openDoor(hub.url)
  const answer = await door.post<object>('/api/tickets', { service: services[0], delivery: 'none' })
  door.close()
  return answer
}

/** Numbers a second: the hub, an Express route with nothing behind it, one with a commit a request, and SQLite alone. */
export async function measureIssue({ rounds, issueSeconds: seconds }: Scale) {
  using folder = newFolder()
  await using hub = await startHub(join(folder.path, 'hub'))
  const services = await readServiceCodes(hub.url)
  const answer = JSON.stringify(await readAnswer(hub, services))
  await using bare = await startRival('bare-express', { ANSWER: answer })
  await using commits = await startRival('commit-per-request', { ANSWER: answer, DATA_DIR: join(folder.path, 'rows') })
  const issue = ({ url }: Running, withKeys = false) =>
    runClient<IssueTask, IssueResult>('issue-client', { url, seconds, clients, services, withKeys })
  const runs = {
    issue: () => issue(hub),
    bareExpress: () => issue(bare),
    commitPerRequest: () => issue(commits),
    issueWithKeys: () => issue(hub, true),
    rawCommits: () => rawCommits(folder.path, seconds / 2, answer),
  }
  const found: Record<keyof typeof runs, IssueResult[]> = {
    issue: [],
    bareExpress: [],
    commitPerRequest: [],
    issueWithKeys: [],
    rawCommits: [],
  }
  const names = Object.keys(runs) as (keyof typeof runs)[]
  // The first round only warms the compilers of all of them.
  for (let index = 0; index <= rounds; index++) {
    for (const name of names) {
      const result = await runs[name]()
      if (index > 0) found[name].push(result)
    }
  }
  const figures = (name: keyof typeof runs) => ({
    perSecond: Math.round(median(found[name].map(({ perSecond }) => perSecond))),
    rounds: found[name].map(({ perSecond }) => Math.round(perSecond)),
  })
  return {
    issue: { ...figures('issue'), p50: latency(found.issue, 'p50'), p99: latency(found.issue, 'p99') },
    bareExpress: figures('bareExpress'),
    commitPerRequest: figures('commitPerRequest'),
    rawCommits: figures('rawCommits'),
    issueWithKeys: figures('issueWithKeys'),
  }
}

const latency = (results: readonly IssueResult[], name: 'p50' | 'p99') => median(results.map((result) => result[name]))

async function rawCommits(folder: string, seconds: number, text: string): Promise<IssueResult> {
  process.env.DATA_DIR = join(folder, 'raw')
  const { perSecond } = await runClient<CommitTask, { perSecond: number }>('commit-client', { seconds, text })
  return { perSecond, p50: 0, p99: 0 }
}

/** From a call to the last of 100 displays: the hub, the least server that could do it, and Socket.IO alone. */
export async function measureDisplays({ rounds, calls }: Scale) {
  using folder = newFolder()
  await using hub = await startHub(join(folder.path, 'hub'))
  const services = await readServiceCodes(hub.url)
  const zone = await busiestZone(hub.url)
  const answer = JSON.stringify(await readAnswer(hub, services))
  await using least = await startRival('least-server', { ANSWER: answer, DATA_DIR: join(folder.path, 'rows') })
  const run = ({ url }: Running, place: string | null, everyMs: number) =>
    runClient<DisplayTask, DisplayResult>('display-client', {
      url,
      displays,
      calls,
      everyMs,
      numbersPerSecond,
      services,
      zone: place,
    })
  const found = {
    hub: [] as number[][],
    hubPaced: [] as number[][],
    least: [] as number[][],
    leastPaced: [] as number[][],
  }
  const fanout: number[][] = []
  for (let index = 0; index <= rounds; index++) {
    const turn = {
      hub: (await run(hub, zone, 0)).toLastDisplay,
      least: (await run(least, null, 0)).toLastDisplay,
      hubPaced: (await run(hub, zone, pacedMs)).toLastDisplay,
      leastPaced: (await run(least, null, pacedMs)).toLastDisplay,
    }
    const alone = await runClient<FanoutTask, { toLastDisplay: number[] }>('fanout-client', {
      url: least.url,
      displays,
      rounds: calls,
    })
    if (index === 0) continue
    for (const name of Object.keys(found) as (keyof typeof found)[]) found[name].push([...turn[name]])
    fanout.push(alone.toLastDisplay)
  }
  return {
    callToDisplay: { ...spreadOf(found.hubPaced), backToBack: spreadOf(found.hub), paced: spreadOf(found.hubPaced) },
    leastServer: {
      ...spreadOf(found.leastPaced),
      backToBack: spreadOf(found.least),
      paced: spreadOf(found.leastPaced),
    },
    rawFanout: spreadOf(fanout),
  }
}

const pacedMs = 150

/** call-next of every desk of the building, with displays watching and numbers taken; then with slips printed as well. */
export async function measureCalls({ rounds, callSeconds: seconds }: Scale) {
  using folder = newFolder()
  await using hub = await startHub(folder.path)
  const services = await readServiceCodes(hub.url)
  const zone = await busiestZone(hub.url)
  const run = (delivery: CallTask['delivery']) =>
    runClient<CallTask, CallResult>('call-client', {
      url: hub.url,
      services,
      displays,
      zone,
      seconds,
      numbersPerSecond,
      delivery,
      waiting: 500,
      serviceMs: 2000,
    })
  const calm: number[][] = []
  const printing: number[][] = []
  let perSecond = 0
  for (let index = 0; index <= rounds; index++) {
    const one = await run('none')
    const other = await run('print')
    if (index === 0) continue
    calm.push([...one.answered])
    printing.push([...other.answered])
    perSecond = other.perSecond
  }
  return {
    callNext: { ...spreadOf(calm), calls: calm.flat().length },
    callNextWhilePrinting: {
      ...spreadOf(printing),
      calls: printing.flat().length,
      printsPerSecond: round(perSecond, 1),
    },
  }
}

/** What a busy day leaves behind: memory, and the time until a killed hub calls again. */
export async function measureDay({ visitors }: Scale) {
  using folder = newFolder()
  let residentMb: number
  let firstStartMs: number
  {
    await using hub = await startHub(folder.path)
    firstStartMs = hub.startMs
    const services = await readServiceCodes(hub.url)
    const zone = await busiestZone(hub.url)
    const { served } = await runClient<DayTask, { served: number }>('day-client', {
      url: hub.url,
      services,
      zone,
      visitors,
      displays: 30,
    })
    if (served !== visitors) throw new Error(`${served} of ${visitors} visitors were served`)
    residentMb = hub.residentMb()
    await hub.stop('SIGKILL')
  }
  const startedAt = performance.now()
  await using again = await startHub(folder.path)
  const [desk] = await openDesks(again.url, null, 1)
  if (!desk) throw new Error('the building has no counter')
  await desk.door.post('/api/tickets', { service: desk.services[0], delivery: 'none' })
  await desk.door.post(`/api/counters/${desk.counter}/call-next`)
  return {
    day: { visitors, residentMb: round(residentMb, 1) },
    start: {
      firstMs: Math.round(firstStartMs),
      againMs: Math.round(again.startMs),
      toFirstCallMs: Math.round(performance.now() - startedAt),
    },
  }
}

/** What a kiosk loads before it can be touched, kB: the page, its scripts and styles gzipped, its letters as they are. */
export function weighKiosk(): { gzippedKb: number; lettersKb: number } | null {
  const folder = join(root, 'dist/screens')
  const read = (path: string) => readFileSync(join(folder, path))
  try {
    const page = read('kiosk-ui/index.html')
    const named = [...page.toString('utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(
      (match) => match[1] ?? '',
    )
    const parts = [page, ...new Set(named)].map((part) => (typeof part === 'string' ? read(part) : part))
    const letters = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.woff2'))
    return {
      gzippedKb: round(parts.reduce((sum, part) => sum + gzipSync(part).length, 0) / 1000, 1),
      lettersKb: round(letters.reduce((sum, name) => sum + read(`assets/${name}`).length, 0) / 1000, 1),
    }
  } catch {
    return null
  }
}
