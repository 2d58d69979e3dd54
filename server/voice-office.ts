import { judgeTake } from '../drivers/voices/take.ts'
import type { Pcm } from '../drivers/voices/voice.ts'
import { decodeWav, encodeWav } from '../drivers/voices/wav.ts'
import { writeSentences } from './announcing/sentence.ts'
import { listWords } from './announcing/word-list.ts'
import { compileSite } from './contract/catalogue.ts'
import type { DevicesAnswer } from './contract/devices.ts'
import type { SitePackage } from './contract/site.ts'
import { type ListedWord, type TakeAnswer, type TakeWish, type VoicePack, wordKey } from './contract/voice.ts'
import type { VoiceOffice } from './http/voice-port.ts'
import type { Shelf, ShelvedPack } from './voices/shelf.ts'

interface Ports {
  readonly shelf: Shelf
  /** The building as it is now. */
  readonly site: () => SitePackage
}

/** What staff do with the voices of one building: see what they lack, record, listen. Choosing one is a change of the building. */
export function createVoiceOffice({ shelf, site }: Ports): VoiceOffice & { state(): DevicesAnswer['voice'] } {
  const wordsNow = rememberWords()
  const words = () => wordsNow(site())

  const viewOf = ({ code, title, clips }: ShelvedPack): VoicePack => {
    const count = (language: 'id' | 'en', isCounted: (word: ListedWord) => boolean) =>
      words().filter((word) => word.language === language && isCounted(word)).length
    const has = (word: ListedWord) => clips.has(wordKey(word))
    return {
      code,
      title,
      has: { id: count('id', has), en: count('en', has) },
      needs: { id: count('id', () => true), en: count('en', () => true) },
      isInForce: site().site.voice === code,
    }
  }

  const keep = async (code: string, word: ListedWord, { wav, fromFile }: TakeWish): Promise<TakeAnswer> => {
    const sound = soundOf(Buffer.from(wav, 'base64'))
    if (!sound) return { isKept: false, problems: ['unreadable'], durationMs: 0 }
    const { problems, clip } = judgeTake(sound, word.text.length, fromFile)
    const durationMs = clip ? Math.round((clip.samples.length / clip.sampleRate) * 1000) : 0
    if (!clip || problems.length > 0) return { isKept: false, problems: [...problems], durationMs }
    await shelf.keepClip(code, wordKey(word), encodeWav(clip))
    return { isKept: true, problems: [], durationMs }
  }

  return {
    async list() {
      return { packs: (await shelf.packs()).map(viewOf), inForce: site().site.voice ?? null }
    },
    create: async (title) => viewOf(await shelf.create(title)),
    async read(code) {
      const pack = await shelf.read(code)
      const voice = pack && (await shelf.open(code))
      if (!pack || !voice) return null
      const stateOf = (key: string) => (voice.has(key) ? 'recorded' : pack.clips.has(key) ? 'unreadable' : 'missing')
      return { pack: viewOf(pack), words: words().map((word) => ({ ...word, state: stateOf(wordKey(word)) })) }
    },
    async remove(code) {
      if (!(await shelf.read(code))) return null
      if (site().site.voice === code) return false
      await shelf.remove(code)
      return true
    },
    async record(code, take) {
      if (!(await shelf.read(code))) return 'no-voice'
      const word = words().find((one) => wordKey(one) === wordKey(take))
      return word ? keep(code, word, take) : 'no-word'
    },
    async clip(code, key) {
      return (await shelf.read(code))?.clips.has(key) ? shelf.readClip(code, key) : null
    },
    async removeClip(code, key) {
      if (!(await shelf.read(code))?.clips.has(key)) return null
      await shelf.removeClip(code, key)
      return true
    },
    async sample(code, language) {
      const voice = await shelf.open(code)
      const said = await voice?.speak(sampleOf(site(), language))
      return said ? encodeWav(said) : null
    },
    async archive(code) {
      const pack = await shelf.read(code)
      return pack && shelf.archive(pack)
    },
    state() {
      const { voice: pack = null } = site().site
      const voice = pack === null ? shelf.bundled : shelf.openedVoice(pack)
      // Named by the building and not on the shelf: the bundled voice speaks meanwhile.
      if (!voice) return { state: 'not-installed', pack, missing: [] }
      const own = voice.state()
      // The names of agencies differ from building to building; what was bundled knows none.
      const needed = words().filter(({ group }) => pack !== null || group !== 'agencies')
      const lacking = needed.map(wordKey).filter((key) => !voice.has(key))
      return { state: own.ready ? 'ready' : own.reason, pack, missing: lacking }
    },
  }
}

/** The words of a building, found once for each state of it. */
function rememberWords(): (site: SitePackage) => readonly ListedWord[] {
  const known = new WeakMap<SitePackage, readonly ListedWord[]>()
  return (site) => {
    const words = known.get(site) ?? listWords(site)
    known.set(site, words)
    return words
  }
}

function soundOf(wav: Buffer): Pcm | null {
  try {
    return decodeWav(wav)
  } catch {
    return null
  }
}

/** A call to the first counter of the building. */
function sampleOf(site: SitePackage, language: 'id' | 'en') {
  const { numberReading: reading, counterNaming } = site.site
  const catalogue = compileSite(site)
  const counter = site.counters[0]?.number ?? 1
  const { sign, prefix, floor } = catalogue.boothOfCounter(counter)
  const place = { sign, counterInBooth: catalogue.counterInBooth(counter), floor, counterNumber: counter }
  const call = { ...place, label: `${prefix}-027`, call: 1, english: language === 'en' }
  return writeSentences(call, { reading, counterNaming }).find((one) => one.language === language) ?? noSentence
}

const noSentence = { language: 'id', text: '', groups: [] } as const
