import { slipMessages } from './messages.ts'
import { cleanText } from './printable-text.ts'
import type { SlipBlock, SlipContent } from './slip-blocks.ts'
import { clockTime } from './slip-clock.ts'
import { codeOf, complaintLine, followLines, layOutFrame, numberBlock, placeBlock } from './slip-frame.ts'

export type MissingContent = Pick<
  SlipContent,
  | 'site'
  | 'template'
  | 'label'
  | 'agency'
  | 'service'
  | 'sign'
  | 'floor'
  | 'timeZone'
  | 'url'
  | 'locale'
  | 'complaintSign'
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
  return layOutFrame(content, [
    numberBlock(content, words.yourNumber),
    { kind: 'mark', text: words.missing, diamond: false },
    { kind: 'service', agency: cleanText(content.agency), service: cleanText(content.service) },
    { kind: 'checklist', title: words.complete, items, more: null },
    {
      kind: 'turn',
      expected: {
        caption: words.keptUntil,
        time: keepUntil === null ? words.keptToday : clockTime(keepUntil, timeZone),
      },
      aheadText: words.noNewNumber,
      ahead: null,
      code: codeOf(content),
    },
    { kind: 'note', lines: followLines(content) },
    placeBlock(content, words.backTo),
    { kind: 'foot', issued: null, strong: null, plain: complaintLine(content) },
  ])
}

export type RollContent = Pick<SlipContent, 'site' | 'template' | 'label' | 'agency' | 'service' | 'sign' | 'floor'>

/** A number for the day when kiosks fail: no code and no estimate, and a line for the time that somebody writes on it. */
export function layOutRollSlip(roll: RollContent): SlipBlock[] {
  const words = slipMessages.id
  const content = { ...roll, locale: 'id' } as const
  return layOutFrame(content, [
    numberBlock(content, words.yourNumber),
    { kind: 'service', agency: cleanText(content.agency), service: cleanText(content.service) },
    placeBlock(content, words.goTo),
    { kind: 'note', lines: [words.takenAt, words.listen] },
    { kind: 'foot', issued: null, strong: null, plain: null },
  ])
}
