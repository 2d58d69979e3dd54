import type { Forecast } from '../../../server/contract/estimate.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { standingsOf } from '../../../server/core/next.ts'
import { createEstimator } from '../../../server/insight/estimate.ts'
import { createAgenda, createVirtualPace } from '../../../server/simulation/agenda.ts'
import { createRandom } from '../../../server/simulation/random.ts'
import { minuteMs, morning, ruledHall } from './_hall.ts'

/** What one visitor was told on joining, and the instant of the call. Instants are epoch ms. */
export interface Outcome {
  readonly joinedAt: number
  readonly forecast: Forecast
  readonly calledAt: number
}

const priorityShare = 0.06
const unansweredShare = 0.05

/**
 * Seven hours in which people keep coming at one rate and are served by the rules, every way and desk time drawn afresh.
 * The first hour is left out: the line has to grow to its usual length.
 * @param load share of the counters' time that the visitors would fill
 */
export async function watchSteadyHall(
  site: SitePackage,
  booths: readonly string[],
  load: number,
  seed: string,
): Promise<Outcome[]> {
  const random = createRandom(seed)
  const { hall, act, issue, open, callNext } = ruledHall(site)
  const { estimate: forecast } = createEstimator()
  const agenda = createAgenda()
  const pace = createVirtualPace(morning)
  const services = site.services.filter(({ booth }) => booths.includes(booth))
  const counters = site.counters.filter(({ booth }) => booths.includes(booth)).map(({ number }) => number)
  const meanMs = services.reduce((sum, { minutes }) => sum + (minutes + 1) * minuteMs, 0) / services.length
  const told = new Map<string, Pick<Outcome, 'joinedAt' | 'forecast'>>()
  const outcomes: Outcome[] = []

  const arrive = () => {
    const service = random.pick(services)?.code ?? ''
    const joinedAt = pace.now()
    const ticket = issue(service, joinedAt, random.chance(priorityShare))
    const guess = forecast(hall, { ticket }, joinedAt)
    if (guess) told.set(ticket, { joinedAt, forecast: guess })
    counters.forEach(call)
    agenda.plan(joinedAt - Math.log(1 - random.next()) * (meanMs / (counters.length * load)), arrive)
  }
  const hasPeople = (counter: number) =>
    (hall.catalogue?.profileOf(counter).flat() ?? []).some((service) => !standingsOf(hall, service).next().done)

  const call = (counter: number) => {
    if (hall.counters.get(counter)?.ticket !== null || !hasPeople(counter)) return
    const calledAt = pace.now()
    const ticket = callNext(counter, calledAt)
    const promise = told.get(ticket)
    if (promise && promise.joinedAt > morning + 60 * minuteMs) outcomes.push({ ...promise, calledAt })
    if (random.chance(unansweredShare)) {
      agenda.plan(calledAt + 1.25 * minuteMs, () => leave(counter, { verb: 'miss', ticket }))
      return
    }
    const { minutes, spread } = services.find(({ code }) => code === hall.tickets.get(ticket)?.legs[0]?.service) ?? {
      minutes: 10,
      spread: 0.6,
    }
    const startAt = calledAt + random.lognormal(minuteMs, 0.5)
    agenda.plan(startAt, () => void act({ verb: 'start', ticket }, pace.now()))
    agenda.plan(startAt + random.lognormal(minutes * minuteMs, spread), () =>
      leave(counter, { verb: 'finish', ticket, outcome: null, next: false }),
    )
  }
  const leave = (counter: number, command: Parameters<typeof act>[0]) => {
    act(command, pace.now())
    call(counter)
  }

  for (const counter of counters) open(counter)
  agenda.plan(morning, arrive)
  await agenda.run(pace, morning + 7 * 60 * minuteMs)
  return outcomes
}
