import { playlistPlan } from '../media/playlist-plan.ts'
import { agencySlipPlan, slipPlan } from '../slip/plans.ts'
import { agencyPlan, boothPlan, counterPlan } from './booth-plans.ts'
import { floorPlan, kioskPlan, zonePlan } from './building-plans.ts'
import { exceptionPlan, holidayPlan, hoursPlan } from './calendar-plans.ts'
import { keypadsPlan } from './keypad-plans.ts'
import type { Plan } from './plan.ts'
import { categoryPlan, journeyPlan, servicePlan, systemPlan } from './service-plans.ts'
import { identityPlan, prefixesPlan, rulesPlan, soundPlan, wordsPlan } from './settings-plans.ts'

/** The kinds of entries on each tab, the first one shown first. */
export const plansOf = {
  gerai: [boothPlan, counterPlan, agencyPlan, keypadsPlan],
  layanan: [servicePlan, journeyPlan, categoryPlan, systemPlan],
  jadwal: [hoursPlan, exceptionPlan, holidayPlan],
  gedung: [floorPlan, zonePlan, kioskPlan, playlistPlan],
  aturan: [rulesPlan, wordsPlan, soundPlan, slipPlan, agencySlipPlan, identityPlan, prefixesPlan],
} as const satisfies Record<string, readonly Plan[]>
export type ShelfTab = keyof typeof plansOf

export const allPlans: readonly Plan[] = Object.values(plansOf).flat()

/** How changes of a kind are worded; settings by every page that has them. */
export const plansFor = (kind: Plan['kind']): readonly Plan[] => allPlans.filter((plan) => plan.kind === kind)
