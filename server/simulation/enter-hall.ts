import type { LiveHall } from '../hall.ts'
import type { Pace } from './agenda.ts'
import type { SimulatedHall } from './world.ts'

/** A live hall as virtual people reach it. `passTime` is left out where the hall has timers of its own. */
export function enterHall(
  hall: LiveHall,
  pace: Pace,
  also: Pick<SimulatedHall, 'passTime' | 'forecast' | 'terms' | 'printers'> = {},
): SimulatedHall {
  return {
    ...also,
    ...pace,
    get told() {
      return hall.told
    },
    subscribe: hall.subscribe,
    execute: async (command, actor) => {
      const result = await hall.execute({ command, actor, device: null, key: null, fingerprint: '' })
      if ('mismatch' in result) throw new Error('a command without a key cannot meet another')
      return result.outcome
    },
  }
}
