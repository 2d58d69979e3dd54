import type { RefusalName } from '../../../server/contract/refusals.ts'
import type { HttpAnswer } from '../../_client.ts'
import type { ApiDocument } from './_document.ts'

/** What the day refuses, and not the number or the counter: given in refusals-of-the-day.test.ts, the others in refusals.test.ts. */
const ofTheDay: ReadonlySet<string> = new Set<RefusalName>([
  'not-yet-open',
  'building-paused',
  'day-closed',
  'closed-today',
  'closed-now',
  'cut-off',
  'quota-full',
  'system-down',
  'already-holding',
  'closing-soon',
  'override-refused',
  'other-day',
])

/** A session of the demo is for one counter and takes it over, so only the hall can give these (core/counters.test.ts). */
const notInDemo: ReadonlySet<string> = new Set(['openCounter: counter-taken', 'openCounter: officer-elsewhere'])

/** Which refusals each route has given. */
export function createNotebook() {
  const given = new Set<string>()
  const isWanted = (pair: string, day: boolean) => ofTheDay.has(pair.split(': ')[1] ?? '') === day
  return {
    /** Notes the refusal of an answer and gives its name. */
    note: (id: string, { body }: Pick<HttpAnswer<unknown>, 'body'>): string | undefined => {
      const name = (body as { refusal?: { name: string } } | null)?.refusal?.name
      if (name) given.add(`${id}: ${name}`)
      return name
    },
    given: (day: boolean) => [...given].filter((pair) => isWanted(pair, day)).sort(),
    promised: ({ routes }: ApiDocument, day: boolean) =>
      routes
        .flatMap(({ id, refusals }) => refusals.map((name) => `${id}: ${name}`))
        .filter((pair) => isWanted(pair, day) && !notInDemo.has(pair))
        .sort(),
  }
}
