import { createHash } from 'node:crypto'
import { createHistory } from './change-history.ts'
import { compileSite } from './contract/catalogue.ts'
import type { Actor } from './contract/hall.ts'
import type { Refusal } from './contract/refusals.ts'
import type { SitePackage } from './contract/site.ts'
import { applyChanges, entryOf, reversed, type SiteChange } from './contract/site-change.ts'
import { affectedBy, leftWaiting, mayChange } from './core/change-checks.ts'
import { findMoved } from './core/configuring.ts'
import { catalogueOfHall, type LiveHall } from './hall.ts'
import type { Changed, Conflict, Judged, Preview, SiteAsker, SiteMistake, SiteOffice } from './http/site-port.ts'
import { createPlanKeeper } from './planned-changes.ts'
import { changesBetween, checkChanges } from './site/changes.ts'
import { diffSites, exportSite } from './site/import.ts'
import { readPackageFor } from './site/package.ts'
import type { PlanRow } from './store/plans.ts'
import type { Store } from './store/store.ts'

export interface ChangingPorts {
  readonly hall: LiveHall
  readonly store: Pick<Store, 'plans' | 'bookings'> & { journal: Pick<Store['journal'], 'readChanges'> }
  readonly now: () => number
  readonly newId: () => string
  readonly isConnected: (counter: number) => boolean
  readonly log: { error(data: object, sentence: string): void; warn(data: object, sentence: string): void }
}

/** Checks what people want changed, asks the hall for it, and keeps what shall be on a later date. */
export function createSiteOffice({ hall, store, now, newId, isConnected, log }: ChangingPorts) {
  const present = (): SitePackage => catalogueOfHall(hall).site
  const version = (): number => hall.told.siteVersion
  const { lastChangeOf, history } = createHistory(store, present)

  /** The refusal with who it was, where that is known. */
  const withAuthor = async (refusal: Refusal): Promise<Refusal> => {
    const { kind, code } = refusal.next ?? {}
    if (refusal.refused !== 'changed-meanwhile' || typeof kind !== 'string') return refusal
    const last = await lastChangeOf(kind, String(code))
    return { ...refusal, next: { ...refusal.next, by: last?.by ?? null, at: last?.at ?? null } }
  }

  const forecast = async (before: SitePackage, after: SitePackage, changes: readonly SiteChange[]) => {
    const compiled = compileSite(after)
    const today = affectedBy(hall.told, compiled, changes)
    const booked = await store.bookings.countFrom(hall.told.day ?? '')
    const isTouched = new Set(today.services)
    const bookings = booked.reduce((sum, one) => sum + (isTouched.has(one.service) ? one.booked : 0), 0)
    return {
      affected: { ...today, bookings },
      differences: diffSites(before, after),
      needsConfirm: leftWaiting(hall.told, compiled, now()) > 0,
    }
  }
  const nobody: Omit<Preview, 'mistakes'> = {
    affected: { waiting: 0, serving: 0, held: 0, counters: [], booths: [], services: [], bookings: 0 },
    differences: [],
    needsConfirm: false,
  }

  const conflictsWith = async (changes: readonly SiteChange[]): Promise<Conflict[]> => {
    const conflicts: Conflict[] = []
    let site = present()
    for (const change of changes) {
      if (findMoved(site, [change])) {
        const { kind, code, before } = change
        const last = await lastChangeOf(kind, code)
        conflicts.push({ kind, code, by: last?.by ?? 'hub', at: last?.at ?? now(), before, now: entryOf(site, change) })
      }
      site = applyChanges(site, [change])
    }
    return conflicts
  }

  let turn: Promise<unknown> = Promise.resolve()
  /** One change after another, so that each is checked against the building that it changes. */
  const inTurn = <Done>(work: () => Promise<Done>): Promise<Done> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }

  /** Asks the hall, against the building as it is when its turn has come. */
  const ask = (
    changesNow: () => readonly SiteChange[],
    wish: { confirm: boolean; note: string | null; undoes?: number },
    { actor, key, fingerprint }: SiteAsker,
  ): Promise<Judged<{ version: number }>> =>
    inTurn(async () => {
      const asked = changesNow()
      const site = present()
      const checked = checkChanges(site, asked)
      // What somebody else has changed meanwhile is told before any mistake that follows from it.
      if ('mistakes' in checked && !findMoved(site, asked)) return { mistakes: checked.mistakes }
      const changes = 'mistakes' in checked ? asked : checked.changes
      const command = { verb: 'reconfigure' as const, changes, siteVersion: version(), ...wish }
      const result = await hall.execute({ command, actor, device: null, key, fingerprint })
      if ('mismatch' in result) return result
      const { outcome } = result
      if ('answer' in outcome) return { done: { version: version() } }
      if ('forbidden' in outcome) return outcome
      if ('refusal' in outcome) return { refusal: await withAuthor(outcome.refusal) }
      throw new Error(`the hall cannot change the building: ${JSON.stringify(outcome)}`)
    })

  /** What the hall would say of changes for a later date, as far as it can be said today. */
  const plan = async (changes: readonly SiteChange[], effective: string, note: string | null, asker: SiteAsker) => {
    const site = present()
    if (!mayChange(site, changes, asker.actor)) return { forbidden: true } as const
    const moved = findMoved(site, changes)
    if (moved) {
      const next = { kind: moved.kind, code: moved.code }
      return { refusal: await withAuthor({ refused: 'changed-meanwhile', next }) }
    }
    const checked = checkChanges(site, changes)
    if ('mistakes' in checked) return { mistakes: checked.mistakes }
    const { id: by, role, agency = null } = asker.actor
    const id = asker.key === null ? newId() : hashOf(asker.key)
    const row: PlanRow = {
      id,
      effective,
      createdAt: now(),
      by,
      role,
      agency,
      note,
      changes: JSON.stringify(checked.changes),
      state: 'planned',
      trouble: null,
    }
    await store.plans.add(row)
    return { done: { version: version(), plan: { id, effective } } }
  }

  const change: SiteOffice['change'] = async (
    { changes, confirm, note, effective },
    asker,
  ): Promise<Judged<Changed>> => {
    const today = hall.told.day ?? ''
    if (effective !== null && effective < today) return { mistakes: [pastDate] }
    if (effective !== null && effective > today) return plan(changes, effective, note, asker)
    const kept = note === null ? null : newId()
    const { role } = asker.actor
    const result = await ask(() => changes, { confirm, note: kept === null ? null : `${role} plan:${kept}` }, asker)
    if (!('done' in result)) return result
    if (kept !== null)
      await keepNote(kept, note, asker.actor).catch((error) => log.warn({ err: error }, 'a note was lost'))
    return { done: { ...result.done, applied: true } }
  }

  /** People's own words are not for the journal, which is for ever. */
  const keepNote = (id: string, note: string | null, { id: by, role, agency }: Actor) =>
    store.plans.add({
      id,
      effective: '',
      createdAt: now(),
      by,
      role,
      agency: agency ?? null,
      note,
      changes: '[]',
      state: 'done',
      trouble: null,
    })

  const undo: SiteOffice['undo'] = async (seq, confirm, asker) => {
    const [event] = await store.journal.readChanges(seq + 1, 1)
    if (event?.seq !== seq) return { unknown: 'change' }
    const back = reversed(event.changes ?? [])
    return ask(() => back, { confirm, note: null, undoes: seq }, asker)
  }

  const previewPackage: SiteOffice['previewPackage'] = async (text) => {
    const site = present()
    const read = readPackageFor(site, text)
    if ('mistakes' in read) return { mistakes: read.mistakes, ...nobody }
    return { mistakes: [], ...(await forecast(site, read.site, changesBetween(site, read.site))) }
  }

  const importPackage: SiteOffice['importPackage'] = async (text, confirm, asker) => {
    const before = present()
    const read = readPackageFor(before, text)
    if ('mistakes' in read) return read
    const changesNow = () => changesBetween(present(), read.site)
    const result = await ask(changesNow, { confirm, note: `${asker.actor.role} import` }, asker)
    return 'done' in result ? { done: { ...result.done, differences: diffSites(before, read.site) } } : result
  }

  const planned = createPlanKeeper({ hall, store, log, ask })

  const office: SiteOffice = {
    preview: async (changes, effective, actor) => {
      const site = present()
      const conflicts = await conflictsWith(changes)
      const isPast = effective !== null && effective < (hall.told.day ?? '')
      const isLater = effective !== null && effective > (hall.told.day ?? '')
      const checked = checkChanges(site, changes)
      const mistakes: readonly SiteMistake[] = 'mistakes' in checked ? checked.mistakes : []
      const limits = mayChange(site, changes, actor) ? [] : [notTheirs]
      const all = [...(isPast ? [pastDate] : []), ...limits, ...mistakes]
      if ('mistakes' in checked) return { mistakes: all, ...nobody, conflicts }
      const shown = await forecast(site, checked.site, checked.changes)
      return { mistakes: all, ...shown, needsConfirm: shown.needsConfirm && !isLater, conflicts }
    },
    change,
    history,
    undo,
    plans: planned.list,
    withdraw: planned.withdraw,
    previewPackage,
    importPackage,
    exportPackage: () => exportSite(present()),
    isConnected,
  }
  return { office, applyDue: planned.applyDue, settled: planned.settled }
}

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22)

const pastDate: SiteMistake = {
  rule: 'date-passed',
  path: 'effective',
  message: { id: 'Tanggal ini sudah lewat', en: 'This date has passed' },
}
const notTheirs: SiteMistake = {
  rule: 'not-yours',
  path: '',
  message: { id: 'Bagian ini diubah oleh pengelola gedung', en: 'This part is changed by the building’s manager' },
}
