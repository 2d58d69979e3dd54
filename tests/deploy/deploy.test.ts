import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.ts'

const read = (name: string) => readFileSync(join('deploy', name), 'utf8')
const files = readdirSync('deploy', { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
const units = files.filter((name) => /\.(service|timer)$/.test(name))

/** Lines of a unit with what was broken over several put together, by their section. */
function linesOf(unit: string): { section: string; key: string; value: string }[] {
  let section = ''
  return unit
    .replaceAll('\\\n', '')
    .split('\n')
    .flatMap((line) => {
      const head = /^\[(\w+)\]$/.exec(line)?.[1]
      if (head) section = head
      if (head || line === '' || line.startsWith('#')) return []
      const [, key, value] = /^([A-Za-z0-9]+)=(.*)$/.exec(line) ?? []
      if (key === undefined || value === undefined) throw new Error(`no line of a unit: ${line}`)
      return [{ section, key, value }]
    })
}

/** Variables of a settings file, those that are commented out with `withComments` too. */
const variablesOf = (text: string, withComments = false): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .map((line) => (withComments ? line.replace(/^# ?/, '') : line))
      .flatMap((line) => {
        const [, name, value] = /^([A-Z_]+)=(\S*)$/.exec(line) ?? []
        return name === undefined || value === undefined ? [] : [[name, value] as const]
      }),
  )

describe.each(units)('%s', (name) => {
  const lines = linesOf(read(name))
  it('is a unit whose programs and papers of ours are there', () => {
    expect(new Set(lines.map(({ section }) => section))).toEqual(
      new Set([
        'Unit',
        name.endsWith('.timer') ? 'Timer' : 'Service',
        ...(read(name).includes('[Install]') ? ['Install'] : []),
      ]),
    )
    const ours = read(name).match(/\/opt\/antrean\/[\w./-]+/g) ?? []
    for (const path of ours) expect([path, existsSync(path.replace('/opt/antrean/', ''))]).toEqual([path, true])
    for (const { key, value } of lines) if (key.startsWith('Exec')) expect(value).toMatch(/^\/usr\/bin\/\w+ /)
  })

  it('uses only variables that its settings file explains', () => {
    const settings = lines.find(({ key }) => key === 'EnvironmentFile')?.value.replace('/etc/antrean/', '')
    const known = settings ? variablesOf(read(settings), true) : {}
    const used = lines
      .filter(({ key }) => key.startsWith('Exec'))
      .flatMap(({ value }) => value.match(/\$\{?([A-Z_]+)/g) ?? [])
    for (const variable of used) expect(Object.keys(known)).toContain(variable.replace(/[${]/g, ''))
  })
})

it('systemd has nothing to say against the units', () => {
  if (spawnSync('systemd-analyze', ['--version']).error) return
  const folder = mkdtempSync(join(tmpdir(), 'antrean-units-'))
  try {
    // Programs that this computer has not are not what is asked about.
    for (const name of units)
      writeFileSync(join(folder, name), read(name).replace(/^(Exec\w+=)\/usr\/bin\/\w+/gm, '$1/bin/true'))
    const verified = spawnSync('systemd-analyze', ['verify', '--man=no', ...units.map((name) => join(folder, name))], {
      encoding: 'utf8',
    })
    // Some containers have no systemd to ask at all; what is said about our files counts.
    expect(verified.stderr.split('\n').filter((line) => line.includes(folder) || /antrean/.test(line))).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it('the settings of the hub are settings of the hub', () => {
  const { ANTREAN_ARGS, ...settings } = variablesOf(read('antrean.env'))
  expect(ANTREAN_ARGS).toBe('--demo')
  expect(readConfig(settings, true)).toMatchObject({
    host: '0.0.0.0',
    rules: 'full',
    publicUrl: 'http://192.0.2.1:8080',
  })
})

it('the kiosk’s browser goes to the hub and nowhere else, downloads nothing and may sound', () => {
  const policy = JSON.parse(read('chromium/antrean-kiosk.json')) as Record<string, unknown>
  expect(policy).toMatchObject({
    URLBlocklist: ['*'],
    URLAllowlist: [variablesOf(read('kiosk.env')).ANTREAN_HUB],
    DownloadRestrictions: 3,
    DeveloperToolsAvailability: 2,
    TranslateEnabled: false,
    AutoplayAllowed: true,
  })
  const browser = linesOf(read('antrean-kiosk.service')).find(({ key }) => key === 'ExecStart')?.value ?? ''
  expect(browser).toMatch(/^\/usr\/bin\/cage .*--kiosk .*--noerrdialogs .*\$\{ANTREAN_HUB\}\$\{ANTREAN_PAGE\}$/)
  expect(browser).not.toContain('--no-sandbox')
})

it('every file of the folder is in the instructions', () => {
  const papers = readFileSync('docs/install.md', 'utf8') + readFileSync('docs/kiosk.md', 'utf8')
  for (const name of files) expect([name, papers.includes(name.replace('chromium/', ''))]).toEqual([name, true])
})
