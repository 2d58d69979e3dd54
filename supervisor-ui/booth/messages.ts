import { useMemo } from 'react'
import { createMessages, type Messages } from '../../ui-kit/messages/create-messages.ts'
import { type KitKey, kitCatalogue } from '../../ui-kit/messages/kit.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { inBoth } from '../messages/in-both.ts'

const boothCatalogue = inBoth({
  'panel.close': ['Kembali ke semua gerai', 'Back to all booths'],
  'panel.loading': ['Membaca gerai', 'Reading the booth'],
  'panel.failed': [
    'Gerai ini belum dapat dibaca. Periksa sambungan ke hub.',
    'The booth could not be read. Check the connection to the hub.',
  ],
  'panel.gone': ['Gerai ini tidak ada.', 'There is no such booth.'],
  'panel.read-only': ['Anda dapat melihat, tanpa mengubah.', 'You can look here, and change nothing.'],
  'act.failed': ['Belum tersimpan. Coba lagi.', 'Not saved yet. Try again.'],
  back: ['Kembali', 'Back'],
  why: ['Alasan', 'Reason'],

  counters: ['Loket', 'Counters'],
  'pending.break': ['Istirahat setelah pengunjung ini', 'On a break after this visitor'],
  'pending.closed': ['Tutup setelah pengunjung ini', 'Closes after this visitor'],
  'break.why': ['Istirahat: {reason}', 'On a break: {reason}'],
  'break.back': ['kembali {time}', 'back at {time}'],
  'officer.present': ['Petugas hadir', 'Officer present'],
  'officer.expected': ['Jam petugas mulai {time}', 'Shift begins at {time}'],
  'officer.absent': ['Petugas belum hadir sejak {time}', 'No officer yet since {time}'],
  'officer.left': ['Petugas pergi {time}', 'Officer left at {time}'],
  'officer.none': ['Tanpa petugas', 'No officer'],
  'ticket.called': ['dipanggil sejak {time}', 'called since {time}'],
  'ticket.serving': ['dilayani sejak {time}', 'being served since {time}'],
  'ticket.none': ['tanpa pengunjung', 'no visitor'],
  'act.open': ['Buka', 'Open'],
  'act.end-break': ['Akhiri istirahat', 'End the break'],
  'act.go-on': ['Tetap buka', 'Stay open'],
  'act.break': ['Istirahat', 'Break'],
  'act.close': ['Tutup', 'Close'],
  'act.requeue': ['Kembalikan ke antrean', 'Back into line'],
  'act.hand-over': ['Serahkan', 'Hand over'],
  'act.at': ['{act}: {counter}', '{act}: {counter}'],

  'break.title': ['Istirahat {counter}', 'A break for {counter}'],
  'break.until': ['Kembali dalam', 'Back in'],
  'break.open-end': ['Belum diketahui', 'Not known yet'],
  'break.minutes': ['{n} menit', '{n} minutes'],
  'break.do': ['Mulai istirahat', 'Start the break'],
  'close.title': ['Tutup {counter}', 'Close {counter}'],
  'close.do': ['Tutup loket', 'Close the counter'],
  'close.anyway': ['Tutup juga', 'Close all the same'],
  'close.waiting': [
    '{n} orang menunggu dan tidak ada loket lain yang buka untuk mereka. Nomor mereka tetap berlaku.',
    'People waiting with no other counter open for them: {n}. Their numbers stay valid.',
  ],
  when: ['Kapan', 'When'],
  'when.after': ['Setelah {label} selesai', 'After {label} is done'],
  'when.called': ['Sekarang juga; {label} kembali ke depan antrean', 'At once; {label} goes to the front of the line'],
  'when.serving': ['Sekarang juga; {label} ditunda', 'At once; {label} is put on hold'],
  'hand.title': ['Serahkan {label}', 'Hand over {label}'],
  'hand.to': ['Ke loket', 'To counter'],
  'hand.do': ['Serahkan', 'Hand over'],

  'list.waiting': ['Menunggu', 'Waiting'],
  'list.held': ['Ditunda', 'On hold'],
  'list.missed': ['Terlewat', 'Missed'],
  'list.no-show': ['Tidak hadir', 'Absent'],
  'list.done': ['Selesai terakhir', 'Done last'],
  'list.none': ['Tidak ada', 'None'],
  'row.returns': ['kembali ke {counter}', 'returns to {counter}'],
  'row.reopen': ['Buka kembali', 'Reopen'],
  'row.restore': ['Pulihkan', 'Restore'],
  'reopen.title': ['Buka kembali {label}', 'Reopen {label}'],
  'reopen.about': [
    'Nomor ini dipanggil lagi lebih dahulu di loket yang melayaninya.',
    'The number is called again first, where it was served.',
  ],
  'restore.title': ['Pulihkan {label}', 'Restore {label}'],
  'restore.about': ['Nomor ini masuk lagi di akhir antrean.', 'The number joins the line again, at its end.'],

  'said.reopened': ['{label} dibuka kembali dan menunggu panggilan.', '{label} is open again and waits to be called.'],
  'said.restored': ['{label} dipulihkan, di akhir antrean.', '{label} is restored, at the end of the line.'],
  'said.requeued': ['{label} kembali ke antrean di tempat semula.', '{label} is back in line at its old place.'],
  'said.handed': ['{label} diserahkan ke {counter}.', '{label} is handed over to {counter}.'],
  'said.changed': ['{counter} tersimpan.', '{counter} is saved.'],

  'agency.choose': ['Pilih gerai.', 'Choose a booth.'],
})

export type BoothKey = keyof (typeof boothCatalogue)['id']

/** The words of a booth's panel in the language of the page. */
export function useBoothWords(): Messages<BoothKey | KitKey> {
  const { locale } = useMessages()
  return useMemo(() => createMessages(locale, kitCatalogue, boothCatalogue), [locale])
}
