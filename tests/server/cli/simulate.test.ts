import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Command } from 'commander'
import { simulateCommand } from '../../../server/cli/simulate.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-simulate-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function simulate(...parts: string[]) {
  const seen = { said: '', told: '' }
  const say = (text: string) => {
    seen.said += text
  }
  const tell = (text: string) => {
    seen.told += text
  }
  const program = new Command('antrean').exitOverride().configureOutput({ writeErr: tell })
  const verb = simulateCommand(program, resolve('.'), folder, { say, tell })
  verb.exitOverride()
  const failure = await program.parseAsync(['simulate', ...parts], { from: 'user' }).then(
    () => null,
    (error: Error) => error,
  )
  return { ...seen, failure }
}

test('prints a table, and tells the progress apart from it', async () => {
  const { said, told, failure } = await simulate('--scenario', 'busy', '--seed', '7', '--visitors', '60')
  expect(failure).toBeNull()
  expect(said).toContain('busy, seed 7, 2026-07-13: 60 visitors, 60 numbers')
  expect(said).toMatch(/05 BPJS Kesehatan +\d+ +\d+ +\d+ min/)
  expect(told).toMatch(/^07:30 {2}came 0 {2}waiting 0 {2}served 0/)
  expect(told).toContain('12:00  came')
  const [made] = readdirSync(join(folder, 'simulations'))
  expect(existsSync(join(folder, 'simulations', made ?? '', 'antrean.sqlite'))).toBe(true)
})

test('prints JSON that is the same for the same seed', async () => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')]
  const parts = ['--visitors', '25', '--seed', '3', '--json', '--data']
  const first = JSON.parse((await simulate(...parts, one)).said)
  const second = JSON.parse((await simulate(...parts, two)).said)
  expect(first).toMatchObject({
    scenario: 'normal',
    seed: 3,
    visitors: 25,
    tickets: 25,
    breaches: [],
    refused: {},
    folder: one,
  })
  expect({ ...second, folder: one }).toEqual(first)
})

test.each([
  [['--scenario', 'storm'], /Allowed choices are normal, busy, two-absent, paper-out/],
  [['--seed', 'x'], /whole number from 0/],
  [['--visitors', '0'], /whole number from 1/],
  [['--site', 'package.json'], /package\.json has \d+ mistakes/],
])('refuses %j in plain words', async (parts, words) => {
  const { failure, said } = await simulate(...parts)
  expect(failure?.message).toMatch(words)
  expect(said).toBe('')
})

test('never writes into a folder that has a hall', async () => {
  const parts = ['--visitors', '2', '--data', join(folder, 'one')]
  expect((await simulate(...parts)).failure).toBeNull()
  expect((await simulate(...parts)).failure?.message).toContain('There is a hall in')
})
