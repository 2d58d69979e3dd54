import type { Language } from '../../drivers/voices/voice.ts'
import { compileSite } from '../contract/catalogue.ts'
import type { SitePackage } from '../contract/site.ts'
import { pauseReasons } from '../contract/standstill.ts'
import { type ListedWord, type WordGroup, wordGroups, wordKey } from '../contract/voice.ts'
import { type News, noticeClip, writeNotice } from './notice.ts'
import { type Sentence, writeSentences } from './sentence.ts'
import { letterNames, spellFigures, spellLetter, valueWords } from './spelling.ts'

const languages = ['id', 'en'] as const satisfies readonly Language[]

/** Whose value words are all that any number up to 9999 is made of. */
const tellingNumbers = [...Array.from({ length: 101 }, (_, value) => value), 200, 1000, 2000]

/**
 * Every clip that a voice needs to say whatever this building may say, each once: found by writing the very sentences, so that
 * nobody records a word in vain. Names of agencies are among them only where their outage is announced.
 */
export function listWords(site: SitePackage): ListedWord[] {
  const words = new Map<string, ListedWord>()
  const agencies = agenciesOfSystems(site)
  const names = new Set(agencies.map(noticeClip))
  const add = (sentence: Sentence | undefined): void => {
    if (!sentence) return
    const { language } = sentence
    for (const word of sentence.groups.flat()) {
      for (const clip of word.clips) {
        const text = word.clips.length > 1 ? clip : word.text.replace(/,$/, '')
        const listed = {
          language,
          clip,
          text,
          group: names.has(clip) ? 'agencies' : groupOf(clip, language),
          ...spokenAs(clip, language),
        } as const
        if (!words.has(wordKey(listed))) words.set(wordKey(listed), listed)
      }
    }
    add(sentence.instead)
  }
  for (const sentence of [...callSentences(site), ...allNews(site, agencies).flatMap(writeNotice)]) add(sentence)
  return [...words.values()].sort(
    (a, b) =>
      languages.indexOf(a.language) - languages.indexOf(b.language) ||
      wordGroups.indexOf(a.group) - wordGroups.indexOf(b.group),
  )
}

const numberWords: Record<Language, ReadonlySet<string>> = {
  id: new Set(tellingNumbers.flatMap((value) => valueWords(value, 'id'))),
  en: new Set(tellingNumbers.flatMap((value) => valueWords(value, 'en'))),
}

function groupOf(clip: string, language: Language): WordGroup {
  if (clip.startsWith('letter-')) return 'letters'
  if (clip.startsWith('notice-')) return 'notices'
  return numberWords[language].has(clip) ? 'numbers' : 'phrases'
}

/** How a letter is read aloud, where that is not as it is written. */
function spokenAs(clip: string, language: Language): { spoken?: string } {
  const letter = /^letter-([a-z])$/.exec(clip)?.[1]
  const spoken = language === 'id' && letter ? letterNames[letter.charCodeAt(0) - 97] : undefined
  return spoken && spoken !== letter ? { spoken } : {}
}

/** The sentences of calls with every letter, figure and place of the building. */
function callSentences(site: SitePackage): Sentence[] {
  const catalogue = compileSite(site)
  const { numberReading: reading, counterNaming } = site.site
  const places = [...catalogue.counters.keys()].flatMap((counter) => {
    const booth = catalogue.boothOfCounter(counter)
    const counterInBooth = catalogue.countersOfBooth(booth.code).length > 1 ? catalogue.counterInBooth(counter) : null
    const floor = catalogue.floors.size > 1 ? booth.floor : null
    const place = { sign: booth.sign, counterInBooth, floor, counterNumber: counter, english: true }
    const others = [{ label: '', counterInBooth }]
    return [1, 2, 3].flatMap((call) =>
      [[], others].flatMap((also) =>
        writeSentences({ ...place, call, label: '', others: also }, { reading, counterNaming }),
      ),
    )
  })
  const prefixes = [...site.booths, ...site.services].flatMap(({ prefix }) => [...(prefix ?? '')])
  const series = languages.map((language): Sentence => {
    const numbers = tellingNumbers.map((value) => spellFigures(String(value).padStart(3, '0'), reading, language))
    const letters = [...new Set(prefixes)].sort().map(spellLetter)
    return { language, text: '', groups: [[...numbers, ...letters]] }
  })
  return [...places, ...series]
}

/** The agencies whose outages are announced by name. */
function agenciesOfSystems(site: SitePackage): string[] {
  const catalogue = compileSite(site)
  const services = site.centralSystems.flatMap(({ code }) => catalogue.servicesOfSystem(code))
  return [...new Set(services.map(({ booth }) => catalogue.agencyOfBooth(booth).short))]
}

function allNews(site: SitePackage, agencies: readonly string[]): News[] {
  const times = Array.from({ length: 60 }, (_, minute) => `${minute % 24}:${String(minute).padStart(2, '0')}`)
  const systems = agencies.length === 0 ? [] : (['system-down', 'system-up'] as const)
  return [
    ...pauseReasons.map((reason): News => ({ kind: 'paused', reason, time: null })),
    ...times.map((time): News => ({ kind: 'paused', reason: 'other', time })),
    { kind: 'resumed' },
    ...systems.map((kind): News => ({ kind, agencies })),
    { kind: 'day-closed' },
    ...site.floors.map(({ level }): News => ({ kind: 'lost-child', floor: level })),
    ...(['disruption', 'evacuation', 'test'] as const).map((kind): News => ({ kind })),
    ...(site.site.announcements ?? []).map(({ text }): News => ({ kind: 'text', text })),
    ...[1, 2, 15].map((minutes): News => ({ kind: 'closing', minutes })),
  ]
}
