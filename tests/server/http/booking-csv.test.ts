import type { KeptBooking } from '../../../server/contract/booking.ts'
import { readBookingCsv, writeBookingCsv } from '../../../server/http/booking-csv.ts'

const plain = { line: 2, service: 'DUKC-02', day: '2026-07-14', time: '09:30', priority: false, items: 1 }
const read = (text: string) => readBookingCsv(text).bookings

test.each([
  ['commas', 'layanan,tanggal,jam\nDUKC-02,2026-07-14,09:30\n'],
  [
    'semicolons, a byte order mark and line ends of Windows',
    '\uFEFFlayanan;tanggal;jam\r\nDUKC-02;14/07/2026;09.30\r\n',
  ],
  ['English names in another order', 'time,service,date\n9:30,dukc-02,14-7-2026'],
  ['quotation marks and gaps', '"layanan" , "tanggal","jam"\n"DUKC-02", 2026-07-14 ,09:30:00\n\n'],
  ['empty lines and empty further columns', 'layanan,tanggal,jam,prioritas,berkas\nDUKC-02,2026-07-14,09:30,,\n,,,,\n'],
])('a list with %s is read', (_, text) => {
  expect(readBookingCsv(text)).toEqual({ bookings: [plain], mistakes: [] })
})

test('priority and number of applications are read in both languages', () => {
  const text =
    'layanan,tanggal,jam,prioritas,berkas\nA,2026-07-14,09:30,Ya,3\nA,2026-07-14,09:30,no,\nA,2026-07-14,09:30,1,99\n'
  expect(read(text).map(({ priority, items }) => [priority, items])).toEqual([
    [true, 3],
    [false, 1],
    [true, 99],
  ])
})

test.each([
  ['', 1, 'kosong'],
  ['layanan,tanggal,jam\n', 1, 'kosong'],
  ['layanan,tanggal\nA,2026-07-14', 1, 'jam'],
  ['layanan,tanggal,jam\n,2026-07-14,09:30', 2, 'kode layanan'],
  ['layanan,tanggal,jam\nA,2026-02-30,09:30', 2, 'Tanggal'],
  ['layanan,tanggal,jam\nA,besok,09:30', 2, 'Tanggal'],
  ['layanan,tanggal,jam\nA,9999-12-31,09:30', 2, 'Tanggal'],
  ['layanan,tanggal,jam\nA,2026-07-14,25:00', 2, 'Jam'],
  ['layanan,tanggal,jam\n\n"A",2026-07-14,setengah', 3, 'Jam'],
  ['layanan,tanggal,jam,prioritas\nA,2026-07-14,09:30,lansia', 2, 'Prioritas'],
  ['layanan,tanggal,jam,berkas\nA,2026-07-14,09:30,0', 2, 'berkas'],
  ['layanan,tanggal,jam,berkas\nA,2026-07-14,09:30,1.5', 2, 'berkas'],
  [`layanan,tanggal,jam\n${'A,2026-07-14,09:30\n'.repeat(2001)}`, 1, '2000'],
])('mistake %#: its line and what to do are named', (text, line, word) => {
  const { bookings, mistakes } = readBookingCsv(text)
  expect(bookings).toEqual([])
  expect(mistakes).toEqual([expect.objectContaining({ line })])
  expect(mistakes[0]?.error.id).toContain(word)
  expect(mistakes[0]?.error.en).not.toBe('')
})

test('every mistake of a list is named, not only the first', () => {
  const text = 'layanan;tanggal;jam\nA;x;09.30\nA;2026-07-14;09.30\nA;2026-07-14;x\n'
  expect(readBookingCsv(text).mistakes.map(({ line }) => line)).toEqual([2, 4])
})

test.each(['nama', 'NIK', 'no hp', 'catatan'])(
  'a column that may hold personal data is refused by name: %s',
  (name) => {
    const { bookings, mistakes } = readBookingCsv(`layanan,tanggal,jam,${name}\nA,2026-07-14,09:30,Siti\n`)
    expect(bookings).toEqual([])
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]?.error.id).toContain(`"${name}" tidak diterima`)
  },
)

test('what is written for a spreadsheet holds no formula and is read back', () => {
  const booking: KeptBooking = {
    code: 'K7M3PX9Q',
    service: 'DUKC-02',
    slotAt: 0,
    day: '2026-07-14',
    priority: true,
    english: false,
    items: 2,
    state: 'booked',
    source: 'staff',
    createdAt: 0,
    by: 'officer-1',
  }
  const at = () => ({ date: '2026-07-14', time: '09:30:00' })
  const written = writeBookingCsv([booking, { ...booking, service: '=1+1;"x"' }], at)
  expect(written.split('\r\n')[1]).toBe('DUKC-02;2026-07-14;09:30;ya;2;K7M3PX9Q;terdaftar')
  expect(written.split('\r\n')[2]).toMatch(/^"'=1\+1;""x"""/)
  const back = written.split('\r\n').map((line) => line.split(';').slice(0, 5).join(';'))
  expect(read(back.slice(0, 2).join('\n'))).toEqual([{ ...plain, priority: true, items: 2 }])
})
