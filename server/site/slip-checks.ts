import type { Text } from '../contract/site.ts'
import { logoAtMost } from '../contract/site-slip.ts'
import { type LogoTrouble, readLogo } from '../logo.ts'
import { type Draft, member, textIn } from './draft.ts'
import { type Finding, type Path, say } from './mistake.ts'

const { width, height } = logoAtMost

const words: Record<LogoTrouble, Text> = {
  'no-picture': say('Bukan gambar PNG yang utuh', 'Is not a whole PNG picture'),
  'not-two-colours': say(
    'Harus PNG hitam putih, 1 bit per titik, tanpa interlace',
    'Must be a black and white PNG, 1 bit a dot, not interlaced',
  ),
  'too-large': say(`Paling besar ${width} × ${height} titik`, `At most ${width} × ${height} dots`),
}

/** What is wrong with a logo; null when it can be printed. */
export function logoMistake(logo: string): Text | null {
  const read = readLogo(logo)
  return typeof read === 'string' ? words[read] : null
}

/** Logos of the building and its agencies that no printer could print. */
export function findSlipMistakes(draft: Draft): readonly Finding[] {
  const inside = (owner: unknown, path: Path): Finding[] => {
    const logo = textIn(member(owner, 'slip'), 'logo')
    const message = logo === undefined ? null : logoMistake(logo)
    return message === null ? [] : [{ rule: 'bad-logo', path: [...path, 'slip', 'logo'], message }]
  }
  return [
    ...inside(member(draft.root, 'site'), ['site']),
    ...(draft.list('agencies') ?? []).flatMap(({ value, path }) => inside(value, path)),
  ]
}
