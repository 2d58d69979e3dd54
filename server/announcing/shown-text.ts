import type { Text } from '../contract/site.ts'
import type { News } from './notice.ts'

/** A composed announcement as the displays write it: with figures, and without "mohon perhatian". */
export function writeShown(news: News): Text {
  switch (news.kind) {
    case 'closing':
      return {
        id: `Pelayanan hari ini ditutup dalam ${news.minutes} menit.`,
        en: `Today’s service ends in ${news.minutes} ${news.minutes === 1 ? 'minute' : 'minutes'}.`,
      }
    case 'lost-child': {
      const [at, on] = news.floor === null ? ['', ''] : [`, Lantai ${news.floor}`, `, floor ${news.floor}`]
      return {
        id: `Seorang anak menunggu orang tuanya di Meja Informasi${at}.`,
        en: `A child is waiting for their parents at the information desk${on}.`,
      }
    }
    case 'disruption':
      return {
        id: 'Mohon maaf, sedang ada gangguan. Petugas sedang menanganinya. Nomor Anda tetap berlaku.',
        en: 'We apologise, there is a disruption. Staff are working on it. Your number remains valid.',
      }
    case 'evacuation':
      return {
        id: 'Keadaan darurat. Tinggalkan gedung dengan tenang melalui pintu terdekat. Jangan gunakan lift. Ikuti petunjuk petugas.',
        en: 'Emergency. Leave the building calmly by the nearest door. Do not use the lift. Follow the instructions of the staff.',
      }
    case 'text':
      return news.text
    case 'test':
      return { id: 'Tes suara', en: 'Sound test' }
    default:
      return { id: '', en: '' }
  }
}
