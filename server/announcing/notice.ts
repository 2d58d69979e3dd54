import type { Language, Word } from '../../drivers/voices/voice.ts'
import type { PauseReason } from '../contract/standstill.ts'
import type { Sentence } from './sentence.ts'
import { spellFigures } from './spelling.ts'

/** What a zone is told beside its calls. `at` is the instant of the event in epoch ms; no names, no numbers of visitors. */
export interface Notice {
  readonly at: number
  readonly zone: string
  readonly news: News
}

/** `time`: a promised time of day in the building's zone, as `10:05`. */
export type News =
  | { readonly kind: 'paused'; readonly reason: PauseReason; readonly time: string | null }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'system-down' | 'system-up'; readonly agencies: readonly string[] }
  | { readonly kind: 'day-closed' }
  | { readonly kind: 'closing'; readonly minutes: number }

const causes: Record<Language, Record<PauseReason, string>> = {
  id: {
    ceremony: 'karena ada upacara',
    'fire-drill': 'karena latihan evakuasi',
    power: 'karena gangguan listrik',
    other: '',
  },
  en: { ceremony: 'for a ceremony', 'fire-drill': 'for a fire drill', power: 'because of a power failure', other: '' },
}

const phrases = {
  id: {
    attention: 'Mohon perhatian',
    paused: 'Pelayanan di seluruh gedung dihentikan sementara',
    kept: 'Urutan Anda tetap',
    from: 'Pelayanan dilanjutkan pukul',
    resumed: 'Pelayanan dilanjutkan dengan urutan yang sama. Terima kasih telah menunggu',
    down: 'Mohon maaf, layanan',
    downEnd: 'dihentikan sementara karena gangguan sistem pusat',
    valid: 'Nomor Anda tetap berlaku',
    up: 'Layanan',
    upEnd: 'dapat dilanjutkan. Urutan Anda tetap',
    closed: 'Pelayanan hari ini telah ditutup. Terima kasih atas kunjungan Anda',
    closing: 'Pelayanan hari ini ditutup dalam',
    minutes: 'menit',
    minute: 'menit',
    and: 'dan',
    oclock: '',
  },
  en: {
    attention: 'Your attention please',
    paused: 'Service in the whole building is paused',
    kept: 'Your place in line is kept',
    from: 'Service resumes at',
    resumed: 'Service has resumed, in the same order as before. Thank you for waiting',
    down: 'We apologise, the services of',
    downEnd: 'are paused because a central system is down',
    valid: 'Your number remains valid',
    up: 'The services of',
    upEnd: 'have resumed. Your place in line is kept',
    closed: 'Today’s service has ended. Thank you for your visit',
    closing: 'Today’s service ends in',
    minutes: 'minutes',
    minute: 'minute',
    and: 'and',
    oclock: 'o’clock',
  },
} as const

/** Each said in Indonesian and then in English: nobody in the hall has chosen a language for it. */
export const writeNotice = (news: News): Sentence[] =>
  (['id', 'en'] as const).map((language) => {
    const statements = [[word(phrases[language].attention)], ...statementsOf(news, language)]
    const text = statements.map((words) => `${words.map((one) => one.text).join(' ')}.`).join(' ')
    return { language, text, groups: statements }
  })

function statementsOf(news: News, language: Language): Word[][] {
  const words = phrases[language]
  switch (news.kind) {
    case 'paused': {
      const why = causes[language][news.reason]
      const promise = news.time === null ? [] : [[word(words.from), ...timeWords(news.time, language)]]
      return [[word([words.paused, why].filter(Boolean).join(' '))], [word(words.kept)], ...promise]
    }
    case 'resumed':
      return [[word(words.resumed)]]
    case 'system-down':
      return [[word(`${words.down} ${listed(news.agencies, words.and)} ${words.downEnd}`)], [word(words.valid)]]
    case 'system-up':
      return [[word(`${words.up} ${listed(news.agencies, words.and)} ${words.upEnd}`)]]
    case 'day-closed':
      return [[word(words.closed)]]
    case 'closing': {
      const count = spellFigures(String(news.minutes), 'value', language)
      const left = [word(words.closing), count, word(news.minutes === 1 ? words.minute : words.minutes)]
      return [left]
    }
  }
}

/** "sepuluh", "sepuluh nol lima"; in English a full hour is told by its word. */
function timeWords(time: string, language: Language): Word[] {
  const [hour = '0', minute = '00'] = time.split(':')
  const hours = spellFigures(String(Number(hour)), 'value', language)
  if (minute !== '00') return [hours, spellFigures(minute, 'mixed', language)]
  const { oclock } = phrases[language]
  return oclock === '' ? [hours] : [hours, word(oclock)]
}

function listed(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`
}

/**
 * A whole statement is one word of the script: a pack of clips may bring it recorded, under its own words. It counts as a
 * figure, so that a voice that lacks it says nothing instead of a time without its sense.
 */
const word = (text: string): Word => ({
  text,
  clips: [`notice-${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`],
  figure: true,
})
