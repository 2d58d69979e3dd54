import type { Slip } from '../../drivers/printers/printer.ts'

const esc = 0x1b
const gs = 0x1d
/** Begin anew; no Chinese; code page 437. */
const opening = [esc, 0x40, 0x1c, 0x2e, esc, 0x74, 0]
/** Feed five lines, then cut all but a bridge. */
const ending = [esc, 0x64, 5, gs, 0x56, 1]

/** A slip that nobody can take for a number: in plain letters, for printers of every kind. */
export function testSlip(kiosk: string, at: Date): Slip {
  const lines = [
    '*** UJI / TEST ***',
    `Antrean, ${kiosk}`,
    `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    'Bukan nomor antrean.',
    'Not a queue number.',
    '0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  ]
  const bytes = Buffer.concat([
    Buffer.from(opening),
    Buffer.from(`${lines.join('\n')}\n`, 'latin1'),
    Buffer.from(ending),
  ])
  return { job: `doctor-${kiosk}-${at.getTime()}`, label: 'UJI', bytes }
}
