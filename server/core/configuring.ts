import { type Catalogue, compileSite } from '../contract/catalogue.ts'
import type { CommandOf } from '../contract/commands.ts'
import type { HallCounter } from '../contract/hall.ts'
import type { SitePackage } from '../contract/site.ts'
import { applyChanges, entryOf, isSame, positionOf, type SiteChange } from '../contract/site-change.ts'
import { findUse, leftWaiting } from './change-checks.ts'
import { newCounter } from './counters.ts'
import { type Decision, type Moment, nothing, refuse } from './decision.ts'
import type { Hall } from './hall.ts'
import { catalogueOf } from './next.ts'
import { addDays } from './zone-time.ts'

/** R8.4: the building is data and a change of it an event; counters that are new to it begin closed. */
export function configure(hall: Hall, command: CommandOf<'configure'>): Decision {
  return { events: [{ type: 'configured', site: command.site, counters: countersOf(hall, command.site) }], answer: {} }
}

/**
 * A change of the building, entry by entry. Whoever wrote it must have seen the entries as they are; the caller has found
 * the building of `siteVersion` with the changes to be without mistakes. Numbers already issued stay callable (R6.3).
 */
export function reconfigure(hall: Hall, command: CommandOf<'reconfigure'>, moment: Moment): Decision {
  const { changes, siteVersion, confirm, note, undoes } = command
  const before = catalogueOf(hall)
  const moved = findMoved(before.site, changes)
  if (moved) return refuse('changed-meanwhile', { kind: moved.kind, code: moved.code })
  if (siteVersion !== hall.siteVersion) return refuse('changed-meanwhile', { retry: true })
  const site = applyChanges(before.site, changes)
  if (isSame(before.site, site)) return nothing({})

  const after: Catalogue = compileSite(site)
  const use = findUse(hall, after, changes)
  if (use) return refuse('still-in-use', { ...use, from: hall.day && addDays(hall.day, 1) })
  const waiting = confirm ? 0 : leftWaiting(hall, after, moment.at)
  if (waiting > 0) return refuse('people-waiting', { waiting, confirm: true })

  const counters = countersOf(hall, site)
  const event = {
    type: 'reconfigured' as const,
    changes: placed(before.site, changes),
    note: note ?? moment.actor.role,
    ...(counters.length > 0 ? { counters } : {}),
    ...(undoes === undefined ? {} : { undid: undoes }),
  }
  return { events: [event], answer: {} }
}

/** Counters that are new to the hall, or stand in another booth now. */
const countersOf = (hall: Hall, site: SitePackage): HallCounter[] =>
  site.counters
    .filter(({ number, booth }) => hall.counters.get(number)?.booth !== booth)
    .map(({ number, booth }) => ({ ...(hall.counters.get(number) ?? newCounter(number, booth)), booth }))

/** The first change whose entry is no longer what its author saw; each is held against the changes before it. */
export function findMoved(site: SitePackage, changes: readonly SiteChange[]): SiteChange | undefined {
  let present = site
  for (const change of changes) {
    if (!isSame(entryOf(present, change), change.before)) return change
    present = applyChanges(present, [change])
  }
  return undefined
}

/** Says of each entry that goes where it stood, so that its return is exact. */
function placed(site: SitePackage, changes: readonly SiteChange[]): SiteChange[] {
  let present = site
  return changes.map((change) => {
    const goes = change.kind !== 'site' && change.after === null
    const at = goes ? positionOf(present, change.kind, change.code) : change.at
    present = applyChanges(present, [change])
    const { at: _old, ...rest } = change
    return at === undefined ? rest : { ...rest, at }
  })
}
