import { useState } from 'react'
import { Button } from '../ui-kit/button.tsx'
import { dateText, timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { minutesOfDay } from './arrivals.ts'
import { ArrivalsChart } from './arrivals-chart.tsx'
import { type Demo, type Simulation, useSimulation, type Wish } from './demo-hub.ts'
import type { StartKey } from './messages.ts'
import { RulesSwitch } from './rules-switch.tsx'

const speeds = [1, 60, 240] as const

/** A day of virtual visitors and officers, on all screens at once. */
export function SimulationPanel({ demo }: { demo: Demo }) {
  const { t, pick } = useMessages<StartKey>()
  const { simulation, start, stop } = useSimulation()
  const [chosen, setChosen] = useState<Wish>({ speed: 60 })
  const running = simulation?.running ?? false
  const isDone = simulation?.done ?? false
  const isBusy = start.isPending || stop.isPending
  const scenario = (running ? simulation?.scenario : chosen.scenario) ?? simulation?.scenarios[0]?.code
  const speed = running ? simulation?.speed : chosen.speed

  const chooseSpeed = (times: number) => {
    setChosen({ ...chosen, speed: times })
    if (running) start.mutate({ speed: times, ...(simulation?.scenario ? { scenario: simulation.scenario } : {}) })
  }
  const chooseScenario = (code: string) => {
    const next = { ...chosen, scenario: code }
    setChosen(next)
    if (running) start.mutate(next)
  }
  const says =
    start.isError || stop.isError ? t('sim.failed') : isDone ? t('sim.done') : running ? t('sim.running') : ''

  return (
    <section className="sim" aria-labelledby="sim-title">
      <div className="sim-left">
        <h2 id="sim-title">{t('sim.title')}</h2>
        <p>{t('sim.note')}</p>
        {running || isDone ? (
          <Button main icon="undo" disabled={isBusy} onClick={() => stop.mutate()}>
            {t('sim.stop')}
          </Button>
        ) : (
          <Button main icon="play-fill" disabled={isBusy || !simulation} onClick={() => start.mutate(chosen)}>
            {t('sim.start')}
          </Button>
        )}
        {isDone && (
          <Button disabled={isBusy} onClick={() => start.mutate(chosen)}>
            {t('sim.again')}
          </Button>
        )}
        <fieldset className="speeds">
          <legend className="k-sr">{t('sim.speed')}</legend>
          {speeds.map((times) => (
            <button
              key={times}
              type="button"
              aria-pressed={speed === times}
              disabled={isBusy}
              onClick={() => chooseSpeed(times)}
            >
              <span aria-hidden="true">{times}×</span>
              <span className="k-sr">{t('sim.speed.one', { n: times })}</span>
            </button>
          ))}
        </fieldset>
        <p role="status">{says}</p>
      </div>
      <div className="sim-right">
        <div className="scenes">
          <fieldset>
            <legend className="k-sr">{t('sim.scenario')}</legend>
            {simulation?.scenarios.map(({ code, name }) => (
              <button
                key={code}
                type="button"
                aria-pressed={scenario === code}
                disabled={isBusy}
                onClick={() => chooseScenario(code)}
              >
                {pick(name)}
              </button>
            ))}
          </fieldset>
        </div>
        {simulation && <DayState simulation={simulation} timeZone={demo.site.timeZone} />}
        <RulesSwitch rules={demo.rules} />
      </div>
    </section>
  )
}

function DayState({ simulation, timeZone }: { simulation: Simulation; timeZone: string }) {
  const { t, locale } = useMessages<StartKey>()
  const { figures, clock, running, done, arrivals, seed } = simulation
  const reading = timeText(clock, timeZone)
  const median = figures.medianWaitMs === null ? null : Math.round(figures.medianWaitMs / 60_000)
  return (
    <>
      <p className="sim-day">
        <span>{dateText(clock, timeZone, locale)}</span>
        {running && seed !== null && <span>{t('sim.seed', { n: seed })}</span>}
      </p>
      <ArrivalsChart arrivals={arrivals} now={running || done ? minutesOfDay(reading) : null} />
      <ul className="counts">
        <li className="counts-clock">
          <time>{reading}</time>
        </li>
        <Count value={String(figures.waiting)} word={t('figure.waiting')} />
        <Count value={String(figures.served)} word={t('figure.served')} />
        <Count value={median === null ? null : t('figure.minutes', { n: median })} word={t('figure.median')} />
        <Count value={t('figure.of', { a: figures.openBooths, b: figures.booths })} word={t('figure.booths')} />
      </ul>
    </>
  )
}

function Count({ value, word }: { value: string | null; word: string }) {
  const { t } = useMessages<StartKey>()
  return (
    <li>
      <b>{value ?? <span className="counts-none">{t('figure.none')}</span>}</b> {word}
    </li>
  )
}
