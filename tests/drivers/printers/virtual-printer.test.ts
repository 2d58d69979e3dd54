import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { renderEscpos } from '../../../drivers/printers/escpos-render.ts'
import { listSlips, pickSwitches, readSwitches, writeSwitches } from '../../../drivers/printers/slip-folder.ts'
import { openVirtualPrinter } from '../../../drivers/printers/virtual-printer.ts'
import { slipOf, testPrinterDriver } from './_suite.ts'

const openOn = (folder: string, slowMs = 20) =>
  openVirtualPrinter({ name: 'kiosk-1', folder, widthDots: 576, now: () => 0, slowMs })

const SWITCH_OF = { 'paper-low': 'paperLow', 'paper-out': 'paperOut', 'cover-open': 'coverOpen', offline: 'offline' }

testPrinterDriver('virtual printer', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'printer-'))
  const folder = join(parent, 'not', 'made', 'yet')
  const printer = openOn(folder)
  return {
    printer,
    async received() {
      const slips = (await listSlips(folder)).reverse()
      return Promise.all(slips.map(({ escpos }) => readFile(join(folder, escpos))))
    },
    become: (state) =>
      writeSwitches(
        folder,
        pickSwitches((name) => state !== 'ready' && SWITCH_OF[state] === name),
      ),
    async [Symbol.asyncDispose]() {
      await printer[Symbol.asyncDispose]()
      await rm(parent, { recursive: true })
    },
  }
})

describe('virtual printer', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'printer-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('keeps the bytes and the picture under the number and the label, whole', async () => {
    await openOn(folder).print(slipOf(7))
    expect((await readdir(folder)).sort()).toEqual(['1-D-007.escpos', '1-D-007.png'])
    expect(await readFile(join(folder, '1-D-007.escpos'))).toEqual(Buffer.from(slipOf(7).bytes))
  })

  test('the picture is the rendering of the bytes, dot for dot', async () => {
    await openOn(folder).print(slipOf(7))
    const png = PNG.sync.read(await readFile(join(folder, '1-D-007.png')))
    const rendered = renderEscpos(slipOf(7).bytes, 576)
    expect([png.width, png.height]).toEqual([576, rendered.height])
    let different = 0
    for (let y = 0; y < png.height; y++) {
      for (let x = 0; x < png.width; x++) {
        const isInk = ((rendered.bits[y * 72 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
        if ((png.data[(y * 576 + x) * 4] === 0) !== isInk) different++
      }
    }
    expect(different).toBe(0)
  })

  test('numbers go on after a restart', async () => {
    await openOn(folder).print(slipOf(1))
    await openOn(folder).print(slipOf(2))
    await writeFile(join(folder, '41-A-001.escpos'), 'kept without its picture by a power cut')
    await openOn(folder).print(slipOf(3))
    expect((await listSlips(folder)).map(({ n, label }) => [n, label])).toEqual([
      [42, 'D-003'],
      [2, 'D-002'],
      [1, 'D-001'],
    ])
  })

  test('switches survive a restart, and a broken file means none', async () => {
    await writeSwitches(
      folder,
      pickSwitches((name) => name === 'coverOpen'),
    )
    expect((await openOn(folder).status()).state).toBe('cover-open')
    await writeFile(join(folder, 'switches.json'), '{"paperOut": tru')
    expect(Object.values(await readSwitches(folder))).toEqual([false, false, false, false, false])
  })

  test('a slow printer can be given up, and then nothing is printed', async () => {
    await writeSwitches(
      folder,
      pickSwitches((name) => name === 'slow'),
    )
    const printer = openOn(folder, 60_000)
    const abort = new AbortController()
    const printing = printer.print(slipOf(1), abort.signal)
    abort.abort()
    expect(await printing).toEqual({ outcome: 'refused', reason: 'aborted' })
    expect(await listSlips(folder)).toEqual([])
  })

  test('a label cannot leave the folder', async () => {
    await openOn(folder).print({ ...slipOf(1), label: '../../etc/D-001' })
    expect((await listSlips(folder)).map(({ png }) => png)).toEqual(['1-etcD-001.png'])
  })

  test('a folder that cannot be written refuses', async () => {
    const file = join(folder, 'a-file')
    await writeFile(file, '')
    expect(await openOn(join(file, 'inside')).print(slipOf(1))).toEqual({ outcome: 'refused', reason: 'not-kept' })
  })
})
