import { type Catalogue, createMessages, type Locale, type Text } from './messages/create-messages.ts'
import { dateText, timeText } from './time-text.ts'

/** Why no number is given, as the hub says it: a stable name, a sentence, and the facts of the next step (R6.1). */
export interface RefusalFacts {
  readonly name: string
  readonly message: Text
  readonly next?: unknown
}

/** The reason with its own times and names, and what would work instead; empty where nobody knows. */
export interface RefusalWords {
  readonly reason: string
  readonly step: string
}

const catalogue = {
  id: {
    'not-yet-open': 'Segera dibuka mulai {date}.',
    holiday: 'Hari libur: {name}.',
    exception: 'Tutup hari ini: {name}.',
    weekly: 'Gerai ini tidak melayani hari ini.',
    'not-yet': 'Gerai ini buka pukul {time}.',
    over: 'Pelayanan gerai ini hari ini sudah selesai.',
    'cut-off': 'Pengambilan nomor ditutup pukul {time}.',
    'quota-full': 'Kuota hari ini habis.',
    'quota-left': 'Kuota hari ini tinggal {n}.',
    'system-down': 'Layanan dihentikan sementara: gangguan sistem pusat {name}.',
    'already-holding': 'Anda masih memiliki nomor aktif {name} untuk layanan ini.',
    'closing-soon': 'Antrean diperkirakan belum selesai saat gerai tutup pukul {time}.',
    'from-time': 'Nomor dapat diambil mulai pukul {time}.',
    'booking-early': 'Lapor datang dibuka pukul {time}.',
    'booking-day': 'Reservasi ini untuk {date}, pukul {time}.',
    'booking-back': 'Silakan lapor datang pada hari itu.',
    'booking-anew': 'Silakan ambil nomor antrean.',
    'slot-next': 'Waktu kosong berikutnya: pukul {time}.',
    again: 'Tersedia {date}, pukul {time}.',
    until: 'Diperkirakan mulai lagi pukul {time}.',
  },
  en: {
    'not-yet-open': 'Opens soon, from {date}.',
    holiday: 'Public holiday: {name}.',
    exception: 'Closed today: {name}.',
    weekly: 'This booth does not serve today.',
    'not-yet': 'This booth opens at {time}.',
    over: 'This booth has finished serving today.',
    'cut-off': 'Numbers ended at {time}.',
    'quota-full': "Today's quota is used up.",
    'quota-left': "Only {n} of today's quota is left.",
    'system-down': 'Stopped for now: the central system {name} is down.',
    'already-holding': 'You still hold number {name} for this service.',
    'closing-soon': 'This line will probably not be served before the booth closes at {time}.',
    'from-time': 'Numbers are given from {time}.',
    'booking-early': 'Check-in opens at {time}.',
    'booking-day': 'This booking is for {date}, {time}.',
    'booking-back': 'Please check in on that day.',
    'booking-anew': 'Please take a queue number.',
    'slot-next': 'Next free time: {time}.',
    again: 'Available {date}, {time}.',
    until: 'Expected to go on at {time}.',
  },
} as const satisfies Catalogue

type Facts = Readonly<Record<string, unknown>>
type Key = keyof (typeof catalogue)['id']

const shown = { id: createMessages('id', catalogue), en: createMessages('en', catalogue) }
const dayMs = 24 * 60 * 60_000

/** A refusal in words. `now` in epoch ms; times are written in the site's zone. */
export function refusalWords(refusal: RefusalFacts, now: number, timeZone: string, locale: Locale): RefusalWords {
  const next = (refusal.next ?? {}) as Facts
  const { t } = shown[locale]
  const at = (name: string) => (typeof next[name] === 'number' ? (next[name] as number) : null)
  const text = (name: string) => (typeof next[name] === 'string' ? (next[name] as string) : '')
  const time = (instant: number) => timeText(instant, timeZone)
  const sentence = (key: Key, when: number | null, name = '') =>
    when === null && name === '' ? '' : t(key, { name, ...(when === null ? {} : { time: time(when) }) })

  const opensAt = at('opensAt')
  const again = () => {
    if (opensAt === null) return ''
    const isToday = dayOf(opensAt, timeZone) === dayOf(now, timeZone)
    if (isToday) return sentence('from-time', at('issuesFrom') ?? opensAt)
    return t('again', { date: dateOf(opensAt, now, timeZone, locale), time: time(opensAt) })
  }
  const why = (): string => {
    switch (refusal.name) {
      case 'not-yet-open':
        return text('opensOn') && t('not-yet-open', { date: dateOf(Date.parse(text('opensOn')), now, 'UTC', locale) })
      case 'closed-today':
      case 'closed-now': {
        const reason = text('reason')
        const name = text(locale === 'id' ? 'nameId' : 'nameEn')
        if (reason === 'holiday' || reason === 'exception') return sentence(reason, null, name)
        if (reason === 'not-yet') return sentence('not-yet', opensAt)
        return reason === 'weekly' || reason === 'over' ? t(reason) : ''
      }
      case 'cut-off':
        return sentence('cut-off', at('cutOffAt'))
      case 'closing-soon':
        return sentence('closing-soon', at('closesAt'))
      case 'quota-full': {
        const left = at('left') ?? 0
        return left > 0 ? t('quota-left', { n: left }) : t('quota-full')
      }
      case 'system-down':
        return sentence('system-down', null, text('name'))
      case 'already-holding':
        return sentence('already-holding', null, text('label'))
      case 'booking-other-day': {
        const slotAt = at('slotAt')
        return slotAt === null
          ? ''
          : t('booking-day', { date: dateOf(slotAt, now, timeZone, locale), time: time(slotAt) })
      }
      default:
        return ''
    }
  }
  const step = (): string => {
    switch (refusal.name) {
      case 'building-paused':
        return sentence('until', at('until'))
      case 'not-yet-open':
        return ''
      case 'booking-too-early':
        return sentence('booking-early', at('from'))
      case 'booking-other-day':
        return at('slotAt') === null || (at('slotAt') ?? 0) < now ? t('booking-anew') : t('booking-back')
      case 'booking-ended':
        return t('booking-anew')
      case 'slot-full':
        return sentence('slot-next', at('at'))
      default:
        return again()
    }
  }
  return { reason: why() || refusal.message[locale], step: step() }
}

/** Reason and next step in both languages, as one sentence after the other. */
export function refusalText(refusal: RefusalFacts, now: number, timeZone: string): Text {
  const both = (locale: Locale) => {
    const { reason, step } = refusalWords(refusal, now, timeZone, locale)
    return [reason, step].filter(Boolean).join(' ')
  }
  return { id: both('id'), en: both('en') }
}

/** The same refusal with the fullest sentence that can be made of it. `now` in epoch ms. */
export const saidInFull = <R extends RefusalFacts>(refusal: R, now: number, timeZone: string): R => ({
  ...refusal,
  message: refusalText(refusal, now, timeZone),
})

const dayOf = (at: number, timeZone: string): string => dateText(at, timeZone, 'en')

/** "Rabu, 15 Juli" within two months, with the year later. */
const dateOf = (at: number, now: number, timeZone: string, locale: Locale): string =>
  dateText(at, timeZone, locale, at - now < 60 * dayMs)
