import { type Catalogue, createMessages } from '../messages/create-messages.ts'

/** What a paired screen says of itself. Nobody chooses a language there, so it is said in both. */
const catalogue = {
  id: {
    'pair.title': 'Pasangkan perangkat ini',
    'pair.code': 'Kode',
    'pair.how': 'Pengelola memasukkan kode ini di halaman pengawas, bagian Perangkat. Kode berganti sendiri.',
    'pair.asking': 'Meminta kode dari hub',
    'pair.lost': 'Hub belum dapat dihubungi. Dicoba terus.',
    'pair.approved': 'Dipasangkan sebagai {name}',
    'locked.title': 'Perangkat ini dikunci petugas',
    'locked.text': 'Perangkat sedang tidak dipakai. Silakan datang ke meja informasi.',
    'forgotten.title': 'Perangkat ini sudah dilepas',
    'forgotten.text':
      'Tidak ada nomor antrean yang ditampilkan di sini. Untuk memakainya lagi, pasangkan dengan kode ini.',
    'asleep.title': 'Layar sedang tidak dipakai',
    'identify.name': 'Perangkat ini bernama {name}',
  },
  en: {
    'pair.title': 'Pair this device',
    'pair.code': 'Code',
    'pair.how': 'A manager enters this code on the supervisor page, under Devices. It changes by itself.',
    'pair.asking': 'Asking the hub for a code',
    'pair.lost': 'The hub cannot be reached yet. Trying on.',
    'pair.approved': 'Paired as {name}',
    'locked.title': 'Staff have locked this device',
    'locked.text': 'It is not in use. Please go to the information desk.',
    'forgotten.title': 'This device was removed',
    'forgotten.text': 'No queue numbers are shown here. To use it again, pair it with this code.',
    'asleep.title': 'This screen is not in use',
    'identify.name': 'This device is called {name}',
  },
} as const satisfies Catalogue

export const inIndonesian = createMessages('id', catalogue)
export const inEnglish = createMessages('en', catalogue)
export type DeviceKey = keyof (typeof catalogue)['id']
