import type { Catalogue } from '../../ui-kit/messages/create-messages.ts'

/** What the voice guide says beside the words of the page, and the strip that shows it. */
export const guideCatalogue = {
  id: {
    'guide.name': 'Panduan suara',
    'guide.hello': 'Panduan suara menyala.',
    'guide.how':
      'Tombol bawah untuk pilihan berikutnya, tombol atas untuk sebelumnya, tombol pilih untuk mengambilnya.',
    'guide.more': 'Kembali untuk mundur, tombol bantuan untuk mengulang.',
    'guide.bye': 'Panduan suara selesai. Terima kasih.',
    'guide.choices': 'Ada {n} pilihan di halaman ini.',
    'guide.no-choice': 'Tidak ada pilihan di halaman ini.',
    'guide.choice': '{name}. Pilihan {i} dari {n}.',
    'guide.on': 'dipilih',
    'guide.choose-first': 'Tekan tombol bawah untuk mendengar pilihan.',
    'guide.number': 'Nomor antrean {label}.',
    'guide.again': 'Sekali lagi: nomor antrean {label}.',
    'guide.volume': 'Volume {n} dari {most}.',
    'guide.from-to': '{a} sampai {b}',
    'guide.clock': '{h} lewat {m}',
    'guide.part': 'Suara panduan tidak lengkap di kios ini. Petugas di meja informasi siap membantu.',
    'guide.none': 'Suara panduan tidak tersedia di kios ini. Petugas di meja informasi siap membantu.',
  },
  en: {
    'guide.name': 'Voice guide',
    'guide.hello': 'The voice guide is on.',
    'guide.how': 'Down for the next choice, up for the one before, the select key to take it.',
    'guide.more': 'Back to go back, help to hear it again.',
    'guide.bye': 'The voice guide has ended. Thank you.',
    'guide.choices': 'There are {n} choices on this page.',
    'guide.choices_one': 'There is one choice on this page.',
    'guide.no-choice': 'There is nothing to choose on this page.',
    'guide.choice': '{name}. Choice {i} of {n}.',
    'guide.on': 'selected',
    'guide.choose-first': 'Press down to hear the choices.',
    'guide.number': 'Queue number {label}.',
    'guide.again': 'Once more: queue number {label}.',
    'guide.volume': 'Volume {n} of {most}.',
    'guide.from-to': '{a} to {b}',
    'guide.clock': '{h} {m}',
    'guide.part': 'The voice guide is not complete at this kiosk. The information desk is glad to help.',
    'guide.none': 'The voice guide has no voice at this kiosk. The information desk is glad to help.',
  },
} as const satisfies Catalogue

export type GuideKey = Exclude<keyof (typeof guideCatalogue)['id'], `${string}_one`>
