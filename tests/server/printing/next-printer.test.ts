import type { HallTicket } from '../../../server/contract/hall.ts'
import type { SitePackage } from '../../../server/contract/site.ts'
import { createNextPrinters } from '../../../server/printing/next-printer.ts'

const site = {
  kiosks: [
    { code: 'K1', nextPrinter: 'K2' },
    { code: 'K2', nextPrinter: 'K3' },
    { code: 'K3', nextPrinter: 'K1' },
    { code: 'K4' },
  ],
} as unknown as SitePackage
const ticket = (kiosk: string, state = 'reserved') => ({ id: 't', kiosk, legs: [{ state }] }) as unknown as HallTicket
const job = (printer: string, id = 't') => ({ id, ticket: 't', label: 'D-001', printer })

const open = (of: HallTicket | undefined) =>
  createNextPrinters({ site: () => site, ticketOf: () => of, slipFor: async (_ticket, kiosk) => Buffer.from(kiosk) })

test('[R3.24] each printer names the next, for its own paper, and none is asked twice', async () => {
  const { printers } = open(ticket('K2'))
  expect(await printers.find(job('K2'))).toEqual({ printer: 'K3', bytes: Buffer.from('K3') })
  expect(await printers.find(job('K3'))).toEqual({ printer: 'K1', bytes: Buffer.from('K1') })
  expect(await printers.find(job('K1'))).toBeNull()
  expect(await open(ticket('K4')).printers.find(job('K4'))).toBeNull()
})

test('only a reserved number’s own slip moves', async () => {
  expect(await open(ticket('K1', 'waiting')).printers.find(job('K1'))).toBeNull()
  expect(await open(ticket('K1')).printers.find(job('K1', 'a-reprint'))).toBeNull()
  expect(await open(undefined).printers.find(job('K1'))).toBeNull()
})

test('whoever stands at the kiosk is told where the slip comes out, and when nobody can vouch for it', () => {
  const next = open(ticket('K1'))
  const end = (outcome: 'printed' | 'unknown' | 'refused', reason: string | null, printer = 'K1') =>
    next.note({ job: 't', ticket: 't', label: 'D-001', printer, outcome, reason })
  end('printed', null)
  end('unknown', 'silent')
  expect(next.newsOf('t')).toBeNull()
  next.printers.moved(job('K2'))
  expect(next.newsOf('t')).toEqual({ kiosk: 'K2', isUnsure: false })
  end('unknown', 'cut-off', 'K2')
  expect(next.newsOf('t')).toEqual({ kiosk: 'K2', isUnsure: true })

  const refused = open(ticket('K1'))
  refused.printers.moved(job('K2'))
  refused.note({ job: 't', ticket: 't', label: 'D-001', printer: 'K2', outcome: 'refused', reason: 'paper-out' })
  expect(refused.newsOf('t')).toEqual({ kiosk: null, isUnsure: false })
})

test('what an earlier hub knew is known again', () => {
  const next = open(ticket('K1'))
  next.remember({ ...job('K2'), state: 'unknown', reason: 'interrupted' })
  expect(next.newsOf('t')).toEqual({ kiosk: 'K2', isUnsure: true })
})
