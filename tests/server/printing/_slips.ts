import type { RenderedSlip } from '../../../drivers/printers/escpos-render.ts'
import type { SlipContent } from '../../../server/printing/slip-blocks.ts'

/** The slip of the design's moment: Tuesday 14 July 2026, 09.42 WITA. */
export const sample: SlipContent = {
  site: { name: 'Mal Pelayanan Publik', place: 'Kabupaten Paser' },
  label: 'DK-050',
  agency: 'Disdukcapil',
  service: 'Perekaman KTP-el baru',
  sign: '03',
  floor: 1,
  kiosk: '1',
  takenAt: Date.parse('2026-07-14T09:42:00+08:00'),
  timeZone: 'Asia/Makassar',
  zoneAbbreviation: 'WITA',
  ahead: 7,
  estimate: {
    fromAt: Date.parse('2026-07-14T10:00:00+08:00'),
    toAt: Date.parse('2026-07-14T10:20:00+08:00'),
    minutes: [15, 40],
  },
  priority: false,
  requirements: [
    { text: 'Fotokopi Kartu Keluarga', ready: true },
    { text: 'Usia 17 tahun atau menikah', ready: true },
    { text: 'Datang sendiri', ready: false },
  ],
  url: 'http://192.168.1.10:8080/t/q7Rk2xW9mN4pT6vB',
  locale: 'id',
  reprint: false,
  free: true,
  complaintSign: '24',
}

export const longest: SlipContent = {
  ...sample,
  label: 'DK-1050',
  agency: 'Samsat Paser (Bapenda Prov. Kaltim, Polri, Jasa Raharja)',
  service: 'Konsultasi persetujuan lingkungan (SPPL/UKL-UPL)',
  ahead: 134,
  estimate: null,
  priority: true,
  reprint: true,
  requirements: Array.from({ length: 7 }, () => ({
    text: 'Akta lahir, atau ijazah SD/SMP/SMA, atau buku nikah (ijazah S1 tidak diterima)',
    ready: false,
  })),
}

/** One number for three booths, the first of which is done. */
export const journey: SlipContent = {
  ...sample,
  orderMayChange: true,
  visits: [
    { sign: '24', floor: 1, agency: 'Informasi', service: 'Informasi', done: true },
    { sign: '03', floor: 1, agency: 'Disdukcapil', service: 'Perekaman KTP-el baru', done: false },
    { sign: '11', floor: 2, agency: 'BPJS Kesehatan', service: 'Perubahan data peserta', done: false },
  ],
}

/** The picture as rows of RGBA, for jsqr. */
export function toRgba({ width, height, bits }: Pick<RenderedSlip, 'width' | 'height' | 'bits'>): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (((bits[y * Math.ceil(width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue
      rgba.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return rgba
}
