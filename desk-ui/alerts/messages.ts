import type { Catalogue } from '../../ui-kit/messages/create-messages.ts'

/** What stands still and who calls for help, at the information desk. */
export const deskAlertCatalogue = {
  id: {
    'alerts.title': 'Gangguan dan bantuan',
    'still.pause': 'Nomor belum dapat diberikan. Urutan semua orang tetap.',
    'still.closed': 'Nomor baru tidak diberikan lagi hari ini.',
    'still.system': '{system} terganggu {since}: nomor baru untuk {booths} belum diberikan.',
    'help.emergency': 'Darurat: {counter} di Gerai {sign}, Lantai {level}',
    'help.supervisor': '{counter} di Gerai {sign} memanggil pengawas',
    'help.answers': '{n} orang menanggapi',
    'help.come': 'Saya datang',
    'help.end': 'Selesai',
    'help.two': 'Berakhir setelah dua orang menanggapi.',
    'help.failed': 'Belum tersimpan. Coba lagi.',
  },
  en: {
    'alerts.title': 'Standstills and help',
    'still.pause': 'No numbers can be given now. Everybody keeps their place.',
    'still.closed': 'No new numbers today.',
    'still.system': '{system} is down {since}: no new numbers for {booths}.',
    'help.emergency': 'Emergency: {counter} at booth {sign}, floor {level}',
    'help.supervisor': '{counter} at booth {sign} calls the supervisor',
    'help.answers': '{n} people have answered',
    'help.answers_one': '{n} person has answered',
    'help.come': 'I am coming',
    'help.end': 'Done',
    'help.two': 'It ends after two people have answered.',
    'help.failed': 'Not saved yet. Try again.',
  },
} as const satisfies Catalogue
