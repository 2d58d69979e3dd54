import { inBoth } from './in-both.ts'

/** The figures of the rule book, and what each of them does. */
export const ruleCatalogue = inBoth({
  'rule.aheadOfTurn': ['Panggilan di luar giliran berturut-turut (k)', 'Calls ahead of turn in a row (k)'],
  'rule-help.aheadOfTurn': [
    'Sesudah sebanyak ini nomor prioritas atau nomor yang kembali, loket memanggil nomor biasa.',
    'After so many priority or returning numbers a counter calls an ordinary one.',
  ],
  'rule.tierMinutes': ['Batas tunggu tingkat kedua', 'Second-tier threshold'],
  'rule-help.tierMinutes': [
    'Sesudah menunggu selama ini, layanan tingkat kedua ikut bersaing di tingkat pertama.',
    'After waiting so long a second-tier service competes in the first tier.',
  ],
  'rule.returnAfter': ['Jeda nomor yang terlewat', 'Pause of a missed number'],
  'rule-help.returnAfter': [
    'Nomor yang kembali dapat dipanggil lagi sesudah sebanyak ini pengunjung lain.',
    'A returning number can be called again after so many other visitors.',
  ],
  'rule.legCreditMinutes': [
    'Waktu tunggu yang dibawa ke layanan berikutnya',
    'Waiting time carried to the next service',
  ],
  'rule-help.legCreditMinutes': [
    'Paling banyak menit tunggu yang dihitung ketika satu kunjungan beralih gerai.',
    'At most so many minutes count when a visit goes on to another booth.',
  ],
  'rule.recallSeconds': ['Jarak antarpanggilan ulang', 'Time between calls of one number'],
  'rule-help.recallSeconds': [
    'Panggilan ulang tidak lebih cepat daripada ini.',
    'A number is not called again sooner than this.',
  ],
  'rule.callsAtMost': ['Panggilan paling banyak', 'Calls at most'],
  'rule-help.callsAtMost': [
    'Sesudah itu petugas ditawari menandai terlewat.',
    'After that the officer is offered to mark it missed.',
  ],
  'rule.otherFloorSeconds': ['Tambahan waktu jalan antarlantai', 'Extra walking time between floors'],
  'rule-help.otherFloorSeconds': [
    'Ditambahkan sebelum nomor dapat ditandai terlewat bila gerainya di lantai lain.',
    'Added before a number can be marked missed when its booth is on another floor.',
  ],
  'rule.undoSeconds': ['Waktu untuk mengurungkan', 'Time to undo'],
  'rule-help.undoSeconds': [
    'Selama ini petugas dapat mengurungkan tindakan terakhirnya.',
    'For so long an officer can take the last action back.',
  ],
  'rule.reservedSeconds': ['Nomor yang belum diambil', 'Numbers not yet taken'],
  'rule-help.reservedSeconds': [
    'Nomor yang slipnya belum keluar menjadi batal sesudah ini.',
    'A number whose slip has not come out is void after this.',
  ],
  'rule.autoStartSeconds': ['Mulai melayani sendiri', 'Start serving by itself'],
  'rule-help.autoStartSeconds': [
    'Detik sesudah panggilan; 0 = dengan tombol.',
    'Seconds after the call; 0 = by a button.',
  ],
  'rule.autoCallSeconds': ['Panggil berikutnya sendiri', 'Call the next one by itself'],
  'rule-help.autoCallSeconds': [
    'Detik sesudah loket bebas; 0 = dengan tombol.',
    'Seconds after the counter is free; 0 = by a button.',
  ],
  'rule.bookingEarlyMinutes': ['Lapor diri paling awal', 'Check-in opens'],
  'rule-help.bookingEarlyMinutes': ['Sebelum waktu yang dipesan.', 'Before the booked time.'],
  'rule.bookingLateMinutes': ['Lapor diri paling lambat', 'Check-in closes'],
  'rule-help.bookingLateMinutes': [
    'Sesudah waktu yang dipesan; lewat dari itu tempatnya dihitung sejak lapor diri.',
    'After the booked time; later than that the place counts from the check-in.',
  ],
  'rule.issueEarlyMinutes': ['Nomor dibagikan sebelum jam buka', 'Numbers are given before opening'],
  'rule-help.issueEarlyMinutes': [
    'Nomor boleh diambil selama ini sebelum jam buka yang pertama.',
    'Numbers can be taken for so long before the first opening hour.',
  ],
  'rule.cutOffMinutes': ['Nomor berhenti sebelum jam tutup', 'Numbers end before closing'],
  'rule-help.cutOffMinutes': ['Gerai dan layanan boleh menentukan lain.', 'Booths and services may say otherwise.'],
  'rule.closeAfterMinutes': ['Hari ditutup sendiri', 'The day closes by itself'],
  'rule-help.closeAfterMinutes': [
    'Sesudah jam tutup terakhir; kosong = pada akhir tanggal.',
    'After the last closing time; empty = at the end of the date.',
  ],
})
