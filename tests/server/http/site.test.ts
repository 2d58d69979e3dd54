import { readFileSync } from 'node:fs'
import type { SitePackage } from '../../../server/contract/site.ts'
import type { PackagePreviewAnswer, PreviewAnswer, ReadinessAnswer } from '../../../server/contract/site-wire.ts'
import { type OpenedHall, openHall } from './_hall.ts'
import { named, type Refused, siteDesk } from './_site.ts'

type Desk = ReturnType<typeof siteDesk>
let hall: OpenedHall
let tokens: { first: string; second: string; supervisor: string; auditor: string; dukc: string; bpjk: string }
let first: Desk
let second: Desk
let dukc: Desk

beforeAll(async () => {
  hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00' } })
  const { session } = hall.hub
  tokens = {
    first: await session('manager'),
    second: await session('manager'),
    supervisor: await session('supervisor'),
    auditor: await session('auditor'),
    dukc: await session('agency-admin', 4),
    bpjk: await session('agency-admin', 9),
  }
  first = siteDesk(hall.call, tokens.first)
  second = siteDesk(hall.call, tokens.second)
  dukc = siteDesk(hall.call, tokens.dukc)
})
afterAll(() => hall[Symbol.asyncDispose]())

async function unchanged<T>(work: () => Promise<T>): Promise<T> {
  const before = [await hall.seq(), (await first.read()).site]
  const result = await work()
  expect([await hall.seq(), (await first.read()).site]).toEqual(before)
  return result
}

test('two managers at one booth: the second is told, by whom and when, and nothing of theirs is lost or mixed', async () => {
  const mine = await first.edit('booths', 'INFO', { cutOffMinutes: 10 })
  const theirs = await second.edit('booths', 'INFO', { cutOffMinutes: 20 })
  const other = await second.edit('booths', 'KESB', { cutOffMinutes: 5 })
  expect((await first.change([mine])).body).toMatchObject({ applied: true })
  const refused = await unchanged(() => second.change([theirs]))
  expect(named(refused)).toBe('changed-meanwhile')
  expect(refused.body.refusal?.next).toEqual({
    kind: 'booths',
    code: 'INFO',
    by: expect.stringMatching(/^manager:/),
    at: expect.stringMatching(/^2026-07-14T09:.*\+08:00$/),
  })
  const { body } = await hall.call<PreviewAnswer>('previewSite', { token: tokens.second, body: { changes: [theirs] } })
  expect(body.conflicts).toMatchObject([{ kind: 'booths', code: 'INFO', now: { cutOffMinutes: 10 } }])
  expect(named(await second.change([other]))).toBe('200')
  expect((await first.read()).site.booths.find(({ code }) => code === 'INFO')?.cutOffMinutes).toBe(10)
})

test('twenty changes of as many entries at once: all of them are made', async () => {
  const { site } = await first.read()
  const desks = [first, second]
  const changes = site.services.slice(0, 20).map(({ code, minutes, ...rest }) => ({
    kind: 'services' as const,
    code,
    before: { code, minutes, ...rest },
    after: { code, minutes: minutes + 1, ...rest },
  }))
  const answers = await Promise.all(changes.map((change, index) => (desks[index % 2] as Desk).change([change])))
  expect(answers.map(named).filter((name) => name !== '200')).toEqual([])
  const after = (await first.read()).site
  expect(after.services.slice(0, 20).map(({ minutes }) => minutes)).toEqual(
    site.services.slice(0, 20).map(({ minutes }) => minutes + 1),
  )
})

test('[R8.2] the same change under the same key is made once', async () => {
  const change = await first.edit('services', 'KESB-01', { minutes: 33 })
  const once = await first.change([change], {}, 'site-key-1')
  const twice = await unchanged(() => first.change([change], {}, 'site-key-1'))
  expect(twice.body).toEqual(once.body)
})

test('a preview says whom it touches today and what differs, and changes nothing', async () => {
  const waiting = await hall.issue('DISN-01')
  const change = await first.edit('booths', 'DISN', { opens: '2026-08-03' })
  const { body } = await unchanged(() =>
    hall.call<PreviewAnswer>('previewSite', { token: tokens.first, body: { changes: [change] } }),
  )
  expect(body).toMatchObject({
    mistakes: [],
    conflicts: [],
    affected: { waiting: 1, booths: ['DISN'], counters: [47] },
    differences: [{ kind: 'booths', code: 'DISN', change: 'changed', parts: ['opens'] }],
    needsConfirm: true,
  })
  const asked = await first.change([change])
  expect(asked.body.refusal).toMatchObject({ name: 'people-waiting', next: { waiting: 1, confirm: true } })
  expect(named(await first.change([change], { confirm: true }))).toBe('200')
  expect((await hall.callNext(47)).body.ticket.id).toBe(waiting.id)
})

test('numbers of today keep what they use', async () => {
  await hall.issue('BPDA-01')
  const answer = await unchanged(async () => first.change([await first.edit('booths', 'BPDA', { prefix: 'XX' })]))
  expect(answer.body.refusal).toMatchObject({
    name: 'still-in-use',
    next: { kind: 'booths', code: 'BPDA', from: '2026-07-15' },
  })
})

test('a change that would leave mistakes is refused with all of them', async () => {
  const changes = [
    await first.edit('booths', 'KESB', { agency: 'NOBODY', prefix: 'A' }),
    await first.edit('services', 'KESB-01', { minutes: -1 }),
  ]
  const { status, body } = await unchanged(() => first.change(changes))
  expect(status).toBe(400)
  expect(body.error?.name).toBe('bad-site')
  const found = body.error?.fields?.map(({ rule, path, code }) => `${rule} ${path} ${code}`)
  expect(found?.sort()).toEqual([
    'repeated-name booths[44].prefix KESB',
    'too-small services[144].minutes KESB-01',
    'unknown-reference booths[44].agency KESB',
  ])
  const { site } = await first.read()
  const fixed = [
    { kind: 'site' as const, code: 'code', before: site.site.code, after: 'lain' },
    {
      kind: 'booths' as const,
      code: 'KESB',
      before: site.booths.at(-1),
      after: { ...site.booths.at(-1), code: 'NEW' },
    },
    { kind: 'site' as const, code: 'constructor', before: null, after: 'x' },
    { kind: 'site' as const, code: '__proto__', before: null, after: { short: 'x' } },
  ]
  for (const change of fixed) expect(named(await unchanged(() => first.change([change])))).toBe('bad-site')
})

test('an agency’s administrator changes their own part only, and others do not touch it', async () => {
  const { editable } = await dukc.read()
  expect(editable).toEqual({ all: false, agency: 'DUKC' })
  const own = await dukc.edit('services', 'DUKC-01', { minutes: 12 })
  expect(named(await unchanged(() => siteDesk(hall.call, tokens.bpjk).change([own])))).toBe('not-yours')
  expect(named(await dukc.change([own]))).toBe('200')
  const floor = await dukc.edit('booths', 'DUKC', { zone: 'B' })
  expect(named(await unchanged(() => dukc.change([floor])))).toBe('not-yours')
  expect(named(await unchanged(() => dukc.change([floor], { effective: '2026-08-01' })))).toBe('not-yours')
  for (const token of [tokens.supervisor, tokens.auditor])
    expect((await hall.call('changeSite', { token, body: { changes: [own] } })).status).toBe(403)
})

test('the audit trail says who, when, before and after, to those who may see it', async () => {
  const change = await first.edit('site', 'complaints', { complaints: { id: 'Pengaduan: Gerai 03', en: 'Booth 03' } })
  await first.change([change], { note: 'Nomor lama sudah tidak aktif' })
  const all = await siteDesk(hall.call, tokens.auditor).history()
  expect(all[0]).toMatchObject({
    by: expect.stringMatching(/^manager:/),
    role: 'manager',
    note: 'Nomor lama sudah tidak aktif',
    changes: [{ kind: 'site', code: 'complaints', before: change.before, after: change.after }],
    undoes: null,
    canUndo: false,
  })
  expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).sort((a, b) => b - a))
  const theirs = await dukc.history()
  expect(theirs.length).toBeGreaterThan(0)
  for (const { changes } of theirs) for (const { code } of changes) expect(code).toMatch(/^DUKC/)
  const older = await hall.hub.http.get<{ entries: { seq: number }[] }>(
    `/api/site/history?limit=1&before=${all[0]?.seq}`,
    { token: tokens.auditor },
  )
  expect(older.body.entries.map(({ seq }) => seq)).toEqual([all[1]?.seq])
  expect((await hall.hub.http.get('/api/site/history?limit=0', { token: tokens.auditor })).status).toBe(400)
})

test('a change is taken back, itself too, and not once its entry has moved on', async () => {
  const before = (await first.read()).site
  await first.change([await first.edit('journeys', before.journeys[0]?.code ?? '', null)])
  const [taken] = await first.history()
  expect(taken).toMatchObject({ canUndo: true })
  expect(named(await first.undo(taken?.seq ?? 0))).toBe('200')
  expect((await first.read()).site).toEqual(before)
  const [undone] = await first.history()
  expect(undone).toMatchObject({ undoes: taken?.seq, canUndo: true })

  await first.change([await first.edit('services', 'PTSP-07', { minutes: 41 })])
  const [older] = await first.history()
  await second.change([await second.edit('services', 'PTSP-07', { minutes: 42 })])
  expect(named(await unchanged(() => first.undo(older?.seq ?? 0)))).toBe('changed-meanwhile')
  expect(await first.history()).toContainEqual(expect.objectContaining({ seq: older?.seq, canUndo: false }))
  expect((await hall.call('undoSiteChange', { token: tokens.first, params: { seq: 1 }, body: {} })).status).toBe(404)
})

test('plans: put down for a date, seen, withdrawn; a date that has passed is refused', async () => {
  const change = await first.edit('booths', 'KESB', { cutOffMinutes: 45 })
  const planned = await unchanged(() => first.change([change], { effective: '2026-08-03', note: 'Jadwal baru' }))
  const id = planned.body.plan?.id ?? ''
  expect(await first.plans()).toContainEqual(
    expect.objectContaining({ id, effective: '2026-08-03', note: 'Jadwal baru', state: 'planned', role: 'manager' }),
  )
  expect((await dukc.plans()).map((plan) => plan.id)).not.toContain(id)
  const withdrawn = await hall.call<{ plan: object }>('withdrawPlan', { token: tokens.first, params: { id } })
  expect(withdrawn.body.plan).toMatchObject({ id, state: 'withdrawn' })
  expect((await hall.call('withdrawPlan', { token: tokens.first, params: { id } })).status).toBe(404)
  expect(named(await unchanged(() => first.change([change], { effective: '2026-07-13' })))).toBe('bad-site')
})

test('the building leaves as one file and comes back as it was; what differs is shown first', async () => {
  const exported = await hall.call<SitePackage>('exportPackage', { token: tokens.auditor })
  expect(exported.headers['content-disposition']).toBe('attachment; filename="paser.json"')
  const same = await unchanged(() =>
    hall.call('importPackage', { token: tokens.first, body: { package: exported.text } }),
  )
  expect(same.body).toMatchObject({ differences: [] })
  const changed = { ...exported.body, journeys: exported.body.journeys.toReversed() }
  const text = JSON.stringify(changed, null, 2)
  const preview = await hall.call<PackagePreviewAnswer>('previewPackage', {
    token: tokens.first,
    body: { package: text },
  })
  expect(preview.body.mistakes).toEqual([])
  expect(preview.body.differences.every(({ kind, change }) => kind === 'journeys' && change === 'moved')).toBe(true)
  expect((await hall.call('importPackage', { token: tokens.first, body: { package: text } })).status).toBe(200)
  expect((await first.read()).site.journeys).toEqual(changed.journeys)
})

test('a year’s holidays are imported alone', async () => {
  const { site } = await first.read()
  const text = readFileSync('sites/hari-libur-2026.json', 'utf8')
  await first.change([await first.edit('holidays', '2026-12-25', null)])
  expect((await hall.call('importPackage', { token: tokens.first, body: { package: text } })).status).toBe(200)
  expect((await first.read()).site).toEqual(site)
  const wrong = text.replace('"2026-08-17"', '"2026-08-47"')
  const { body } = await unchanged(() =>
    hall.call<PackagePreviewAnswer>('previewPackage', { token: tokens.first, body: { package: wrong } }),
  )
  const line = wrong.split('\n').findIndex((words) => words.includes('2026-08-47')) + 1
  expect(body.mistakes).toMatchObject([{ rule: 'wrong-date', line }])
})

test('the checklist of a booth that opens later', async () => {
  const read = async () => (await hall.call<ReadinessAnswer>('siteReadiness', { token: tokens.supervisor })).body.booths
  const before = (await read()).find(({ booth }) => booth === 'BNNK')
  expect(before).toMatchObject({ opens: '2026-10-05', state: 'soon' })
  const ready = { network: '2026-07-01', printer: '2026-07-02', officer: '2026-07-03' }
  await first.change([await first.edit('booths', 'BNNK', { opens: '2026-07-20', ready })])
  const after = (await read()).find(({ booth }) => booth === 'BNNK')
  expect(after?.checks.filter(({ done }) => !done).map(({ name }) => name)).toEqual(['requirements'])
  expect(after).toMatchObject({ state: 'not-ready' })
  expect(after?.checks[0]).toMatchObject({ name: 'network', done: true, since: '2026-07-01' })
  expect((await read()).find(({ booth }) => booth === 'PTSP')).toMatchObject({ opens: null, state: 'open' })
})

test('a package as large as the limit is read, one larger is not', async () => {
  const body = (length: number) => ({ package: ' '.repeat(length) })
  expect((await hall.call('previewPackage', { token: tokens.first, body: body(1024 * 1024) })).status).toBe(200)
  expect(
    (await hall.call<Refused>('previewPackage', { token: tokens.first, body: body(1024 * 1024 + 1) })).status,
  ).toBe(400)
})

test('nothing of this has troubled the hub', () => {
  expect(hall.hub.faults()).toEqual([])
})
