import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { io, type Socket } from 'socket.io-client'
import type { AnnounceMessage, HubToScreen, ScreenToHub } from '../../../server/contract/live.ts'
import { createSoundDoor } from '../../../server/live/sound.ts'
import { until } from '../../_until.ts'

const http = createServer()
const server = new Server<ScreenToHub, HubToScreen>(http)
const door = createSoundDoor(server, 100)
const displays: Socket[] = []
let url = ''
beforeAll(async () => {
  server.on('connection', (screen) => {
    door.follow(screen)
    screen.on('watch', () => door.enter(screen, 'A'))
  })
  await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const display of displays.splice(0)) display.disconnect()
  await until(() => door.listeners('A') === 0)
})
afterAll(() => server.close())

const heard: string[] = []
beforeEach(() => void heard.splice(0))

/** A display that lends its sound; `answers` whether it says that it has played. */
async function openDisplay(name: string, answers = true): Promise<Socket> {
  const before = door.listeners('A')
  const display = io(url, { transports: ['websocket'], forceNew: true })
  displays.push(display)
  display.on('announce', ({ id }: AnnounceMessage) => {
    heard.push(name)
    if (answers) display.emit('announced', id)
  })
  display.emit('watch')
  await until(() => door.listeners('A') === before + 1)
  return display
}

let ids = 0
const announce = (reach: 'one' | 'all' = 'one') =>
  door.announce({ id: `id-${++ids}`, zone: 'A', url: '/x.wav', durationMs: 10, label: 'D-001' }, reach)

test('of several displays of a zone one is heard, the longest there', async () => {
  for (const name of ['first', 'second', 'third']) await openDisplay(name)
  expect(await announce()).toBe(true)
  expect(await announce()).toBe(true)
  expect(heard).toEqual(['first', 'first'])
})

test('when it goes the next one speaks; one that can be heard again stands last', async () => {
  const [first, second] = [await openDisplay('first'), await openDisplay('second')]
  await openDisplay('third')
  first.emit('sound', false)
  second.disconnect()
  await until(() => door.listeners('A') === 1)
  await announce()
  first.emit('sound', true)
  await until(() => door.listeners('A') === 2)
  await announce()
  expect(heard).toEqual(['third', 'third'])
})

test('one that says nothing has not played, and is asked last from then on', async () => {
  await openDisplay('mute', false)
  await openDisplay('second')
  expect(await announce()).toBe(false)
  expect(await announce()).toBe(true)
  expect(heard).toEqual(['mute', 'second'])
})

test('one that goes while it speaks has not played; nobody waits for it', async () => {
  const display = await openDisplay('going', false)
  const answer = announce()
  await until(() => heard.length === 1)
  display.emit('sound', false)
  expect(await answer).toBe(false)
})

test('where no two are within earshot all of them speak', async () => {
  for (const name of ['first', 'second']) await openDisplay(name)
  expect(await announce('all')).toBe(true)
  await until(() => heard.length === 2)
  expect(heard.sort()).toEqual(['first', 'second'])
})

test('without a display there is nobody, and a stranger’s answer counts for nothing', async () => {
  expect(await announce()).toBe(false)
  await openDisplay('mute', false)
  const stranger = io(url, { transports: ['websocket'], forceNew: true })
  const answer = announce()
  stranger.emit('announced', `id-${ids}`)
  expect(await answer).toBe(false)
  stranger.disconnect()
})
