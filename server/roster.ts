import { createHash } from 'node:crypto'
import type { Catalogue } from './contract/catalogue.ts'
import type { Actor } from './contract/hall.ts'
import type { Officer, OfficerBody, Shift, ShiftBody } from './contract/roster.ts'
import type { Text } from './contract/site.ts'
import { isBetween, isClash, isOnDay } from './core/shifts.ts'
import type { Kept, RosterMistake, RosterOffice } from './http/roster-port.ts'

export interface RosterPorts {
  readonly store: {
    list(): Promise<readonly Officer[]>
    put(officer: Officer): Promise<void>
    forget(id: string): Promise<void>
    shifts(): Promise<readonly Shift[]>
    putShift(shift: Shift): Promise<void>
    removeShift(id: string): Promise<void>
  }
  /** The building as it is now. */
  readonly catalogue: () => Catalogue
  readonly newId: () => string
}

export interface Roster extends RosterOffice {
  onChange(listener: () => void): void
}

/** What an agency's administrator may say of its people: they are at its counters. */
const ownRoles: readonly Officer['role'][] = ['officer', 'agency-admin']

/** The roster of the house, held in memory because views read it. Nothing of it enters the journal. */
export async function openRoster({ store, catalogue, newId }: RosterPorts): Promise<Roster> {
  const officers = new Map((await store.list()).map((officer) => [officer.id, officer]))
  const shifts = new Map((await store.shifts()).map((shift) => [shift.id, shift]))
  const listeners = new Set<() => void>()

  /** Of two who ask at once the second meets what the first has done; what could not be kept has not happened. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const changed = () => {
    for (const listener of listeners) listener()
  }

  const isOf = (agency: string, { role, agency: own }: Actor) =>
    role === 'manager' || role === 'supervisor' || (role === 'agency-admin' && own === agency)
  const mayChange = (agency: string, actor: Actor) => actor.role !== 'supervisor' && isOf(agency, actor)
  const agencyAt = (counter: number): string | null =>
    catalogue().counters.has(counter) ? catalogue().boothOfCounter(counter).agency : null
  /** The counter's agency; of a counter that has gone, the officer's. */
  const agencyOf = ({ counter, officer }: Shift) => agencyAt(counter) ?? officers.get(officer)?.agency ?? ''
  const isActive = ({ officer }: Shift) => officers.get(officer)?.active === true
  const isTheirs = (actor: Actor) => (shift: Shift) => isOf(agencyOf(shift), actor)
  const worked = (test: (shift: Shift) => boolean) => [...shifts.values()].filter(test)

  const mistakesOfOfficer = (officer: Officer): RosterMistake[] => {
    if (!catalogue().agencies.has(officer.agency)) return [wrong('agency', words.agency)]
    const isElsewhere = (shift: Shift) => shift.officer === officer.id && agencyOf(shift) !== officer.agency
    return worked(isElsewhere).length > 0 ? [wrong('agency', words.shifts)] : []
  }

  const mistakesOfShift = (shift: Shift): RosterMistake[] => {
    const officer = officers.get(shift.officer)
    const agency = agencyAt(shift.counter)
    const others = worked((other) => other.id !== shift.id && isActive(other) && isClash(shift, other))
    const mistakes = [
      !officer && wrong('officer', words.officer),
      officer && !officer.active && wrong('officer', words.inactive),
      agency === null && wrong('counter', words.counter),
      officer && agency !== null && officer.agency !== agency && wrong('counter', words.otherAgency),
      new Set(shift.days).size < shift.days.length && wrong('days', words.days),
      shift.to <= shift.from && wrong('to', words.times),
      shift.validTo !== null && shift.validTo < shift.validFrom && wrong('validTo', words.dates),
    ].filter((one) => one !== undefined && one !== false)
    if (mistakes.length > 0) return mistakes
    const [busy] = others.filter((other) => other.officer === shift.officer)
    const [taken] = others.filter((other) => other.counter === shift.counter)
    return [
      busy && wrong('officer', words.busy(placeOf(busy), hoursOf(busy))),
      taken && wrong('counter', words.taken(hoursOf(taken))),
    ].filter((one) => one !== undefined)
  }
  /** Of a counter that has gone, its number. */
  const placeOf = ({ counter }: Shift): string => {
    if (!catalogue().counters.has(counter)) return `Loket ${counter}`
    const { code, sign } = catalogue().boothOfCounter(counter)
    return `${sign} ${catalogue().agencyOfBooth(code).short}, Loket ${catalogue().counterLabel(counter) ?? 1}`
  }

  return {
    officers: (actor) => [...officers.values()].filter(({ agency }) => isOf(agency, actor)).sort(byName),

    putOfficer: (id, { active = true, ...body }, actor, key = null) =>
      inTurn(async (): Promise<Kept<{ officer: Officer }>> => {
        const named = id ?? (key === null ? newId() : idOf(key))
        const before = officers.get(named)
        if (id !== null && !before) return { unknown: 'officer' }
        if (!mayPut(body, actor) || (before && !mayPut(before, actor))) return { forbidden: true }
        if (id === null && before) return { officer: before }
        const officer: Officer = { id: named, ...body, active }
        const mistakes = mistakesOfOfficer(officer)
        if (mistakes.length > 0) return { mistakes }
        await store.put(officer)
        officers.set(officer.id, officer)
        changed()
        return { officer }
      }),

    forgetOfficer: (id, actor) =>
      inTurn(async (): Promise<Kept<{ forgotten: string }>> => {
        const officer = officers.get(id)
        if (!officer) return { unknown: 'officer' }
        if (!mayPut(officer, actor)) return { forbidden: true }
        await store.forget(id)
        officers.delete(id)
        for (const shift of worked((one) => one.officer === id)) shifts.delete(shift.id)
        changed()
        return { forgotten: id }
      }),

    shiftsOn: (date) => worked((shift) => isActive(shift) && isOnDay(shift, date)),
    shiftsBetween: (from, to, actor) =>
      worked((shift) => isTheirs(actor)(shift) && isBetween(shift, from, to)).sort(byCounter),
    isRostered: (counter) => worked((shift) => shift.counter === counter && isActive(shift)).length > 0,

    putShift: ({ id, validTo = null, ...body }, actor) =>
      inTurn(async (): Promise<Kept<{ shift: Shift }>> => {
        const before = id === undefined ? undefined : shifts.get(id)
        if (id !== undefined && !before) return { unknown: 'shift' }
        const shift: Shift = { id: id ?? newId(), ...body, validTo }
        const touched = [agencyAt(shift.counter), officers.get(shift.officer)?.agency, before && agencyOf(before)]
        if (touched.some((agency) => agency != null && !mayChange(agency, actor))) return { forbidden: true }
        const mistakes = mistakesOfShift(shift)
        if (mistakes.length > 0) return { mistakes }
        await store.putShift(shift)
        shifts.set(shift.id, shift)
        changed()
        return { shift }
      }),

    removeShift: (id, actor) =>
      inTurn(async (): Promise<Kept<{ shift: Shift }>> => {
        const shift = shifts.get(id)
        if (!shift) return { unknown: 'shift' }
        if (!mayChange(agencyOf(shift), actor)) return { forbidden: true }
        await store.removeShift(id)
        shifts.delete(id)
        changed()
        return { shift }
      }),

    onChange: (listener) => void listeners.add(listener),
  }

  function mayPut({ agency, role }: Pick<OfficerBody, 'agency' | 'role'>, actor: Actor): boolean {
    return mayChange(agency, actor) && (actor.role === 'manager' || ownRoles.includes(role))
  }
}

const idOf = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22)
const byName = (a: Officer, b: Officer): number => a.name.localeCompare(b.name, 'id')
const byCounter = (a: Shift, b: Shift): number => a.counter - b.counter || a.from.localeCompare(b.from)

const wrong = (path: keyof ShiftBody | keyof OfficerBody, message: Text): RosterMistake => ({ path, message })
const hoursOf = ({ from, to }: Shift): string => `${from}–${to}`.replaceAll(':', '.')

const words = {
  agency: { id: 'Instansi itu tidak ada di gedung ini.', en: 'There is no such agency in this building.' },
  shifts: {
    id: 'Petugas ini masih dijadwalkan di loket instansi lain. Hapus jadwal itu dahulu.',
    en: 'This officer still has shifts at another agency’s counter. Remove those first.',
  },
  officer: { id: 'Petugas itu tidak ada.', en: 'There is no such officer.' },
  inactive: { id: 'Petugas ini sedang tidak aktif.', en: 'This officer is not active.' },
  counter: { id: 'Loket itu tidak ada.', en: 'There is no such counter.' },
  otherAgency: {
    id: 'Loket itu milik instansi lain, bukan instansi petugas ini.',
    en: 'That counter belongs to another agency than this officer’s.',
  },
  days: { id: 'Satu hari disebut dua kali.', en: 'A day is named twice.' },
  times: { id: 'Jam selesai harus sesudah jam mulai.', en: 'It must end after it begins.' },
  dates: {
    id: 'Hari terakhir tidak boleh sebelum hari pertama.',
    en: 'The last day cannot come before the first.',
  },
  busy: (place: string, hours: string): Text => ({
    id: `Petugas ini sudah dijadwalkan di ${place}, ${hours}.`,
    en: `This officer already has a shift at ${place.replace('Loket', 'Counter')}, ${hours}.`,
  }),
  taken: (hours: string): Text => ({
    id: `Loket ini sudah ada petugasnya, ${hours}.`,
    en: `This counter already has an officer, ${hours}.`,
  }),
}
