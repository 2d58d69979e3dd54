import { inBoth } from './in-both.ts'

/** How zones sound, what a long line of announcements may do, and the building's own announcements. */
export const soundFieldCatalogue = inBoth({
  'kind.sound': ['Suara', 'Sound'],
  'field.sound': ['Suara zona', 'Sound of the zone'],
  'help.sound': [
    'Tanpa ini: volume penuh, lewat layar yang bersuara.',
    'Without it: full volume, through displays with sound.',
  ],
  'field.volume': ['Volume', 'Volume'],
  'field.sound-area': ['Satu ruang suara dengan', 'Shares its sound with'],
  'help.sound-area': [
    'Zona yang saling mendengar diberi kode yang sama: bicara bergantian.',
    'Zones that hear each other have the same code: they speak in turn.',
  ],
  'field.sound-displays': ['Bila beberapa layar bersuara', 'When several displays have sound'],
  'sound-displays.one': ['Satu saja, yang paling lama tersambung', 'One only, the longest connected'],
  'sound-displays.all': ['Semua bersama', 'All together'],
  'field.sound-hours': ['Volume pada jam tertentu', 'Volume at certain hours'],
  'help.sound-hours': [
    '0 = jam tenang: panggilan hanya di layar. Yang pertama cocok berlaku.',
    '0 = quiet hours: calls on displays only. The first that fits holds.',
  ],
  'field.sound-outputs': ['Pengeras suara', 'Loudspeakers'],
  'help.sound-outputs': [
    'Semua berbunyi bersama. Kosong = layar zona ini.',
    'All sound together. Empty = the displays of this zone.',
  ],
  'field.sound-kind': ['Lewat', 'Through'],
  'sound-kind.displays': ['Layar zona', 'Displays of the zone'],
  'sound-kind.alsa': ['Kartu suara (ALSA)', 'Sound card (ALSA)'],
  'field.sound-device': ['Perangkat ALSA', 'ALSA device'],
  'field.sound-host': ['Di komputer lain', 'On another PC'],
  'group.sound': ['Antrean suara yang panjang', 'A long line of announcements'],
  'about.sound': [
    'Semua mati: setiap panggilan diucapkan utuh. Yang menyala berlaku ketika antrean suara panjang; hanya di layar bila dua kali sepanjang itu.',
    'All off: every call is spoken whole. What is on holds while the line is long; displays only when it is twice as long.',
  ],
  'field.sound-policy': ['Langkah ketika antrean suara panjang', 'Measures in a long line'],
  'field.busy-from': ['Panjang sejak', 'Long from'],
  'help.busy-from': ['Panggilan yang menunggu suara di satu ruang.', 'Calls that wait for the voice in one area.'],
  'measure.recalls.merge': ['Panggilan ulang: gabungkan yang bersebelahan', 'Recalls: merge neighbours'],
  'measure.recalls.shorten': ['Panggilan ulang: persingkat', 'Recalls: shorten'],
  'measure.recalls.screenOnly': ['Panggilan ulang: hanya di layar', 'Recalls: displays only'],
  'measure.firstCalls.merge': ['Panggilan pertama: gabungkan yang bersebelahan', 'First calls: merge neighbours'],
  'measure.firstCalls.shorten': ['Panggilan pertama: persingkat', 'First calls: shorten'],
  'measure.firstCalls.screenOnly': ['Panggilan pertama: hanya di layar', 'First calls: displays only'],
  'group.announcements': ['Pengumuman gedung', 'Announcements of the building'],
  'about.announcements': [
    'Kalimat siap pakai untuk tombol Suara; tanpa nama orang.',
    'Ready sentences for the sound button; no names of people.',
  ],
  'field.announcement': ['Pengumuman', 'Announcement'],
  'unit.percent': ['%', '%'],
  'unit.calls': ['panggilan', 'calls'],
})
