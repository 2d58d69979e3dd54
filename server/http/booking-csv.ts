import type { KeptBooking } from '../contract/booking.ts'
import type { Text } from '../contract/site.ts'

/** One booking of a list as it was written: a day as 2026-07-14, a time as 09:30. */
export interface CsvBooking {
  /** In the file, from 1. */
  readonly line: number
  readonly service: string
  readonly day: string
  readonly time: string
  readonly priority: boolean
  readonly items: number
}
export interface CsvMistake {
  readonly line: number
  readonly service: string | null
  readonly error: Text
}

const rowsAtMost = 2000

type Column = 'service' | 'day' | 'time' | 'priority' | 'items'
const columns: Readonly<Record<string, Column>> = {
  layanan: 'service',
  service: 'service',
  tanggal: 'day',
  date: 'day',
  jam: 'time',
  time: 'time',
  prioritas: 'priority',
  priority: 'priority',
  berkas: 'items',
  items: 'items',
}
const needed: readonly Column[] = ['service', 'day', 'time']

const mistakes = {
  empty: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  tooLong: {
    id: `Paling banyak ${rowsAtMost} baris sekali impor. Bagi berkas ini.`,
    en: `At most ${rowsAtMost} rows at once. Please split the file.`,
  },
  missing: {
    id: 'Baris pertama harus menyebut kolom layanan, tanggal, dan jam.',
    en: 'The first line must name the columns service, date and time.',
  },
  service: { id: 'Sebutkan kode layanan.', en: 'Give the code of the service.' },
  day: { id: 'Tanggal ditulis seperti 2026-07-14 atau 14/07/2026.', en: 'Write the date as 2026-07-14 or 14/07/2026.' },
  time: { id: 'Jam ditulis seperti 09.30.', en: 'Write the time as 09:30.' },
  priority: { id: 'Prioritas ditulis ya atau tidak.', en: 'Write priority as yes or no.' },
  items: { id: 'Jumlah berkas dari 1 sampai 99.', en: 'The number of applications is from 1 to 99.' },
} as const satisfies Record<string, Text>

/** A column that we do not know is refused and not skipped: it may hold names or identity numbers, and those are not taken. */
const strangeColumn = (names: readonly string[]): Text => {
  const list = names.map((name) => `"${name.slice(0, 40)}"`).join(', ')
  return {
    id: `Kolom ${list} tidak diterima. Reservasi tidak menyimpan data pribadi; hapus kolom itu dari berkas.`,
    en: `The column ${list} is not accepted. Bookings hold no personal data; please take it out of the file.`,
  }
}

/** Reads a list with a header in either language, its fields divided by commas or semicolons. Gives every mistake with its line. */
export function readBookingCsv(text: string): { bookings: CsvBooking[]; mistakes: CsvMistake[] } {
  const [header, ...rows] = splitCsv(text)
  const whole = (error: Text, line = 1) => ({ bookings: [], mistakes: [{ line, service: null, error }] })
  if (!header) return whole(mistakes.empty)
  const names = header.fields.map((name) => name.trim().toLowerCase())
  const strange = header.fields.filter((_, index) => !columns[names[index] ?? ''])
  if (strange.length > 0) return whole(strangeColumn(strange.map((name) => name.trim())), header.line)
  const places = new Map(names.map((name, index) => [columns[name], index]))
  if (needed.some((column) => !places.has(column))) return whole(mistakes.missing, header.line)
  if (rows.length === 0) return whole(mistakes.empty)
  if (rows.length > rowsAtMost) return whole(mistakes.tooLong)

  const read = rows.map(({ line, fields }) => readRow(line, (column) => fields[places.get(column) ?? -1]?.trim() ?? ''))
  return {
    bookings: read.flatMap((row) => ('error' in row ? [] : [row])),
    mistakes: read.flatMap((row) => ('error' in row ? [row] : [])),
  }
}

function readRow(line: number, field: (column: Column) => string): CsvBooking | CsvMistake {
  const service = field('service').toUpperCase()
  const wrong = (error: Text): CsvMistake => ({ line, service: service.slice(0, 40) || null, error })
  const day = readDay(field('day'))
  const time = readTime(field('time'))
  const priority = yesOrNo[field('priority').toLowerCase()]
  const items = field('items') === '' ? 1 : Number(field('items'))
  if (service === '' || service.length > 40) return wrong(mistakes.service)
  if (day === null) return wrong(mistakes.day)
  if (time === null) return wrong(mistakes.time)
  if (priority === undefined) return wrong(mistakes.priority)
  if (!Number.isInteger(items) || items < 1 || items > 99) return wrong(mistakes.items)
  return { line, service, day, time, priority, items }
}

const yesOrNo: Readonly<Record<string, boolean>> = {
  '': false,
  tidak: false,
  no: false,
  '0': false,
  ya: true,
  yes: true,
  '1': true,
}

function readDay(text: string): string | null {
  const iso = /^((?:19|2\d)\d{2})-(\d{2})-(\d{2})$/.exec(text)
  const local = /^(\d{1,2})[/-](\d{1,2})[/-]((?:19|2\d)\d{2})$/.exec(text)
  const [year = '', month = '', date = ''] = iso?.slice(1) ?? local?.slice(1).reverse() ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const at = Date.parse(day)
  // 31 February is read as a day of March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null
}

function readTime(text: string): string | null {
  const [, hours = '', minutes] = /^(\d{1,2})[.:](\d{2})(?:[.:]00)?$/.exec(text) ?? []
  return minutes !== undefined && Number(hours) < 24 && Number(minutes) < 60
    ? `${hours.padStart(2, '0')}:${minutes}`
    : null
}

interface Line {
  readonly line: number
  readonly fields: readonly string[]
}

/** Fields may stand in quotation marks, with the divider, a line end or doubled marks inside. Empty lines are left out. */
function splitCsv(text: string): Line[] {
  const content = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const [head = ''] = content.split('\n', 1)
  const divider = head.includes(';') ? ';' : ','
  const lines: Line[] = []
  let fields: string[] = []
  let field = ''
  let isQuoted = false
  let line = 1
  let begun = 1
  const endField = () => {
    fields.push(field)
    field = ''
  }
  const endLine = () => {
    endField()
    if (fields.some((one) => one.trim() !== '')) lines.push({ line: begun, fields })
    fields = []
    begun = line + 1
  }
  for (let index = 0; index < content.length; index++) {
    const letter = content[index] as string
    if (isQuoted && letter === '"' && content[index + 1] === '"') {
      field += letter
      index += 1
    } else if (letter === '"' && isQuoted) isQuoted = false
    else if (letter === '"' && field.trim() === '') {
      field = ''
      isQuoted = true
    } else if (letter === divider && !isQuoted) endField()
    else if (letter === '\n' && !isQuoted) endLine()
    else field += letter
    if (letter === '\n') line += 1
  }
  endLine()
  return lines
}

const states = { booked: 'terdaftar', 'checked-in': 'datang', cancelled: 'batal' } as const

/** The list of a day for a spreadsheet, in the columns that can be read back and the two that cannot. */
export function writeBookingCsv(
  bookings: readonly KeptBooking[],
  wallClock: (at: number) => { date: string; time: string },
): string {
  const rows = bookings.map(({ code, service, slotAt, priority, items, state }) => {
    const { date, time } = wallClock(slotAt)
    return [service, date, time.slice(0, 5), priority ? 'ya' : 'tidak', String(items), code, states[state]]
  })
  const header = ['layanan', 'tanggal', 'jam', 'prioritas', 'berkas', 'kode', 'keadaan']
  return [header, ...rows].map((fields) => `${fields.map(safeField).join(';')}\r\n`).join('')
}

/** A field that begins like a formula is a text to a spreadsheet only behind an apostrophe. */
function safeField(field: string): string {
  const text = /^[=+\-@\t\r]/.test(field) ? `'${field}` : field
  return /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
