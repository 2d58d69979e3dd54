import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readSwitches, writeSwitches } from '../drivers/printers/slip-folder.ts'
import type { Building } from './building.ts'
import { type AdjustableClock, type Clock, createAdjustableClock } from './clock.ts'
import type { SitePackage } from './contract/site.ts'
import type { SimulationAnswer, SimulationWish } from './http/demo-operations.ts'
import { readHallView } from './readings/overview.ts'
import { paceOf } from './simulation/agenda.ts'
import { enterHall } from './simulation/enter-hall.ts'
import type { DayProgress } from './simulation/report.ts'
import { type Scenario, scenarioOf, scenarios } from './simulation/scenario.ts'
import { dayStartOf, simulate } from './simulation/simulate.ts'

export interface DemoDayOptions {
  readonly dataDir: string
  /** The building as it is when a day begins. */
  readonly site: () => SitePackage
  open(dataDir: string, clock: Clock, site: SitePackage): Promise<Building>
  /** Puts a hall on all screens. */
  show(building: Building): void
  /** Puts the real hall back. */
  back(): void
  readonly log: { error(data: object, sentence: string): void }
}

interface Run {
  readonly scenario: Scenario
  readonly seed: number
  readonly clock: AdjustableClock
  readonly building: Building
  readonly abort: AbortController
  progress: DayProgress | null
  ended: Promise<void>
}

const daysKept = 3
const defaultSpeed = 60

/** The simulated day of the demo: a hall of its own in a fresh folder, on all screens until somebody asks for the hall again. */
export function createDemoDay({ dataDir, site, open, show, back, log }: DemoDayOptions) {
  let run: Run | null = null
  let turn = Promise.resolve()

  /** Starting and stopping wait for each other. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work)
    return turn
  }

  const stopRun = async () => {
    const stopped = run
    if (!stopped) return
    run = null
    back()
    stopped.abort.abort()
    await stopped.ended
    await stopped.building[Symbol.asyncDispose]()
  }

  const startRun = async (wish: SimulationWish) => {
    const scenario = scenarioOf(wish.scenario ?? run?.scenario.code ?? 'normal') ?? (scenarios[0] as Scenario)
    const speed = wish.speed ?? run?.clock.speed ?? defaultSpeed
    const isSameDay =
      run &&
      run.scenario.code === scenario.code &&
      !run.progress?.done &&
      wish.seed === undefined &&
      wish.visitors === undefined
    if (run && isSameDay) {
      run.clock.setSpeed(speed)
      show(run.building)
      return
    }
    await stopRun()
    const present = site()
    const clock = createAdjustableClock({ startAt: dayStartOf(scenario, present.site.timeZone), speed })
    const building = await open(await freshFolder(join(dataDir, 'simulations')), clock, present)
    const abort = new AbortController()
    const next: Run = {
      scenario,
      seed: wish.seed ?? 1,
      clock,
      building,
      abort,
      progress: null,
      ended: Promise.resolve(),
    }
    const hall = enterHall(building.hall, paceOf(clock), {
      forecast: building.lens().forecast,
      terms: (_hall, asking) => building.lens().terms(asking),
      printers: printersOf(building),
    })
    next.ended = simulate(hall, {
      scenario,
      seed: next.seed,
      ...(wish.visitors === undefined ? {} : { visitors: wish.visitors }),
      signal: abort.signal,
      onProgress: (progress) => {
        next.progress = progress
      },
    }).then(
      () => undefined,
      (error: unknown) => {
        if (!abort.signal.aborted) log.error({ err: error }, 'the simulated day broke off')
      },
    )
    run = next
    show(building)
  }

  return {
    onScreens: () => run && { seed: run.seed, speed: run.clock.speed },
    state: (stage: Building): SimulationAnswer => ({
      running: run !== null,
      scenario: run?.scenario.code ?? null,
      seed: run?.seed ?? null,
      speed: stage.clock.speed,
      clock: stage.clock.now(),
      day: stage.hall.told.day,
      visitors: run?.progress?.visitors ?? 0,
      done: run?.progress?.done ?? false,
      figures: figuresOf(stage),
      arrivals: [...(run?.progress?.arrivals ?? [])],
      scenarios: scenarios.map(({ code, name }) => ({ code, name })),
    }),
    start: (wish: SimulationWish) => inTurn(() => startRun(wish)),
    stop: () => inTurn(stopRun),
    [Symbol.asyncDispose]: () => inTurn(stopRun),
  }
}

export type DemoDay = ReturnType<typeof createDemoDay>

function figuresOf(stage: Building): SimulationAnswer['figures'] {
  const { figures, booths } = readHallView(stage.lens())
  const { waiting, served, medianWaitMs, openBooths } = figures
  return {
    waiting,
    served,
    called: stage.hall.told.calls.filter(({ reason }) => reason !== null).length,
    medianWaitMs,
    openBooths,
    booths: booths.length,
  }
}

const printersOf = (building: Building) => ({
  setPaper: async (kiosk: string, isThere: boolean) => {
    const folder = building.printerFolder(kiosk)
    await writeSwitches(folder, { ...(await readSwitches(folder)), paperOut: !isThere })
  },
})

/** A folder for a new day; of the earlier ones only the latest are kept. */
async function freshFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true })
  const numbers = (await readdir(parent))
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => a - b)
  for (const old of numbers.slice(0, -daysKept)) await rm(join(parent, String(old)), { recursive: true, force: true })
  const folder = join(parent, String((numbers.at(-1) ?? 0) + 1))
  await mkdir(folder)
  return folder
}
