import { createHash } from 'node:crypto'
import type { Language, Word } from '../../drivers/voices/voice.ts'
import type { Text } from '../contract/site.ts'
import type { PauseReason } from '../contract/standstill.ts'
import type { Sentence } from './sentence.ts'
import { spellFigures } from './spelling.ts'

/** What a zone is told beside its calls. `at` is the instant of the event in epoch ms; no names, no numbers of visitors. */
export interface Notice {
  readonly at: number
  readonly zone: string
  readonly news: News
  /** Somebody has asked for it now: it is never too late. */
  readonly isComposed?: true
  /** Whether whoever asked for it has taken it back. */
  readonly isWithdrawn?: () => boolean
  /** Told once, when it needs no voice any more. */
  readonly onEnd?: (end: NoticeEnd) => void
}

/** How a notice ended at the loudspeakers; the reasons are those of calls, `too-late` and `withdrawn`. */
export interface NoticeEnd {
  readonly state: 'spoken' | 'screen-only' | 'dropped' | 'failed'
  readonly reason: string | null
}

/** Goes before everything else, also in a pause and in quiet hours. */
export const isAlarm = ({ kind }: News): boolean => kind === 'evacuation'

/** `time`: a promised time of day in the building's zone, as `10:05`. */
export type News =
  | { readonly kind: 'paused'; readonly reason: PauseReason; readonly time: string | null }
  | { readonly kind: 'resumed' }
  | { readonly kind: 'system-down' | 'system-up'; readonly agencies: readonly string[] }
  | { readonly kind: 'day-closed' }
  | { readonly kind: 'closing'; readonly minutes: number }
  | { readonly kind: 'lost-child'; readonly floor: number | null }
  | { readonly kind: 'disruption' | 'evacuation' | 'test' }
  | { readonly kind: 'text'; readonly text: Text }

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
    someBooths: 'beberapa gerai',
    child: 'Seorang anak menunggu orang tuanya di Meja Informasi',
    floor: 'Lantai',
    disruption: 'Mohon maaf, sedang ada gangguan. Petugas sedang menanganinya',
    evacuation: 'Ini pengumuman darurat. Tinggalkan gedung dengan tenang melalui pintu terdekat',
    follow: 'Jangan gunakan lift. Ikuti petunjuk petugas',
    test: 'Ini tes suara',
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
    someBooths: 'some booths',
    child: 'A child is waiting for their parents at the information desk',
    floor: 'floor',
    disruption: 'We apologise, there is a disruption. Staff are working on it',
    evacuation: 'This is an emergency announcement. Leave the building calmly by the nearest door',
    follow: 'Do not use the lift. Follow the instructions of the staff',
    test: 'This is a sound test',
  },
} as const

/** Each said in Indonesian and then in English: nobody in the hall has chosen a language for it. */
export const writeNotice = (news: News): Sentence[] =>
  (['id', 'en'] as const).map((language) => {
    const sentence = writeStatements(news, language)
    // Names that the voice cannot say stay on the screens.
    return 'agencies' in news
      ? { ...sentence, instead: writeStatements({ ...news, agencies: [] }, language) }
      : sentence
  })

function writeStatements(news: News, language: Language): Sentence {
  const statements = [[word(phrases[language].attention)], ...statementsOf(news, language)]
  const text = statements.map((words) => `${words.map((one) => one.text).join(' ')}.`).join(' ')
  return { language, text, groups: statements }
}

function statementsOf(news: News, language: Language): Word[][] {
  const words = phrases[language]
  switch (news.kind) {
    case 'paused': {
      const why = causes[language][news.reason]
      const promise = news.time === null ? [] : [[word(words.from), ...timeWords(news.time, language)]]
      return [[word(words.paused), ...(why ? [word(why)] : [])], [word(words.kept)], ...promise]
    }
    case 'resumed':
      return [[word(words.resumed)]]
    case 'system-down':
      return [[word(words.down), ...agencyWords(news.agencies, language), word(words.downEnd)], [word(words.valid)]]
    case 'system-up':
      return [[word(words.up), ...agencyWords(news.agencies, language), word(words.upEnd)]]
    case 'day-closed':
      return [[word(words.closed)]]
    case 'closing': {
      const count = spellFigures(String(news.minutes), 'value', language)
      const left = [word(words.closing), count, word(news.minutes === 1 ? words.minute : words.minutes)]
      return [left]
    }
    case 'lost-child': {
      const level = news.floor === null ? [] : [word(words.floor), spellFigures(String(news.floor), 'value', language)]
      return [[word(words.child), ...level]]
    }
    case 'disruption':
      return [[word(words.disruption)], [word(words.valid)]]
    case 'evacuation':
      return [[word(words.evacuation)], [word(words.follow)]]
    case 'test':
      return [[word(words.test)]]
    case 'text':
      return [[word(news.text[language].replace(/\.$/, ''))]]
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

/** "PN, PA dan Kejaksaan": a name is a clip of its own, because each building has others. Without any: some booths. */
function agencyWords(names: readonly string[], language: Language): Word[] {
  const { and, someBooths } = phrases[language]
  if (names.length === 0) return [word(someBooths)]
  return names.flatMap((name, index) => {
    const isLast = index === names.length - 1
    const named = {
      text: isLast || index === names.length - 2 ? name : `${name},`,
      clips: [noticeClip(name)],
      figure: true,
    }
    return isLast && index > 0 ? [word(and), named] : [named]
  })
}

/**
 * A whole statement is one word of the script: a pack of clips may bring it recorded, under its own words. It counts as a
 * figure, so that a voice that lacks it says nothing instead of a time without its sense.
 */
const word = (text: string): Word => ({ text, clips: [clipOf(text)], figure: true })

/** As long as a file of an archive may be called. */
const clipLettersAtMost = 90

/** A single word is the same clip wherever it is said; a statement is named by its words. */
const clipOf = (text: string): string => (/\s/.test(text) ? noticeClip(text) : slugOf(text))

/** The name of a clip of free words; `notice-` keeps it apart from the words of calls. A long one ends with its fingerprint. */
export function noticeClip(text: string): string {
  const name = `notice-${slugOf(text)}`
  if (name.length <= clipLettersAtMost) return name
  const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return `${name.slice(0, clipLettersAtMost - fingerprint.length - 1)}-${fingerprint}`
}

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
