import { inBoth } from './in-both.ts'

/** The bar, its tabs and the door: loaded with the page. */
export const shellCatalogue = inBoth({
  'tabs.title': ['Bagian', 'Sections'],
  'tab.langsung': ['Langsung', 'Live'],
  'tab.gerai': ['Gerai & loket', 'Booths & counters'],
  'tab.layanan': ['Layanan', 'Services'],
  'tab.jadwal': ['Jadwal', 'Hours'],
  'tab.petugas': ['Petugas', 'Officers'],
  'tab.gedung': ['Gedung', 'Building'],
  'tab.aturan': ['Aturan & teks', 'Rules & texts'],
  'tab.kesiapan': ['Kesiapan', 'Readiness'],
  'tab.perangkat': ['Perangkat', 'Devices'],
  'tab.riwayat': ['Riwayat', 'History'],
  'tab.paket': ['Paket', 'Package'],
  'page.title': ['{tab}: konsol gedung', '{tab}: building console'],
  'sign-in.others': ['Atau masuk sebagai', 'Or sign in as'],
  'sign-in.manager': ['Manajer gedung', 'Building manager'],
  'sign-in.auditor': ['Auditor', 'Auditor'],
  'sign-in.operator': ['Operator perangkat', 'Device operator'],
  'sign-in.agency': ['Admin instansi', 'Agency administrator'],
  'sign-in.which': ['Instansi', 'Agency'],
  'sign-in.switch': ['Ganti peran', 'Change role'],
  'live.agency': [
    'Gambaran langsung seluruh gedung dibuka oleh pengawas atau manajer. Gerai instansi Anda terbuka di sini.',
    'The live view of the whole building is for its supervisor or manager. The booths of your agency are open here.',
  ],
})

export type ShellKey = keyof typeof shellCatalogue.id
