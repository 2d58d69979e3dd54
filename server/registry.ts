import type { Catalogue } from './contract/catalogue.ts'
import type { Device, DeviceAct, DeviceKind, DeviceOrder, DeviceReport, DeviceSelf } from './contract/devices.ts'
import { wallClockAt } from './core/zone-time.ts'
import { createPresence } from './device-presence.ts'
import { actOfEdit, given, isPlace, isWithin, pairingMistakes } from './device-rules.ts'
import type { DeviceMistake, DeviceOffice, KeptDevice, Standing } from './http/device-port.ts'
import { createPairings, newSecret, pairingMs, secretHash, type Waiting } from './pairings.ts'
import type { DeviceRow, ForgottenRow } from './store/devices.ts'

export interface RegistryPorts {
  readonly store: {
    list(): Promise<readonly DeviceRow[]>
    forgotten(): Promise<readonly ForgottenRow[]>
    seen(rows: readonly DeviceRow[]): Promise<void>
    change(
      id: string,
      change: { row: DeviceRow | null; lost: ForgottenRow | null; act: DeviceAct | null },
    ): Promise<void>
    acts(limit: number): Promise<readonly DeviceAct[]>
    prune(before: number): Promise<void>
  }
  /** The building as it is now. */
  readonly catalogue: () => Catalogue
  readonly newId: () => string
  /** Of the screens that this hub serves. */
  readonly build: string
  readonly isDemo: boolean
  readonly log: { error(data: object, sentence: string): void }
  /** Real time, epoch ms. */
  readonly now?: () => number
}

/** The office, and what the doors of the devices tell it and hear from it. */
export interface Registry extends DeviceOffice, AsyncDisposable {
  /** The paired device that shows this credential. */
  deviceOf(token: string | undefined): Device | null
  /** What it may know of itself; null: it is no device any more. */
  self(id: string): DeviceSelf | null
  /** A connection of this device has begun; the answer ends it. */
  connected(id: string): () => void
  report(id: string, report: DeviceReport): void
  /** The device has changed, or lost a credential: doors ask `standing` again. Gives the function that ends it. */
  onChange(listener: (id: string) => void): () => void
  onOrder(listener: (id: string, order: DeviceOrder) => void): () => void
}

const saveMs = 60_000
const wakeMs = 5_000
const dayMs = 24 * 3_600_000
const keptMs = 400 * dayMs
const actsShown = 50

/** Paired devices: their credentials, their names and places, and whether they are there. In memory over their store. */
export async function openRegistry({
  store,
  catalogue,
  newId,
  build,
  isDemo,
  log,
  now = Date.now,
}: RegistryPorts): Promise<Registry> {
  const prune = () => store.prune(now() - keptMs)
  await prune()
  const rows = new Map((await store.list()).map((row) => [row.id, row]))
  const forgotten = new Map((await store.forgotten()).map(({ tokenHash, kind }) => [tokenHash, kind]))
  const byToken = new Map<string, string>()
  for (const { id, tokenHash } of rows.values()) if (tokenHash !== null) byToken.set(tokenHash, id)
  const pairings = createPairings(now, isDemo)
  const presence = createPresence(now)
  const changeListeners = new Set<(id: string) => void>()
  const orderListeners = new Set<(id: string, order: DeviceOrder) => void>()
  /** Seen or heard of since the last save. */
  const unsaved = new Set<string>()

  const timeZone = () => catalogue().site.site.timeZone
  const isAwake = ({ hours }: DeviceRow): boolean => hours === null || isWithin(hours, wallClockAt(now(), timeZone()))
  const isCurrent = ({ kind, version }: DeviceRow): boolean =>
    version === build || (kind === 'host' && version !== null && build.startsWith(`${version}-`))
  const viewOf = (row: DeviceRow): Device => {
    const { id, name, kind, place, hours, isLocked, pairedAt, seenAt, version, errorAt, errorText } = row
    const since = presence.since(id)
    return {
      id,
      name,
      kind,
      place,
      hours,
      isLocked,
      isAwake: isAwake(row),
      pairedAt,
      isConnected: since !== null,
      since: since ?? seenAt,
      version,
      isCurrent: isCurrent(row),
      uptimeMs: presence.uptimeMs(id),
      disconnects: presence.disconnects(id),
      lastError: errorAt === null || errorText === null ? null : { at: errorAt, text: errorText },
    }
  }

  /** Of two who ask at once the second meets what the first has done; what could not be kept has not happened. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
  const changed = (id: string) => {
    for (const listener of changeListeners) listener(id)
  }
  /** Kept first, then true, then told. `part` is what changes; of a new device, everything. */
  const keep = async (
    before: DeviceRow | null,
    part: Partial<DeviceRow>,
    act: DeviceAct | null,
  ): Promise<DeviceRow> => {
    const row = { ...before, ...part } as DeviceRow
    const { id } = row
    const lost = before && before.tokenHash !== row.tokenHash ? credentialOf(before) : null
    await store.change(id, { row, lost, act })
    loseCredential(lost)
    // Meanwhile it may have been heard of.
    const kept = { ...row, ...rows.get(id), ...part }
    rows.set(id, kept)
    if (kept.tokenHash !== null) byToken.set(kept.tokenHash, id)
    changed(id)
    return kept
  }
  const credentialOf = ({ tokenHash, kind }: DeviceRow): ForgottenRow | null =>
    tokenHash === null ? null : { tokenHash, kind, at: now() }
  const loseCredential = (lost: ForgottenRow | null): void => {
    if (!lost) return
    byToken.delete(lost.tokenHash)
    forgotten.set(lost.tokenHash, lost.kind)
  }
  const actOf = (row: DeviceRow, act: DeviceAct['act'], actor: { id: string }): DeviceAct => ({
    at: now(),
    device: row.id,
    name: row.name,
    act,
    by: actor.id,
  })

  const misplaced = (kind: DeviceKind, place: string, self: string | null): DeviceMistake | null => {
    if (!isPlace(catalogue(), kind, place)) return { path: 'place', message: pairingMistakes.place }
    const isAlone = kind === 'kiosk' || kind === 'host'
    const isTaken = [...rows.values()].some((row) => row.id !== self && row.kind === kind && row.place === place)
    return isAlone && isTaken ? { path: 'place', message: pairingMistakes.taken } : null
  }
  /** The machine behind a code, if it may become a device of this kind. */
  const askerOf = (
    code: string,
    kind: DeviceKind,
    actor: { id: string },
  ): Waiting | { mistakes: readonly DeviceMistake[] } | { waitMs: number } => {
    const found = pairings.find(code, actor.id)
    if (!found) return { mistakes: [{ path: 'code', message: pairingMistakes.code }] }
    if ('waitMs' in found || (found.asker === 'host') === (kind === 'host')) return found
    return {
      mistakes: [{ path: 'kind', message: found.asker === 'host' ? pairingMistakes.host : pairingMistakes.screen }],
    }
  }
  const claimBy = ({ secretHash: claimHash }: Waiting) => ({ claimHash, claimUntil: now() + pairingMs })

  const save = async (): Promise<void> => {
    for (const id of rows.keys()) if (presence.since(id) !== null) unsaved.add(id)
    const seen = [...unsaved].flatMap((id) => {
      const row = rows.get(id)
      if (!row) return []
      const fresh = presence.since(id) === null ? row : { ...row, seenAt: now() }
      rows.set(id, fresh)
      return [fresh]
    })
    unsaved.clear()
    if (seen.length > 0) await store.seen(seen)
  }
  const update = (id: string, part: Partial<DeviceRow>): void => {
    const row = rows.get(id)
    if (!row) return
    rows.set(id, { ...row, ...part })
    unsaved.add(id)
  }
  const saving = setInterval(() => {
    void inTurn(save).catch((error) => log.error({ err: error }, 'when the devices were seen last could not be kept'))
  }, saveMs)
  const pruning = setInterval(() => {
    void prune().catch((error) => log.error({ err: error }, 'old records of devices could not be removed'))
  }, dayMs)
  const awake = new Map<string, boolean>()
  const waking = setInterval(() => {
    for (const row of rows.values()) {
      const before = awake.get(row.id)
      awake.set(row.id, isAwake(row))
      if (before !== undefined && before !== isAwake(row)) changed(row.id)
    }
  }, wakeMs)

  const standing = (token: string | undefined): Standing => {
    if (!token) return { state: 'none' }
    const hash = secretHash(token)
    const row = rows.get(byToken.get(hash) ?? '')
    if (row) return { state: 'paired', device: row }
    const kind = forgotten.get(hash)
    if (kind) return { state: 'forgotten', kind }
    // Somebody who looks around begins with fresh folders, and is not to be shut out by an old cookie.
    return isDemo ? { state: 'none' } : { state: 'forgotten', kind: null }
  }

  return {
    startPairing: pairings.start,

    claim: (secret) =>
      inTurn(async () => {
        const hash = secretHash(secret)
        const row = [...rows.values()].find(({ claimHash }) => claimHash === hash)
        if (!row) return { state: pairings.stateOf(hash) }
        if ((row.claimUntil ?? 0) <= now()) return { state: 'expired' }
        const token = newSecret()
        const claimed = await keep(row, { tokenHash: secretHash(token) }, null)
        return { state: 'approved', device: viewOf(claimed), token }
      }),

    pair: ({ code, name, kind, place, hours }, actor) =>
      inTurn(async (): Promise<KeptDevice<{ device: Device }>> => {
        const asker = askerOf(code, kind, actor)
        if (!('asker' in asker)) return asker
        const mistake = misplaced(kind, place, null)
        if (mistake) return { mistakes: [mistake] }
        const row: DeviceRow = {
          ...{ id: newId(), name, kind, place, hours, isLocked: false, pairedAt: now(), tokenHash: null },
          ...claimBy(asker),
          ...{ seenAt: null, version: null, errorAt: null, errorText: null },
        }
        await keep(null, row, actOf(row, 'paired', actor))
        pairings.end(code)
        return { device: viewOf(row) }
      }),

    edit: (id, body, actor) =>
      inTurn(async (): Promise<KeptDevice<{ device: Device }>> => {
        const row = rows.get(id)
        if (!row) return { unknown: 'device' }
        const next = { ...row, ...given(body) }
        const mistake = next.place === row.place ? null : misplaced(row.kind, next.place, id)
        if (mistake) return { mistakes: [mistake] }
        return { device: viewOf(await keep(row, given(body), actOf(next, actOfEdit(row, next), actor))) }
      }),

    order: (id, order, actor) =>
      inTurn(async () => {
        const row = rows.get(id)
        if (!row) return { unknown: 'device' as const }
        const isSent = presence.since(id) !== null
        if (isSent) {
          await store.change(id, { row, lost: null, act: actOf(row, order, actor) })
          if (order === 'reload') presence.willReload(id)
          for (const listener of orderListeners) listener(id, order)
        }
        return { device: viewOf(row), isSent }
      }),

    replace: (id, code, actor) =>
      inTurn(async (): Promise<KeptDevice<{ device: Device }>> => {
        const row = rows.get(id)
        if (!row) return { unknown: 'device' }
        const asker = askerOf(code, row.kind, actor)
        if (!('asker' in asker)) return asker
        const part = { tokenHash: null, ...claimBy(asker), version: null }
        const next = await keep(row, part, actOf(row, 'replaced', actor))
        pairings.end(code)
        return { device: viewOf(next) }
      }),

    forget: (id, actor) =>
      inTurn(async () => {
        const row = rows.get(id)
        if (!row) return { unknown: 'device' as const }
        const lost = credentialOf(row)
        await store.change(id, { row: null, lost, act: actOf(row, 'forgotten', actor) })
        loseCredential(lost)
        rows.delete(id)
        presence.drop(id)
        changed(id)
        return { forgotten: id }
      }),

    devices: () => [...rows.values()].map(viewOf),
    acts: () => store.acts(actsShown),
    standing,
    deviceOf: (token) => {
      const found = standing(token)
      const row = found.state === 'paired' ? rows.get(found.device.id) : undefined
      return row ? viewOf(row) : null
    },
    isKioskLocked: (kiosk) =>
      [...rows.values()].some(({ kind, place, isLocked }) => kind === 'kiosk' && place === kiosk && isLocked),

    self: (id) => {
      const row = rows.get(id)
      if (!row) return null
      const { name, kind, place, isLocked } = row
      return { id, name, kind, place, isLocked, isAwake: isAwake(row) }
    },
    connected: (id) => {
      // Its credential has arrived: the secret that claimed it has done its work.
      if (rows.get(id)?.claimHash) update(id, { claimHash: null, claimUntil: null })
      const leave = presence.come(id)
      return () => {
        leave()
        update(id, { seenAt: now() })
      }
    },
    report: (id, report) => {
      if (!rows.has(id)) return
      presence.report(id, report)
      const error = report.error === undefined ? {} : { errorAt: now(), errorText: report.error }
      update(id, { version: report.version, ...error })
    },
    onChange: (listener) => {
      changeListeners.add(listener)
      return () => void changeListeners.delete(listener)
    },
    onOrder: (listener) => {
      orderListeners.add(listener)
      return () => void orderListeners.delete(listener)
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(saving)
      clearInterval(waking)
      clearInterval(pruning)
      await inTurn(save)
    },
  }
}
