import type { Setting } from '../forms/field.ts'
import { boothName } from '../plans/options.ts'

/** "02 Disdukcapil", "Loket 2": a counter as people in the building call it. */
export function placeOf(setting: Setting, counter: number): { booth: string; counter: string; code: string | null } {
  const { site, messages } = setting
  const booth = site.counters.find(({ number }) => number === counter)?.booth
  const own = site.counters.filter((each) => each.booth === booth).map(({ number }) => number)
  const at = own.sort((a, b) => a - b).indexOf(counter) + 1
  const n = site.site.counterNaming === 'building' || booth === undefined ? counter : at
  return {
    booth: booth === undefined ? '' : boothName(setting, booth),
    counter: messages.t('place.counter', { n }),
    code: booth ?? null,
  }
}
