import type { Messages } from '../../ui-kit/messages/create-messages.ts'
import type { GuideKey } from './messages.ts'
import { signMark } from './page-reading.ts'

type Say = Messages<GuideKey | 'place.booth'>['t']

/** The mark of a sign, and the word before it where the page has it too. */
const ofBooth = new RegExp(`(?:(?:gerai|booth) )?${signMark}(\\w+)`, 'gi')

/** As the hub takes it in one piece, with room to spare. */
const lettersAtMost = 300

/** Written words as they are said: times, ranges and the signs between words. A ticket number is left to the hub, which spells it. */
export function speakable(text: string, t: Say): string {
  return text
    .replace(/\u2060/g, '')
    .replace(/\b(\d{1,2})\.(\d{2})\b/g, (_whole, h: string, m: string) =>
      m === '00' ? String(Number(h)) : t('guide.clock', { h: Number(h), m: Number(m) }),
    )
    .replace(/(\S+)\s?[–—]\s?(?=\S)/g, (_whole, a: string) => t('guide.from-to', { a, b: '' }))
    .replace(/\s?[·→|]\s?/g, ', ')
    .replace(ofBooth, (_whole, sign: string) => `${t('place.booth')} ${sign}`)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim()
}

/** Pieces of writing as sentences, each once, none too long to be asked for. */
export function sentencesOf(pieces: readonly string[], t: Say): string[] {
  const said = pieces.map((piece) => speakable(piece, t)).filter((piece) => /[\p{L}\d]/u.test(piece))
  const ended = said.map((piece) => (/[.!?:]$/.test(piece) ? piece : `${piece}.`))
  return ended.filter((piece, index) => ended.indexOf(piece) === index).flatMap(cut)
}

function cut(sentence: string): string[] {
  if (sentence.length <= lettersAtMost) return [sentence]
  const end = sentence.lastIndexOf(' ', lettersAtMost)
  const at = end > 0 ? end : lettersAtMost
  return [sentence.slice(0, at), ...cut(sentence.slice(at).trim())]
}

/** Sentences that belong together as texts that are asked for in one piece. */
export function joined(sentences: readonly string[]): string[] {
  const texts: string[] = []
  for (const sentence of sentences) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + sentence.length < lettersAtMost)
      texts[texts.length - 1] = `${last} ${sentence}`
    else texts.push(sentence)
  }
  return texts
}
