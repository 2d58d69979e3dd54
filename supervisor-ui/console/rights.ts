import type { SitePackage } from '../../server/contract/site.ts'
import type { SiteAnswer } from '../../server/contract/site-wire.ts'
import type { Entry } from '../forms/path.ts'
import type { Plan } from '../plans/plan.ts'

type Editable = Pick<SiteAnswer, 'editable' | 'site'>

/** Of an agency's own entries, what is the building's to give and what is the agency's to say. The hub decides; this shows it. */
const ownParts: Partial<Record<Plan['kind'], (part: string) => boolean>> = {
  agencies: (part) => part === 'schedule' || part === 'slip',
  booths: (part) => !['code', 'floor', 'zone', 'place', 'sign', 'prefix', 'agency'].includes(part),
  counters: (part) => part === 'profile' || part === 'breaks',
  services: () => true,
  exceptions: () => true,
}

/** Kinds of which an agency makes and takes away entries of its own. */
const ownKinds: readonly Plan['kind'][] = ['services', 'exceptions']

/** The agency that an entry belongs to; null for what is the building's. */
function agencyOf(site: SitePackage, kind: Plan['kind'], entry: Entry): string | null {
  const ofBooth = (code: unknown) => site.booths.find((booth) => booth.code === code)?.agency ?? null
  switch (kind) {
    case 'agencies':
      return String(entry.code)
    case 'booths':
      return String(entry.agency)
    case 'counters':
    case 'services':
      return ofBooth(entry.booth)
    case 'exceptions': {
      const scope = (entry.scope ?? {}) as Entry
      if (scope.agency !== undefined) return String(scope.agency)
      if (scope.booth !== undefined) return ofBooth(scope.booth)
      return ofBooth(site.services.find(({ code }) => code === scope.service)?.booth)
    }
    default:
      return null
  }
}

/** Whether anything of the entry is this person's to change. */
export const mayOpen = ({ editable, site }: Editable, kind: Plan['kind'], entry: Entry): boolean =>
  editable.all || (editable.agency !== null && kind in ownParts && agencyOf(site, kind, entry) === editable.agency)

/** Whether this part of it is: the manager changes all, an agency what is its own. */
export const mayChange = (reading: Editable, kind: Plan['kind'], entry: Entry, path: string): boolean =>
  reading.editable.all || (mayOpen(reading, kind, entry) && (ownParts[kind]?.(path.split('.')[0] ?? '') ?? false))

/** Whether this person makes new entries of the kind, and takes own ones away. */
export const mayAdd = ({ editable }: Pick<SiteAnswer, 'editable'>, kind: Plan['kind']): boolean =>
  editable.all || (editable.agency !== null && ownKinds.includes(kind))

/** What makes a new entry an agency's own from the start; nothing for the manager. */
export function ownBeginning({ editable, site }: Editable, kind: Plan['kind']): Entry {
  if (editable.all || editable.agency === null) return {}
  if (kind === 'exceptions') return { scope: { agency: editable.agency } }
  const booth = site.booths.find(({ agency }) => agency === editable.agency)
  return kind === 'services' && booth ? { booth: booth.code } : {}
}
