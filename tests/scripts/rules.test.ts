import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

let tree: string

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'antrean-rules-'))
})
afterEach(() => rmSync(tree, { recursive: true, force: true }))

test('file sizes: 500 lines are the most, generated files too, and packages are not ours', () => {
  write('server/long.ts', 'x\n'.repeat(501))
  write('server/data/long.tsx', 'x\n'.repeat(502))
  write('server/full.ts', 'x\n'.repeat(500))
  write('node_modules/long/long.ts', 'x\n'.repeat(501))
  expect(complaints('file-size', 'fileSizes').sort()).toEqual([
    'server/data/long.tsx has 502 lines; 500 at most',
    'server/long.ts has 501 lines; 500 at most',
  ])
})

test('lockfile: a missing platform, an address, a folder and a package outside the registry are named', () => {
  const integrity = 'sha512-0'
  const packages = {
    '': { optionalDependencies: { absent: '1' } },
    'node_modules/a': { version: '1.0.0', integrity, optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
    'node_modules/a-linux': { version: '1.0.0', integrity },
    'node_modules/b': { version: '2.0.0', integrity, resolved: 'https://registry.example/b.tgz' },
    'node_modules/b/node_modules/c': { version: '1.0.0', integrity, optionalDependencies: { 'a-linux': '1' } },
    'node_modules/d': { version: '1.0.0', resolved: 'git+ssh://git@example.org/d.git' },
  }
  write('package-lock.json', JSON.stringify({ packages }))
  expect(complaints('lockfile', 'lockfile')).toEqual([
    'node_modules/a 1.0.0 lacks its optional a-darwin',
    'node_modules/b names where it was downloaded: https://registry.example/b.tgz',
    "node_modules/d has no integrity: not a registry's package",
    'node_modules/d names where it was downloaded: git+ssh://git@example.org/d.git',
  ])
})

test('wording: Indonesian sentences are read, keys and names of values are not, and nobody shouts', () => {
  const lines = [
    'export const words = {',
    '  id: {',
    "    'scan.counter': 'Silahkan pindai {customer}',",
    "    'wait': 'Nomor antrian Anda, Loket {n}',",
    "    'fine': 'Silakan menuju Loket {n}',",
    '  },',
    '  en: {',
    "    'scan.counter': 'Please scan at the counter',",
    "    'wait': 'Hurry up!',",
    '  },',
    '}',
  ]
  write('kiosk-ui/messages.ts', lines.join('\n'))
  write('kiosk-ui/other.ts', "const word = 'antrian'")
  expect(complaints('wording', 'wording')).toEqual([
    'kiosk-ui/messages.ts:3 "Silahkan pindai ": silakan, not silahkan',
    'kiosk-ui/messages.ts:4 "Nomor antrian Anda, Loket ": antrean, not antrian',
    'kiosk-ui/messages.ts:9 "Hurry up!": no exclamation mark',
  ])
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true })
  writeFileSync(join(tree, file), text)
}

/** The rules are plain modules of Node, so they run in Node. */
function complaints(file: string, rule: string): string[] {
  const module = pathToFileURL(join(__dirname, `../../scripts/rules/${file}.mjs`)).href
  const program = `import { ${rule} } from '${module}'\nconsole.log(JSON.stringify(${rule}(process.argv[1])))`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', program, tree], { encoding: 'utf8' }))
}
