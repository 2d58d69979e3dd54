import { once } from 'node:events'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { deviceCommand } from '../../../server/cli/device.ts'
import { until } from '../../_until.ts'
import { claim, cookieOf, openDeviceScreen, pairScreen, startPairing } from '../http/_device.ts'
import { openHall } from '../http/_hall.ts'

function createDevice(dataDir: string) {
  return async (...parts: string[]): Promise<{ said: string[]; failure: string | null }> => {
    const said: string[] = []
    const quiet = { writeErr: () => {} }
    const program = new Command('antrean').exitOverride().configureOutput(quiet)
    const verb = deviceCommand(program, {
      folder: (named) => ({ dataDir: resolve(named), root: resolve('.') }),
      dataDir,
      say: (line) => void said.push(line),
    })
    for (const each of [verb, ...verb.commands]) each.exitOverride().configureOutput(quiet)
    const failure = await program.parseAsync(['device', ...parts], { from: 'user' }).then(
      () => null,
      (error: Error) => error.message,
    )
    return { said, failure }
  }
}

test('whoever sits at the hub pairs, looks after and forgets devices; of a stopped hub what can be kept is kept', async () => {
  const hall = await openHall()
  const { dataDir } = hall.hub
  const device = createDevice(dataDir)
  const key = join(dataDir, 'operator.json')
  try {
    expect(statSync(key).mode & 0o777).toBe(0o600)
    expect((await device('list')).said[0]).toMatch(/^No device is paired/)

    const { code, secret } = await startPairing(hall)
    const pair = ['--kind', 'display', '--place', 'A', '--name', 'Layar A']
    expect(await device('pair', code, ...pair)).toEqual({ said: ['Layar A is paired.'], failure: null })
    expect((await device('pair', code, ...pair)).failure).toMatch(/^code: That code is not known/)
    expect((await device('pair', code, '--kind', 'fridge', '--place', 'A', '--name', 'x')).failure).toMatch(/fridge/)
    expect((await device('reload', 'Layar A')).failure).toBe('Layar A is not connected.')
    const screen = await openDeviceScreen(hall, { cookie: cookieOf((await claim(hall, secret)).headers) }, 'display')
    expect((await device('identify', 'Layar A')).failure).toBeNull()
    await until(() => screen.heard.includes('identify'))
    expect((await device('edit', 'Layar A', '--lock', '--place', 'B')).said).toEqual(['Layar A: display B, locked'])
    await until(() => screen.selves.at(-1)?.isLocked === true)
    expect((await device('list')).said).toEqual([
      expect.stringMatching(/^display {2}B {2}Layar A {2}connected, locked {2}/),
    ])
    const next = await startPairing(hall)
    expect((await device('replace', 'Layar A', next.code)).failure).toBeNull()
    await until(() => screen.heard.includes('forgotten'))
    screen.socket.disconnect()
    await pairScreen(hall, { kind: 'display', place: 'A', name: 'Lain' })
    expect((await device('forget', 'Lain')).said).toEqual(['Lain is forgotten.'])
    expect((await device('forget', 'Lain')).failure).toBe('There is no device Lain.')

    await hall.hub.stop()
    expect(existsSync(key)).toBe(false)
    // It ended without a word, and another program answers at its address.
    const stranger = createServer(({ url }, response) => void response.writeHead(url === '/healthz' ? 200 : 401).end())
    await once(stranger.listen(0, '127.0.0.1'), 'listening')
    const { port } = stranger.address() as AddressInfo
    writeFileSync(key, JSON.stringify({ address: `http://127.0.0.1:${port}`, token: 'x' }))
    expect(await device('list')).toEqual({ said: [expect.stringMatching(/Layar A/)], failure: null })
    stranger.close()
    expect((await device('edit', 'Layar A', '--name', 'L\u001b[2J')).failure).toMatch(/^name: must not contain control/)
    expect((await device('edit', 'Layar A', '--unlock', '--name', 'Layar B')).said).toEqual(['Layar B: display B'])
    expect((await device('edit', 'Layar B', '--place', 'Z')).failure).toBe('There is no such place in this building.')
    expect((await device('pair', 'AAAAAA', ...pair)).failure).toMatch(/^No hub is running/)
    expect((await device('list')).said).toEqual([expect.stringMatching(/^display {2}B {2}Layar B {2}away {2}/)])
    expect((await device('forget', 'Layar B')).said).toEqual(['Layar B is forgotten.'])
  } finally {
    await hall[Symbol.asyncDispose]()
  }
})
