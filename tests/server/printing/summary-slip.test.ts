import { encodeSlip } from '../../../server/printing/encode-slip.ts'
import { layOutSummary } from '../../../server/printing/summary-slip.ts'

const figures = {
  issued: 300,
  served: 200,
  noShow: 9,
  expired: 80,
  cancelled: 10,
  void: 1,
  medianWait: 14,
  p90Wait: 41,
}
const content = {
  site: { name: 'Mal Pelayanan Publik', place: 'Kabupaten Paser' },
  template: {},
  summary: {
    day: '2026-07-14',
    closed: true,
    total: figures,
    agencies: Array.from({ length: 45 }, (_, n) => ({
      code: `A${n}`,
      name: `Instansi dengan nama panjang ${n}`,
      ...figures,
    })),
    expired: Array.from({ length: 80 }, (_, n) => `D-${String(n + 1).padStart(3, '0')}`),
    systems: [{ code: 'SIAK', name: 'SIAK Terpusat', downMinutes: 35 }],
  },
  printedAt: Date.parse('2026-07-14T15:30:00+08:00'),
  timeZone: 'Asia/Makassar',
  zoneAbbreviation: 'WITA',
}

test('[R8.1] the summary names the figures, the agencies, the systems and the numbers that ended with the day', () => {
  const blocks = layOutSummary(content)
  const lines = blocks.flatMap((block) => (block.kind === 'note' ? block.lines : []))
  expect(lines).toEqual(
    expect.arrayContaining([
      'Nomor diambil: 300',
      'Waktu tunggu, nilai tengah: 14 menit',
      'Instansi dengan nama panjang 7: 300 diambil, 200 dilayani, tunggu 14 menit',
      'SIAK Terpusat: 35 menit',
      'D-001, D-002, D-003, D-004, D-005',
      'dan 40 lagi',
    ]),
  )
  expect(blocks.find(({ kind }) => kind === 'foot')).toMatchObject({ issued: 'Dicetak pukul 15.30 WITA', strong: null })
})

test('a day of 45 agencies fits on either roll, drawn or in letters', async () => {
  for (const widthDots of [576, 384] as const)
    for (const mode of ['raster', 'text'] as const) {
      const bytes = await encodeSlip(layOutSummary(content), { widthDots, mode, qr: 'none', cut: true })
      expect(bytes.length).toBeGreaterThan(1000)
    }
})
