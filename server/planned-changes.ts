import { latest } from './change-history.ts'
import type { Actor, Role } from './contract/hall.ts'
import type { SiteChange } from './contract/site-change.ts'
import { mayChange } from './core/change-checks.ts'
import { catalogueOfHall, type LiveHall } from './hall.ts'
import type { Judged, Plan, SiteAsker, SiteMistake, SiteOffice } from './http/site-port.ts'
import type { PlanRow } from './store/plans.ts'
import type { Store } from './store/store.ts'

export interface PlanPorts {
  readonly hall: LiveHall
  readonly store: { readonly plans: Store['plans']; readonly journal: Pick<Store['journal'], 'readChanges'> }
  readonly log: { error(data: object, sentence: string): void; warn(data: object, sentence: string): void }
  /** Checks the changes against the building as it is, and asks the hall for them. */
  readonly ask: (
    changesNow: () => readonly SiteChange[],
    wish: { confirm: boolean; note: string | null },
    asker: SiteAsker,
  ) => Promise<Judged<{ version: number }>>
}

/** So many of the latest changes are looked at for one that was made and not marked. */
const looksBack = 100

/** Changes of the building for a later date: seen, withdrawn, and made when their day begins. */
export function createPlanKeeper({ hall, store, log, ask }: PlanPorts) {
  const isTheirPlan = (row: PlanRow, { role, agency }: Actor) => role !== 'agency-admin' || row.agency === agency

  const withdraw: SiteOffice['withdraw'] = async (id, actor) => {
    const [row] = await store.plans.find([id])
    if (!row || row.effective === '') return { unknown: 'plan' }
    if (!isTheirPlan(row, actor)) return { forbidden: true }
    const isWithdrawn = await store.plans.settle(id, 'withdrawn', null)
    return isWithdrawn ? { done: planOf({ ...row, state: 'withdrawn' }) } : { unknown: 'plan' }
  }

  /** One plan whose day has come. Applied once, also when the hub stops between the change and its mark. */
  const applyPlan = async (row: PlanRow): Promise<void> => {
    const changes = JSON.parse(row.changes) as SiteChange[]
    const note = `hub plan:${row.id}`
    const known = await store.journal.readChanges(latest, looksBack)
    if (known.some((event) => event.note === note)) return void (await store.plans.settle(row.id, 'done', null))
    const author: Actor = { role: row.role as Role, id: row.by, ...(row.agency === null ? {} : { agency: row.agency }) }
    if (!mayChange(catalogueOfHall(hall).site, changes, author)) return fail(row, 'forbidden')
    const asker = { actor: hub, key: `plan:${row.id}:${hall.told.siteVersion}`, fingerprint: row.id }
    const result = await ask(() => changes, { confirm: true, note }, asker)
    if ('done' in result) return void (await store.plans.settle(row.id, 'done', null))
    if ('refusal' in result && result.refusal.refused === 'hall-unavailable')
      throw new Error('the journal is not there')
    await fail(
      row,
      'refusal' in result ? result.refusal.refused : 'mistakes' in result ? firstOf(result.mistakes) : 'unknown',
    )
  }
  const fail = async (row: PlanRow, trouble: string): Promise<void> => {
    log.warn({ plan: row.id, trouble }, 'a planned change of the building could not be made')
    await store.plans.settle(row.id, 'failed', trouble)
  }

  let working = Promise.resolve()
  /** Makes the changes whose date has come, one after another; resolves when all of them are made or marked. */
  const applyDue = (): Promise<void> => {
    working = working.then(async () => {
      try {
        for (const row of await store.plans.due(hall.told.day ?? '')) await applyPlan(row)
      } catch (error) {
        log.error({ err: error }, 'planned changes of the building could not be looked at')
      }
    })
    return working
  }

  return {
    list: (async (actor) =>
      (await store.plans.list()).filter((row) => isTheirPlan(row, actor)).map(planOf)) satisfies SiteOffice['plans'],
    withdraw,
    applyDue,
    settled: (): Promise<void> => working,
  }
}

const hub: Actor = { role: 'hub', id: 'hub' }

const firstOf = ([first]: readonly SiteMistake[]): string => (first ? `${first.rule} ${first.path}` : 'mistake')

const planOf = ({ id, effective, createdAt, by, role, note, changes, state, trouble }: PlanRow): Plan => ({
  id,
  effective,
  createdAt,
  by,
  role: role as Role,
  note,
  changes: JSON.parse(changes) as SiteChange[],
  state,
  trouble,
})
