import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SitePackage } from '../../../server/contract/site.ts'
import type { Finding } from '../../../server/doctor/finding.ts'
import { type HubProcess, startHub } from '../../_hub.ts'

interface Answer {
  readonly code: number
  readonly verdict: string
  readonly findings: readonly Finding[]
  readonly text: string
}

function doctor(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { PATH, HOME } = process.env
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['dist/server/antrean.js', 'doctor', ...args],
      { env: { PATH, HOME, ...env } },
      (error, text) => {
        const json = args.includes('--json') ? JSON.parse(text) : { verdict: '', findings: [] }
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, text, ...json })
      },
    )
  })
}

/** Every file of the folder with what is in it. */
const contentsOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const file = join(folder, name)
      return statSync(file).isDirectory()
        ? name
        : `${name} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`
    })

const saysOf = ({ findings }: Answer, check: string) => findings.find((each) => each.check === check)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'antrean-doctor-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** An independent printer: says that all is well to every question, and keeps what it is given. */
async function openPrinter(): Promise<{ server: Server; port: number; printed: () => string }> {
  const got: Buffer[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      got.push(bytes)
      const questions = bytes.filter((byte, at) => byte === 0x10 && bytes[at + 1] === 0x04).length
      if (questions > 0) socket.write(Buffer.alloc(questions, 0x12))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { server, port, printed: () => Buffer.concat(got).toString('latin1') }
}

async function importSite(change: (site: SitePackage) => object): Promise<void> {
  const file = join(folder, 'site.json')
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync('sites/paser.json', 'utf8')) as SitePackage)))
  await new Promise<void>((resolve, reject) => {
    const args = ['dist/server/antrean.js', 'import', file, '--data', join(folder, 'data')]
    execFile(process.execPath, args, (error) => (error ? reject(error) : resolve()))
  })
}

it('beside a running hub: one sentence for each part, in both languages, and nothing has changed', async () => {
  const hub: HubProcess = await startHub()
  try {
    const answer = await doctor(['--data', hub.dataDir, '--json'], { PUBLIC_URL: hub.url })
    expect(saysOf(answer, 'hub')?.says.id).toContain(`menjawab di ${hub.url}`)
    expect(saysOf(answer, 'public-url')).toMatchObject({ verdict: 'good' })
    expect(saysOf(answer, 'journal')?.says.en).toMatch(/keeps the journal of \S+, up to event \d+\./)
    expect(saysOf(answer, 'screens')).toMatchObject({ verdict: 'attention' })
    expect(answer.findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['node', 'memory', 'clock', 'disk-room', 'disk-speed', 'network', 'voice', 'printer K1']),
    )
    for (const { says } of answer.findings) {
      for (const sentence of [says.id, says.en]) expect(sentence).toMatch(/^\S.*\.$/)
      expect(says.id).not.toBe(says.en)
    }
    expect(hub.faults()).toEqual([])
  } finally {
    await hub[Symbol.asyncDispose]()
  }
})

it('a stopped hub’s folder is left as it was, a printer that is gone is named, and the exit status says so', async () => {
  const { server, port, printed } = await openPrinter()
  try {
    const printer = (at: number) => ({ kind: 'network' as const, host: '127.0.0.1', port: at })
    await importSite((site) => ({
      ...site,
      kiosks: site.kiosks.map((kiosk, index) => ({ ...kiosk, printer: printer(index === 0 ? port : 1) })),
      zones: site.zones.map((zone) => ({ ...zone, sound: { outputs: [{ kind: 'alsa', device: 'plughw:99,0' }] } })),
    }))
    const data = join(folder, 'data')
    const before = contentsOf(data)
    const first = await doctor(['--data', data, '--json', '--print'])
    expect(contentsOf(data)).toEqual(before)
    expect(saysOf(first, 'journal')).toMatchObject({ verdict: 'good' })
    expect(saysOf(first, 'printer K1')).toMatchObject({ verdict: 'good' })
    expect(printed()).toContain('Bukan nomor antrean.')
    expect(saysOf(first, 'printer K2')).toMatchObject({
      verdict: 'bad',
      says: { id: 'Pencetak K2 (127.0.0.1:1) tidak terjangkau: periksa listrik dan kabelnya.' },
    })
    const sound = first.findings.find(({ check }) => check.startsWith('loudspeaker A'))
    expect(sound).toMatchObject({
      verdict: 'bad',
      says: { en: expect.stringMatching(/plughw:99,0.*(not found|no driver)/) },
    })
    expect([first.code, first.verdict]).toEqual([1, 'bad'])

    // What is broken is found in a copy, too.
    const file = join(data, 'antrean.sqlite')
    const torn = readFileSync(file)
    writeFileSync(file, torn.fill(0xff, 4096, 4096 * 3))
    const broken = contentsOf(data)
    const { text, code } = await doctor(['--data', data, '--lang', 'en'])
    expect(contentsOf(data)).toEqual(broken)
    expect(code).toBe(1)
    expect(text).toMatch(/^✗ The journal in .* cannot be read .*: restore the last backup\.$/m)
    expect(text.trimEnd().endsWith('Something must be put right: the lines with ✗.')).toBe(true)
  } finally {
    server.close()
  }
})
