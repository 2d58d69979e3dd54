import { encodeOneBitPng } from '../../../drivers/printers/one-bit-png.ts'
import { type SlipTemplate, slipParts } from '../../../server/contract/site-slip.ts'
import { layOutMissing, layOutRollSlip } from '../../../server/printing/desk-layouts.ts'
import { layOutSlip } from '../../../server/printing/slip.ts'
import type { SlipBlock, SlipContent } from '../../../server/printing/slip-blocks.ts'

/** A generator of numbers from 0 to 1 (mulberry32): the same seed gives the same slip. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const names = [
  'Disdukcapil',
  'BPJS Kesehatan',
  'Samsat Paser (Bapenda Prov. Kaltim, Polri, Jasa Raharja)',
  'Kantor Imigrasi Kelas I TPI Balikpapan',
  'Café “Nusa” – Ü',
  'A\x1b@\x1dV\x00B\u202e\u0085\r\n C',
]
const services = [
  'Perekaman KTP-el baru',
  'Konsultasi persetujuan lingkungan (SPPL/UKL-UPL)',
  'Akta kelahiran',
  'Pembayaran pajak bumi dan bangunan perdesaan dan perkotaan yang tertunggak',
]
const papers = ['Fotokopi Kartu Keluarga', 'Datang sendiri', 'Buku nikah atau akta kawin, asli dan salinan', 'KK']

/** A logo of noise, of any size that a package may have. */
async function logoOf(random: () => number): Promise<string> {
  const [width, height] = [8 + Math.floor(random() * 352), 8 + Math.floor(random() * 60)]
  const bits = Uint8Array.from({ length: Math.ceil(width / 8) * height }, () => Math.floor(random() * 256))
  return (await encodeOneBitPng({ width, height, bits })).toString('base64')
}

/** A number's slip, one of missing papers, or one printed ahead, with everything that a building may change. */
export async function randomSlip(seed: number): Promise<{ blocks: SlipBlock[]; url: string | null }> {
  const random = seeded(seed)
  const chance = (share: number) => random() < share
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const one = <T>(list: readonly T[]): T => list[upTo(list.length - 1)] as T
  const text = () => ({ id: one(services), en: one(papers) })
  const template: SlipTemplate = {
    ...(chance(0.4) && { logo: await logoOf(random) }),
    ...(chance(0.4) && { head: Array.from({ length: 1 + upTo(2) }, text) }),
    ...(chance(0.3) && { greeting: text() }),
    ...(chance(0.3) && { closing: text() }),
    ...(chance(0.5) && { numberSize: one(['large', 'medium', 'small'] as const) }),
    parts: Object.fromEntries(slipParts.map((part) => [part, chance(0.15) ? 'hidden' : 'shown'])),
  }
  const takenAt = Date.parse('2026-07-14T08:00:00+08:00') + upTo(7 * 3_600_000)
  const fromAt = takenAt + upTo(60) * 60_000
  const code = Array.from({ length: 13 }, () => one([...'23456789abcdefghjkmnpqrstuvwxyz'])).join('')
  const sign = () => String(1 + upTo(98)).padStart(2, '0')
  const content: SlipContent = {
    site: { name: 'Mal Pelayanan Publik', place: 'Kabupaten Paser' },
    template,
    label: `${one(['A', 'DK', 'WW', 'P'])}-${String(1 + upTo(1200)).padStart(3, '0')}`,
    agency: one(names),
    service: one(services),
    sign: sign(),
    floor: 1 + upTo(3),
    kiosk: chance(0.8) ? String(1 + upTo(3)) : null,
    takenAt,
    timeZone: 'Asia/Makassar',
    zoneAbbreviation: 'WITA',
    ahead: chance(0.9) ? upTo(150) : null,
    estimate: chance(0.8) ? { fromAt, toAt: fromAt + 1_200_000, minutes: [upTo(3), 40] } : null,
    priority: chance(0.3),
    visits: Array.from({ length: chance(0.4) ? 2 + upTo(6) : 0 }, (_, index) => ({
      sign: sign(),
      floor: 1 + upTo(2),
      agency: one(names),
      service: one(services),
      done: index === 0,
    })),
    orderMayChange: chance(0.5),
    bookedAt: chance(0.2) ? takenAt : null,
    requirements: Array.from({ length: upTo(6) }, () => ({ text: one(papers), ready: chance(0.5) })),
    url: `http://${one(['192.168.1.10:8080', 'antrean.paserkab.go.id', '[fd00::10]:8080'])}/t/${code}`,
    locale: chance(0.5) ? 'id' : 'en',
    reprint: chance(0.2),
    free: chance(0.7),
    complaintSign: chance(0.8) ? '24' : null,
  }
  const url = template.parts?.qr === 'hidden' ? null : content.url
  if (chance(0.15)) return { blocks: layOutRollSlip(content), url: null }
  if (chance(0.2)) {
    const missing = Array.from({ length: 1 + upTo(4) }, () => one(papers))
    return { blocks: layOutMissing({ ...content, missing, keepUntil: chance(0.5) ? takenAt : null }), url }
  }
  return { blocks: layOutSlip(content), url }
}
