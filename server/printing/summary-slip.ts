import type { PrintFate } from '../contract/desk.ts'
import type { SummaryWire } from '../contract/standstill.ts'
import { readSummarySlip } from '../readings/day.ts'
import type { DeskSlipPorts } from './desk-slips.ts'
import { encodeSlip } from './encode-slip.ts'
import { slipMessages } from './messages.ts'
import { cleanText } from './printable-text.ts'
import type { SlipBlock } from './slip-blocks.ts'
import { clockTime } from './slip-clock.ts'
import { layOutFrame } from './slip-frame.ts'

/** The roll is no notebook: so many expired numbers are named, the others counted. */
const mostLabels = 40

export type SummaryContent = ReturnType<typeof readSummarySlip>

/** The day in figures, for the binder of the hall: staff read it, so it is Indonesian. */
export function layOutSummary(content: SummaryContent): SlipBlock[] {
  const { summary, printedAt, timeZone, zoneAbbreviation } = content
  const { total, agencies, expired, systems } = summary
  const section = (title: string, lines: readonly string[]): SlipBlock[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'mark', text: title, diamond: false },
          { kind: 'note', lines: lines.map(cleanText) },
        ]
  return layOutFrame({ ...content, locale: 'id' }, [
    { kind: 'service', agency: 'Ringkasan hari', service: summary.day === null ? '' : dayText(summary.day) },
    {
      kind: 'note',
      lines: [
        `Nomor diambil: ${total.issued}`,
        `Dilayani: ${total.served}`,
        `Tidak hadir: ${total.noShow}`,
        `Kedaluwarsa: ${total.expired}`,
        `Dibatalkan: ${total.cancelled}`,
        `Tidak jadi tercetak: ${total.void}`,
        ...waitLines(total),
      ],
    },
    ...section(
      'Per instansi',
      agencies.map(({ name, issued, served, medianWait }) =>
        [
          `${name}: ${issued} diambil, ${served} dilayani`,
          ...(medianWait === null ? [] : [`tunggu ${medianWait} menit`]),
        ].join(', '),
      ),
    ),
    ...section(
      'Gangguan sistem pusat',
      systems.map(({ name, downMinutes }) => `${name}: ${downMinutes} menit`),
    ),
    ...section('Nomor kedaluwarsa', labelLines(expired)),
    {
      kind: 'foot',
      issued: `Dicetak pukul ${clockTime(printedAt, timeZone)} ${cleanText(zoneAbbreviation)}`,
      strong: summary.closed ? null : 'Hari belum ditutup.',
      plain: null,
    },
  ])
}

const waitLines = ({ medianWait, p90Wait }: SummaryWire['total']): string[] =>
  medianWait === null || p90Wait === null
    ? []
    : [`Waktu tunggu, nilai tengah: ${medianWait} menit`, `Sembilan dari sepuluh orang: paling lama ${p90Wait} menit`]

/** A line of the roll holds so many labels. */
const labelsInLine = 5

function labelLines(labels: readonly string[]): string[] {
  const named = labels.slice(0, mostLabels)
  const lines = Array.from({ length: Math.ceil(named.length / labelsInLine) }, (_, line) =>
    named.slice(line * labelsInLine, (line + 1) * labelsInLine).join(', '),
  )
  const left = labels.length - named.length
  return left > 0 ? [...lines, `dan ${left} lagi`] : lines
}

function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${slipMessages.id.months[(month ?? 1) - 1] ?? ''} ${year}`
}

/** Prints the day so far on the printer of a kiosk; a job that is no number's. */
export const printForDay =
  ({ spooler, fates, lens, paperOf }: DeskSlipPorts) =>
  (job: string, kiosk: string): Promise<PrintFate> =>
    fates.of(job, async () => {
      const bytes = await encodeSlip(layOutSummary(readSummarySlip(lens())), paperOf(kiosk))
      await spooler.enqueue({ id: job, ticket: '', label: 'RINGKASAN', printer: kiosk, bytes })
    })
