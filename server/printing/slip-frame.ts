import type { SlipPart } from '../contract/site-slip.ts'
import { slipMessages } from './messages.ts'
import { cleanText } from './printable-text.ts'
import type { SlipBlock, SlipContent, SlipFrame } from './slip-blocks.ts'

type BlockOf<Kind extends SlipBlock['kind']> = Extract<SlipBlock, { kind: Kind }>

/** Whether the building leaves this part in. */
export const shows = ({ template }: Pick<SlipFrame, 'template'>, part: SlipPart): boolean =>
  template?.parts?.[part] !== 'hidden'

/** What stands on every slip around its own blocks: the weave, the logo, whose it is, and what the building wishes. */
export function layOutFrame(content: SlipFrame, own: readonly SlipBlock[]): SlipBlock[] {
  const { site, template = {}, locale } = content
  const weave = (edge: 'top' | 'bottom'): SlipBlock[] => (shows(content, 'weave') ? [{ kind: 'weave', edge }] : [])
  const saying = (text: Record<typeof locale, string> | undefined): SlipBlock[] =>
    text ? [{ kind: 'saying', text: cleanText(text[locale]), strong: false }] : []
  const head = template.head?.map((line) => line[locale]) ?? [site.name, site.place]
  return [
    ...weave('top'),
    ...(template.logo ? [{ kind: 'logo', png: template.logo } as const] : []),
    { kind: 'heading', lines: head.map(cleanText) },
    ...saying(template.greeting),
    ...own,
    ...saying(template.closing),
    ...weave('bottom'),
  ]
}

export function numberBlock({ label, template }: Pick<SlipContent, 'label' | 'template'>, caption: string) {
  const [letters = '', digits = ''] = cleanText(label).split('-')
  return { kind: 'number', caption, letters, digits, size: template?.numberSize ?? 'large' } as const
}

/** Where to go: the booth's sign, or a line where the building wants no sign. */
export function placeBlock(
  content: Pick<SlipContent, 'floor' | 'sign' | 'locale' | 'template'>,
  invitation: string,
): BlockOf<'way'> | BlockOf<'saying'> {
  const [place, sign] = [slipMessages[content.locale].floorBooth(content.floor), cleanText(content.sign)]
  if (shows(content, 'way')) return { kind: 'way', invitation, place, sign }
  return { kind: 'saying', text: `${invitation} ${place} ${sign}`, strong: true }
}

type Followed = Pick<SlipContent, 'url' | 'locale' | 'template'>

/** The text of the code; null where the address is written out instead. */
export const codeOf = (content: Followed): string | null => (shows(content, 'qr') ? cleanText(content.url) : null)

/** How to follow the turn; no slip is without it. */
export function followLines(content: Followed): string[] {
  const words = slipMessages[content.locale]
  return shows(content, 'qr') ? [words.follow] : [words.followAt, cleanText(content.url)]
}

/** Where to complain, where the building has such a booth and says so. */
export const complaintLine = (content: Pick<SlipContent, 'complaintSign' | 'locale' | 'template'>): string | null =>
  content.complaintSign === null || !shows(content, 'complaints')
    ? null
    : slipMessages[content.locale].complaints(cleanText(content.complaintSign))
