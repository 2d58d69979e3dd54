import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'

const project = join(__dirname, '../..')
const folders = [
  'server',
  'drivers',
  'start-ui',
  'kiosk-ui',
  'display-ui',
  'counter-ui',
  'supervisor-ui',
  'desk-ui',
  'visitor-ui',
  'ui-kit',
]

/** Each planted file breaks one rule; the rule's name must appear beside the file's. */
const planted = [
  { file: 'server/core/planted-node.ts', text: `import 'node:fs'`, rule: 'node module: server/core/' },
  {
    file: 'server/core/planted-library.ts',
    text: `import { z } from 'zod'\nz.string()`,
    rule: 'library: server/core/',
  },
  { file: 'server/core/planted-layer.ts', text: `import '../store/planted-sql.ts'`, rule: 'layer: server/core/' },
  { file: 'server/contract/planted.ts', text: `import 'express'`, rule: 'library: server/contract/' },
  {
    file: 'server/contract/planted-core.ts',
    text: `import '../core/planted-node.ts'`,
    rule: 'layer: server/contract/',
  },
  {
    file: 'server/http/planted-type.ts',
    text: `import type { planted } from '../printing/planted.ts'\nexport type P = typeof planted`,
    rule: 'layer: server/http/',
  },
  { file: 'server/http/planted-sql.ts', text: `import 'better-sqlite3'`, rule: 'SQL only in the store' },
  {
    file: 'server/printing/planted.ts',
    text: `export const planted = () => import('../../drivers/planted.ts')`,
    rule: 'layer: server/printing/',
  },
  { file: 'server/planted-root.ts', text: `import './main.ts'`, rule: 'main is imported by nothing' },
  {
    file: 'server/insight/planted.ts',
    text: `export const planted = (v: unknown) => v as import('../hall.ts').Hall\nusing _closed = { [Symbol.dispose]() {} }`,
    rule: 'layer: server/insight/',
  },
  { file: 'server/main.ts', text: 'export const planted = 1', rule: '' },
  { file: 'server/store/planted-sql.ts', text: `import 'drizzle-orm'`, rule: '' },
  { file: 'drivers/planted.ts', text: `import '../server/core/planted-node.ts'`, rule: 'layer: drivers/' },
  {
    file: 'kiosk-ui/planted.tsx',
    text: `import '../counter-ui/planted.tsx'\nexport const P = () => <p>1</p>`,
    rule: 'layer: kiosk-ui/',
  },
  { file: 'counter-ui/planted.tsx', text: `import 'express'`, rule: 'library: counter-ui/' },
  { file: 'ui-kit/planted.ts', text: `import 'node:path'`, rule: 'node module: ui-kit/' },
  { file: 'server/site/planted-a.ts', text: `import './planted-b.ts'`, rule: 'no cycle' },
  { file: 'server/site/planted-b.ts', text: `import './planted-a.ts'`, rule: '' },
  { file: 'server/misc/planted.ts', text: `import '../hall.ts'`, rule: 'every folder of the server is a layer' },
  { file: 'server/live/planted.ts', text: `import './nowhere.ts'`, rule: 'every import resolves' },
]

let copy: string

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'antrean-layers-'))
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'))
  cpSync(join(project, 'package.json'), join(copy, 'package.json'))
})
afterEach(() => rmSync(copy, { recursive: true, force: true }))

test('each planted violation is refused by its rule, and nothing else is', async () => {
  for (const folder of folders.filter((name) => existsSync(join(project, name)))) copySources(folder)
  const before = await checkLayers()
  expect(before.code).toBe(before.lines.length > 0 ? 1 : 0)

  for (const { file, text } of planted) write(file, text)
  const { code, lines } = await checkLayers()
  expect(code).toBe(1)
  for (const { file, rule } of planted.filter((violation) => violation.rule)) {
    expect(lines.filter((line) => line.startsWith(`${file} →`)).join('\n')).toContain(`(${rule})`)
  }
  expect(lines.filter((line) => !line.includes('planted'))).toEqual(before.lines)
})

test('a check that reads nothing is refused: no files, or files whose imports were not seen', async () => {
  expect((await checkLayers()).code).toBe(1)
  for (let index = 0; index < 10; index += 1) write(`server/core/lonely-${index}.ts`, `export const n = ${index}`)
  const { code, lines } = await checkLayers()
  expect(code).toBe(1)
  expect(lines).toEqual(['read 10 of 10 modules, 0 imports'])
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  writeFileSync(join(copy, file), text)
}

function copySources(folder: string): void {
  const isSource = (path: string) => ['', '.ts', '.tsx', '.css', '.json'].includes(extname(path))
  cpSync(join(project, folder), join(copy, folder), { recursive: true, filter: isSource })
}

function checkLayers(): Promise<{ code: number; lines: string[] }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(project, 'scripts/layers.mjs'), copy], (error, _stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), lines: stderr.split('\n').filter(Boolean) }),
    )
  })
}
