import type { Catalogue } from '../../server/contract/catalogue.ts'
import type { Weekly } from '../../server/contract/site.ts'
import { openRegistry, type Registry } from '../../server/registry.ts'
import type { DeviceRow, ForgottenRow } from '../../server/store/devices.ts'

/** A Tuesday, 07.59 in the building. */
const morning = Date.parse('2026-07-14T07:59:00+08:00')
const minute = 60_000
const hour = 60 * minute
const actor = { role: 'manager', id: 'manager:1' } as const
const catalogue = () =>
  ({
    site: { site: { timeZone: 'Asia/Makassar' }, zones: [{ code: 'A' }] },
    kiosks: new Map(),
    booths: new Map(),
    counters: new Map(),
  }) as unknown as Catalogue

function createStore() {
  const rows = new Map<string, DeviceRow>()
  const forgotten: ForgottenRow[] = []
  return {
    rows,
    list: async () => [...rows.values()],
    forgotten: async () => forgotten,
    seen: async (seen: readonly DeviceRow[]) => {
      for (const row of seen) rows.set(row.id, row)
    },
    change: async (id: string, { row, lost }: { row: DeviceRow | null; lost: ForgottenRow | null }) => {
      if (row) rows.set(id, row)
      else rows.delete(id)
      if (lost) forgotten.push(lost)
    },
    acts: async () => [],
    prune: async () => {},
  }
}

let now = morning
let store: ReturnType<typeof createStore>
const opened: Registry[] = []
const open = async (isDemo = false) => {
  let ids = 0
  const log = { error: () => {} }
  const ports = { store, catalogue, newId: () => `d${++ids}`, build: '1.0.0-abc', isDemo, log, now: () => now }
  const registry = await openRegistry(ports)
  opened.push(registry)
  return registry
}
beforeEach(() => {
  now = morning
  store = createStore()
})
afterEach(async () => {
  for (const registry of opened.splice(0)) await registry[Symbol.asyncDispose]()
})

async function pair(registry: Registry, hours: Weekly | null = null): Promise<string> {
  const { code, secret } = registry.startPairing('screen')
  await registry.pair({ code, name: 'Layar', kind: 'display', place: 'A', hours }, actor)
  const claimed = await registry.claim(secret)
  if (claimed.state !== 'approved') throw new Error(claimed.state)
  return claimed.token
}

test('a code is good for a quarter of an hour, and then its machine hears that it has expired', async () => {
  const registry = await open()
  const { code, secret } = registry.startPairing('screen')
  const body = { code, name: 'x', kind: 'display', place: 'A', hours: null } as const
  now += 15 * minute
  expect(await registry.pair(body, actor)).toMatchObject({ mistakes: [{ path: 'code' }] })
  expect(await registry.claim(secret)).toEqual({ state: 'expired' })
  now += 15 * minute + 1
  registry.startPairing('screen')
  expect(await registry.claim(secret)).toEqual({ state: 'unknown' })
})

test('an approval that nobody claims within a quarter of an hour has expired too', async () => {
  const registry = await open()
  const { code, secret } = registry.startPairing('screen')
  await registry.pair({ code, name: 'x', kind: 'display', place: 'A', hours: null }, actor)
  now += 15 * minute
  expect(await registry.claim(secret)).toEqual({ state: 'expired' })
})

test('it is lit in its hours by the wall clock of the building, to the minute', async () => {
  const registry = await open()
  const token = await pair(registry, {
    tue: [
      { from: '08:00', to: '12:00' },
      { from: '13:00', to: '15:30' },
    ],
  })
  const isAwake = () => registry.deviceOf(token)?.isAwake
  const at = (time: string, day = '14') => {
    now = Date.parse(`2026-07-${day}T${time}+08:00`)
    return isAwake()
  }
  expect([at('07:59:59'), at('08:00:00'), at('11:59:59'), at('12:00:00'), at('13:00:00')]).toEqual([
    false,
    true,
    true,
    false,
    true,
  ])
  expect([at('15:30:00'), at('10:00:00', '15'), at('10:00:00', '21')]).toEqual([false, false, true])
})

test('goings are those of the last 24 hours; two connections are one device; what was ordered is no fault', async () => {
  const registry = await open()
  const token = await pair(registry)
  const { id } = registry.deviceOf(token) ?? { id: '' }
  const first = registry.connected(id)
  now += minute
  const second = registry.connected(id)
  first()
  first()
  expect(registry.deviceOf(token)).toMatchObject({ isConnected: true, since: morning, disconnects: 0 })
  second()
  expect(registry.deviceOf(token)).toMatchObject({ isConnected: false, since: now, disconnects: 1 })
  now += 23 * hour
  const third = registry.connected(id)
  await registry.order(id, 'reload', actor)
  third()
  expect(registry.deviceOf(token)?.disconnects).toBe(1)
  registry.connected(id)()
  // The order was a moment ago; half a minute later a going is one.
  now += minute
  registry.connected(id)()
  expect(registry.deviceOf(token)?.disconnects).toBe(2)
  now += hour
  expect(registry.deviceOf(token)?.disconnects).toBe(1)
})

test('uptime goes on by itself; a host runs the version of its program', async () => {
  const registry = await open()
  const token = await pair(registry)
  const { id } = registry.deviceOf(token) ?? { id: '' }
  registry.connected(id)
  registry.report(id, { version: '1.0.0', uptimeMs: 5000 })
  now += minute
  expect(registry.deviceOf(token)).toMatchObject({ uptimeMs: 65_000, version: '1.0.0', isCurrent: false })
  const { code, secret } = registry.startPairing('host')
  await registry.pair({ code, name: 'PC', kind: 'host', place: 'PC-1', hours: null }, actor)
  const claimed = await registry.claim(secret)
  if (claimed.state !== 'approved') throw new Error(claimed.state)
  registry.report(claimed.device.id, { version: '1.0.0', uptimeMs: 5, error: 'x' })
  expect(registry.deviceOf(claimed.token)).toMatchObject({ isCurrent: true, lastError: { at: now, text: 'x' } })
})

test('what could not be kept has not happened', async () => {
  const registry = await open()
  const token = await pair(registry)
  const { id } = registry.deviceOf(token) ?? { id: '' }
  store.change = () => Promise.reject(new Error('disk'))
  await expect(registry.edit(id, { isLocked: true }, actor)).rejects.toThrow('disk')
  await expect(registry.forget(id, actor)).rejects.toThrow('disk')
  expect(registry.deviceOf(token)).toMatchObject({ isLocked: false })
})

test('in production a credential that nobody knows is a forgotten one; in the demo it is none', async () => {
  expect((await open()).standing('x'.repeat(43))).toEqual({ state: 'forgotten', kind: null })
  expect((await open(true)).standing('x'.repeat(43))).toEqual({ state: 'none' })
})

test('when it was seen last is kept when the hub stops', async () => {
  const registry = await open()
  const token = await pair(registry)
  const { id } = registry.deviceOf(token) ?? { id: '' }
  registry.connected(id)
  now += hour
  await opened.splice(0)[0]?.[Symbol.asyncDispose]()
  expect((await open()).deviceOf(token)).toMatchObject({ isConnected: false, since: now })
})
