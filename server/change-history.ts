import type { Actor, HallEvent, Role } from './contract/hall.ts'
import type { SitePackage } from './contract/site.ts'
import { reversed, type SiteChange } from './contract/site-change.ts'
import { agencyOf, mayChange } from './core/change-checks.ts'
import { findMoved } from './core/configuring.ts'
import type { HistoryEntry, SiteOffice } from './http/site-port.ts'
import type { Store } from './store/store.ts'

export interface HistoryPorts {
  readonly plans: Pick<Store['plans'], 'find'>
  readonly journal: Pick<Store['journal'], 'readChanges'>
}

export const latest = Number.MAX_SAFE_INTEGER
const page = 100

/** What the journal knows of changes of the building: who, when, before and after. */
export function createHistory(store: HistoryPorts, present: () => SitePackage) {
  /** Who changed an entry last, as far as the journal knows. */
  const lastChangeOf = async (kind: string, code: string): Promise<{ by: string; at: number } | null> => {
    for (let before = latest; ; ) {
      const events = await store.journal.readChanges(before, page)
      const found = events.find(({ changes = [] }) => changes.some((one) => one.kind === kind && one.code === code))
      if (found) return { by: (await authorOf(found)).by, at: found.at }
      const last = events.at(-1)
      if (!last || events.length < page) return null
      before = last.seq
    }
  }

  const authorOf = async (event: HallEvent): Promise<Pick<HistoryEntry, 'by' | 'role' | 'note'>> => {
    const [role = '', plan] = (event.note ?? '').split(' plan:')
    const [row] = plan === undefined ? [] : await store.plans.find([plan])
    const isPlanned = role === 'hub' && row !== undefined
    return {
      by: isPlanned ? row.by : event.actor,
      role: (isPlanned ? row.role : role.split(' ')[0]) as Role,
      note: row?.note ?? null,
    }
  }

  const entryFor = async (event: HallEvent, actor: Actor): Promise<HistoryEntry | null> => {
    const site = present()
    const { changes = [] } = event
    const isTheirs = ({ kind, before, after }: SiteChange) =>
      actor.role !== 'agency-admin' || agencyOf(site, kind, after ?? before) === actor.agency
    const shown = changes.filter(isTheirs)
    if (shown.length === 0) return null
    const back = reversed(changes)
    return {
      seq: event.seq,
      at: event.at,
      ...(await authorOf(event)),
      changes: shown,
      undoes: event.undid ?? null,
      canUndo: mayChange(site, back, actor) && findMoved(site, back) === undefined,
    }
  }

  const history: SiteOffice['history'] = async (actor, limit, before) => {
    const entries: HistoryEntry[] = []
    for (let from = before ?? latest; entries.length < limit; ) {
      const events = await store.journal.readChanges(from, page)
      for (const event of events) {
        const entry = entries.length < limit ? await entryFor(event, actor) : null
        if (entry) entries.push(entry)
      }
      const last = events.at(-1)
      if (!last || events.length < page) break
      from = last.seq
    }
    return entries
  }
  return { lastChangeOf, history }
}
