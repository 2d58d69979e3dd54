import type { Credential } from './folder.ts'

const hours = (at: Date) => at.toTimeString().slice(0, 5)

/** What the program says in its terminal, in both languages: whoever stands at such a PC reads one of them. */
export const words = {
  code: (code: string) => [
    `Kode pemasangan: ${code}`,
    'Buka konsol Antrean, tab Perangkat, pilih “Komputer pencetak atau suara”, lalu masukkan kode ini. Berlaku 15 menit.',
    `Pairing code: ${code}`,
    'Open the Antrean console, tab Devices, choose “Computer with printer or sound” and enter this code. Valid for 15 minutes.',
  ],
  silence: (hub: string) => [
    `Hub ${hub} belum menjawab; dicoba terus.`,
    `The hub ${hub} does not answer yet; it is asked again and again.`,
  ],
  paired: ({ place, name }: Credential) => [`Terpasang sebagai ${place} (${name}).`, `Paired as ${place} (${name}).`],
  connected: (at: Date) => [`${hours(at)} Tersambung dengan hub.`, `${hours(at)} Connected to the hub.`],
  lost: (at: Date) => [
    `${hours(at)} Sambungan ke hub terputus; disambung lagi dengan sendirinya.`,
    `${hours(at)} The connection to the hub is lost; it comes back by itself.`,
  ],
  forgotten: [
    'Perangkat ini sudah dilepas dari hub. Untuk memakainya lagi, pasang dengan kode baru.',
    'This device was removed from the hub. To use it again, pair it with a new code.',
  ],
  badHello: [
    'Hub ini versi lain dan tidak memahami program ini. Samakan versinya.',
    'This hub is of another version and does not understand this program. Install the same version.',
  ],
  identify: ({ place, name }: Credential) => [`\u0007>>> Ini ${place}: ${name}`, `>>> This is ${place}: ${name}`],
  trouble: (at: Date, text: string) => [`${hours(at)} ${text}`],
  stopped: ['Berhenti.', 'Stopped.'],
} as const
