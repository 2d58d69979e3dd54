import type { Building } from './building.ts'
import type { SimulationAnswer } from './http/demo-operations.ts'

export function createDemoDay(_options: object) {
  return {
    onScreens: () => null,
    state: (stage: Building): SimulationAnswer => ({
      running: false,
      scenario: null,
      seed: null,
      speed: stage.clock.speed,
      clock: stage.clock.now(),
      day: stage.hall.told.day,
      visitors: 0,
      done: false,
      figures: { waiting: 0, served: 0, called: 0, medianWaitMs: null, openBooths: 0, booths: 0 },
      arrivals: [],
      scenarios: [],
    }),
    start: async () => {},
    stop: async () => {},
    [Symbol.asyncDispose]: async () => {},
  }
}
