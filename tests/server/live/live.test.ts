import type { Socket } from 'socket.io-client'
import type { View } from '../../../server/contract/live.ts'
import { until } from '../../_until.ts'
import { type OpenedHall, openHall, type Ticket } from '../http/_hall.ts'
import { openScreen, type Screen } from './_screen.ts'

let hall: OpenedHall
const screens: Screen[] = []
const open = async (view: View, token?: string) => {
  const screen = await openScreen(hall.hub.url, view, token)
  screens.push(screen)
  return screen
}
beforeAll(async () => {
  hall = await openHall()
})
afterEach(() => {
  for (const screen of screens.splice(0)) screen.close()
})
afterAll(() => hall[Symbol.asyncDispose]())

/** A choice among things that looks random and is the same every time. */
function createDraws(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

/** Officers of two booths do whatever comes next; refusals are part of it. */
async function makeActivity(steps: number, seed: number): Promise<void> {
  const draw = createDraws(seed)
  const counters = [4, 5, 6, 9, 10]
  const services = ['DUKC-01', 'DUKC-02', 'DUKC-03', 'BPJK-01', 'BPJK-02']
  const ticketWork = [
    'startService',
    'finishService',
    'holdTicket',
    'missTicket',
    'requeueTicket',
    'returnTicket',
    'transferTicket',
    'setPriority',
    'undo',
    'cancelTicket',
  ]
  const bodies: Record<string, object> = {
    holdTicket: { reason: 'berkas' },
    transferTicket: { service: 'BPJK-01' },
    setPriority: { priority: true },
    finishService: { next: true },
  }
  const tickets: Ticket[] = []
  for (let step = 0; step < steps; step++) {
    const counter = counters[draw(counters.length)] ?? 4
    const dice = draw(10)
    if (dice < 4)
      tickets.push(
        await hall.issue(services[draw(services.length)] ?? '', draw(4) === 0 ? { priority: 'elderly' } : {}),
      )
    else if (dice < 7) await hall.callNext(counter)
    else if (dice === 7) {
      const [id, body] = [
        ['breakCounter', { reason: 'salat' }],
        ['openCounter', {}],
        ['closeCounter', { confirm: true }],
        ['openCounter', {}],
      ][draw(4)] as [string, object]
      await hall.call(id, { params: { number: counter }, token: await hall.officer(counter), body })
    } else {
      const ticket = tickets[draw(tickets.length)]
      const work = ticketWork[draw(ticketWork.length)] ?? ''
      if (ticket) await hall.act(work, ticket, counter, bodies[work])
    }
  }
}

test('every kind of view: a snapshot, consecutive versions, and the patched snapshot is the one a newcomer gets', async () => {
  const supervisor = await hall.hub.session('supervisor')
  const mine = await hall.issue('DUKC-01')
  const views: [View, string?][] = [
    [{ view: 'display', zone: 'A' }],
    [{ view: 'display', zone: 'B' }],
    [{ view: 'booth', booth: 'DUKC' }],
    [{ view: 'counter', counter: 5 }, await hall.officer(5)],
    [{ view: 'kiosk', kiosk: 'K1' }],
    [{ view: 'hall' }, supervisor],
    [{ view: 'ticket', publicCode: mine.publicCode }],
  ]
  const watching = await Promise.all(views.map(([view, token]) => open(view, token)))
  for (const screen of watching)
    expect(await screen.watch()).toMatchObject({ version: expect.any(Number), hub: { demo: true, simulation: null } })
  expect(watching[0]?.snapshot).toMatchObject({ calls: expect.any(Array), waiting: expect.any(Array) })

  await makeActivity(250, 7)
  for (const screen of watching) {
    // Figures gather for a moment before they travel.
    await until(async () => (await screen.peek()).version === screen.version)
    const fresh = await screen.peek()
    expect({ view: screen.view, version: screen.version, snapshot: screen.snapshot }).toEqual({
      view: screen.view,
      ...fresh,
    })
    expect({ view: screen.view, gaps: screen.gaps }).toEqual({ view: screen.view, gaps: [] })
    // Calls travel one by one, figures together: the wide views once a second, whatever happened meanwhile.
    expect(screen.changes.length).toBeGreaterThan(screen.view.view === 'display' ? 10 : 0)
    expect(new Set(screen.changes.map(({ view }) => view))).toEqual(new Set([screen.view.view]))
  }
  const patched = watching.map(({ snapshot }) => snapshot)
  for (const screen of watching) screen.close()
  await until(async () => (await hall.hub.http.get<{ screens: number }>('/healthz')).body.screens === 0)
  for (const [index, [view, token]] of views.entries()) {
    const newcomer = await open(view, token)
    expect(await newcomer.watch()).toMatchObject({ version: 1 })
    expect({ view, snapshot: timeless(newcomer.snapshot) }).toEqual({ view, snapshot: timeless(patched[index] ?? {}) })
  }
})

/** Without what time alone moves: estimates, the offer to undo, and how far the voice has come. */
function timeless(snapshot: object): unknown {
  const moving = new Set(['estimate', 'undo', 'spoken'])
  return JSON.parse(JSON.stringify(snapshot, (key, value: unknown) => (moving.has(key) ? undefined : value)))
}

test('what the wide views say is what the API says', async () => {
  const token = await hall.hub.session('manager')
  const screen = await open({ view: 'hall' }, token)
  await screen.watch()
  await makeActivity(60, 11)
  await until(async () => (await screen.peek()).version === screen.version)
  const { booths } = (
    await hall.call<{
      booths: { code: string; waiting: number; counters: { number: number; state: string; ticket: Ticket | null }[] }[]
    }>('getHall', { token })
  ).body
  const plain = (list: typeof booths) =>
    list.map(({ code, waiting, counters }) => ({
      code,
      waiting,
      counters: counters.map(({ number, state, ticket }) => ({ number, state, label: ticket?.label ?? null })),
    }))
  expect(plain(screen.snapshot.booths as typeof booths)).toEqual(plain(booths))
})

test('a hundred displays get every call, once, in order', async () => {
  const displays = await Promise.all(Array.from({ length: 100 }, () => open({ view: 'display', zone: 'B' })))
  await Promise.all(displays.map((display) => display.watch()))
  const labels: string[] = []
  for (let turn = 0; turn < 10; turn++) {
    await hall.call('openCounter', { params: { number: 11 }, token: await hall.officer(11) })
    await hall.issue('BPJK-01')
    const { body } = await hall.callNext(11)
    labels.push(body.ticket.label)
    await hall.act('finishService', body.ticket, 11)
  }
  const heard = (display: Screen) =>
    display.changes.flatMap(({ changes }) => changes).flatMap(({ type, label }) => (type === 'called' ? [label] : []))
  await until(() => displays.every((display) => heard(display).length >= labels.length))
  for (const display of displays)
    expect({ heard: heard(display), gaps: display.gaps }).toEqual({ heard: labels, gaps: [] })
})

const forbidden: [string, View][] = [
  ['visitor', { view: 'hall' }],
  ['visitor', { view: 'counter', counter: 5 }],
  ['officer 9', { view: 'counter', counter: 5 }],
  ['officer 9', { view: 'hall' }],
  ['information', { view: 'hall' }],
  ['operator', { view: 'counter', counter: 5 }],
  ['agency-admin 9', { view: 'counter', counter: 5 }],
  ['agency-admin 5', { view: 'hall' }],
]
const allowed: [string, View][] = [
  ['officer 5', { view: 'counter', counter: 5 }],
  ['agency-admin 6', { view: 'counter', counter: 5 }],
  ['auditor', { view: 'hall' }],
  ['manager', { view: 'counter', counter: 5 }],
]
const tokenOf = async (who: string) => {
  const [role, counter] = who.split(' ') as [Parameters<typeof hall.hub.session>[0], string?]
  if (role === 'visitor') return undefined
  return role === 'officer'
    ? hall.officer(Number(counter))
    : hall.hub.session(role, counter ? Number(counter) : undefined)
}
test.each(forbidden)('%s may not see %j', async (who, view) => {
  expect(await (await open(view, await tokenOf(who))).watch()).toEqual({ error: 'forbidden' })
})
test.each(allowed)('%s may see %j', async (who, view) => {
  expect(await (await open(view, await tokenOf(who))).watch()).toMatchObject({ version: expect.any(Number) })
})

const wrong: [unknown, string][] = [
  [{ view: 'display', zone: 'Q' }, 'unknown'],
  [{ view: 'booth', booth: '../..' }, 'unknown'],
  [{ view: 'kiosk', kiosk: '__proto__' }, 'unknown'],
  [{ view: 'ticket', publicCode: 'absent' }, 'unknown'],
  [{ view: 'display' }, 'bad-view'],
  [{ view: 'display', zone: 5 }, 'bad-view'],
  [{ view: 'display', zone: 'x'.repeat(5000) }, 'bad-view'],
  [{ view: 'counter', counter: '5' }, 'bad-view'],
  [{ view: 'constructor' }, 'bad-view'],
  [null, 'bad-view'],
  ['display', 'bad-view'],
  [[], 'bad-view'],
]
test.each(wrong)('%j is no view: %s', async (asked, error) => {
  const screen = await open({ view: 'display', zone: 'A' })
  expect(await new Promise((resolve) => screen.socket.emit('watch', asked as never, resolve))).toEqual({ error })
  // No acknowledgement asked for, and events that nobody knows: nothing happens.
  const loose = screen.socket as unknown as Socket
  loose.emit('watch', { view: 'hall' })
  loose.emit('issue', { service: 'DUKC-01' })
  expect(await screen.watch()).toMatchObject({ version: expect.any(Number) })
})

test('a screen older than the hub is told to reload, one of the same age is not', async () => {
  const screen = await open({ view: 'display', zone: 'A' })
  const watched = await screen.watch()
  const build = 'hub' in watched ? watched.hub.build : ''
  await screen.watch({ build })
  expect(screen.reloads).toBe(0)
  await screen.watch({ build: 'of-last-year' })
  await until(() => screen.reloads === 1)
})

test('[R4.11, R2.4] no public code, no category and no priority mark in what everybody sees', async () => {
  const taken = await hall.issue('DUKC-01', { priority: 'pregnancy' })
  await hall.call('openCounter', { params: { number: 4 }, token: await hall.officer(4) })
  const views: View[] = [
    { view: 'display', zone: 'A' },
    { view: 'booth', booth: 'DUKC' },
    { view: 'kiosk', kiosk: 'K1' },
    { view: 'hall' },
    { view: 'counter', counter: 5 },
  ]
  const tokens = [undefined, undefined, undefined, await hall.hub.session('supervisor'), await hall.officer(5)]
  const watching = await Promise.all(views.map((view, index) => open(view, tokens[index])))
  for (const screen of watching) await screen.watch()
  await hall.callNext(4)
  await makeActivity(30, 3)
  for (const screen of watching) {
    const seen = JSON.stringify([screen.snapshot, screen.changes])
    expect(seen).not.toContain(taken.publicCode)
    expect(seen).not.toMatch(/publicCode/)
    if (screen.view.view === 'counter') continue
    expect(seen).not.toMatch(/"priority"|priority-set/)
  }
})

test('the hub found no fault in itself', () => {
  expect(hall.hub.faults()).toEqual([])
})
