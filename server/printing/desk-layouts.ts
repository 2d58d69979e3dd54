import { slipMessages } from './messages.ts'
import { cleanText } from './printable-text.ts'
import { clockTime, type SlipBlock, type SlipContent } from './slip.ts'

export type MissingContent = Pick<
  SlipContent,
  'site' | 'label' | 'agency' | 'service' | 'sign' | 'floor' | 'timeZone' | 'url' | 'locale'
> & {
  readonly missing: readonly string[]
  /** Epoch ms; null = the whole day. */
  readonly keepUntil: number | null
}

/** What is missing, and until when the place is kept: the visitor comes back with it and needs no new number. */
export function layOutMissing(content: MissingContent): SlipBlock[] {
  const words = slipMessages[content.locale]
  const { keepUntil, timeZone } = content
  const items = content.missing.map((text) => ({ text: cleanText(text), ready: false }))
  return [
    ...head(content, words.yourNumber),
    { kind: 'mark', text: words.missing, diamond: false },
    { kind: 'service', agency: cleanText(content.agency), service: cleanText(content.service) },
    { kind: 'checklist', title: words.complete, items, more: null },
    {
      kind: 'turn',
      caption: words.keptUntil,
      time: keepUntil === null ? words.keptToday : clockTime(keepUntil, timeZone),
      aheadText: words.noNewNumber,
      ahead: 0,
      url: cleanText(content.url),
    },
    { kind: 'way', invitation: words.backTo, place: words.floorBooth(content.floor), sign: cleanText(content.sign) },
    { kind: 'weave', edge: 'bottom' },
  ]
}

export type RollContent = Pick<SlipContent, 'site' | 'label' | 'agency' | 'service' | 'sign' | 'floor'>

/** A number for the day when kiosks fail: no code and no estimate, and a line for the time that somebody writes on it. */
export function layOutRollSlip(content: RollContent): SlipBlock[] {
  const words = slipMessages.id
  return [
    ...head(content, words.yourNumber),
    { kind: 'service', agency: cleanText(content.agency), service: cleanText(content.service) },
    { kind: 'way', invitation: words.goTo, place: words.floorBooth(content.floor), sign: cleanText(content.sign) },
    { kind: 'note', lines: [words.takenAt, words.listen] },
    { kind: 'weave', edge: 'bottom' },
  ]
}

function head({ site, label }: Pick<SlipContent, 'site' | 'label'>, caption: string): SlipBlock[] {
  const [letters = '', digits = ''] = cleanText(label).split('-')
  return [
    { kind: 'weave', edge: 'top' },
    { kind: 'heading', name: cleanText(site.name), place: cleanText(site.place) },
    { kind: 'number', caption, letters, digits },
  ]
}
