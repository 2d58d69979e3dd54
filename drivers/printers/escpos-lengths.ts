/** Bytes after the two that name a command. */
type Lengths = Readonly<Record<number, Readonly<Record<number, number>>>>

const [FS, ESC, GS] = [0x1c, 0x1b, 0x1d]
const at = (letter: string): number => letter.charCodeAt(0)

function lengths(table: Readonly<Record<string, number>>): Readonly<Record<number, number>> {
  return Object.fromEntries(Object.entries(table).map(([letter, length]) => [at(letter), length]))
}

/** Nothing of these is seen on paper: character tables, the drawer, beeps, answers, and how bar codes would look. */
export const SILENT: Lengths = {
  [ESC]: lengths({ t: 1, R: 1, p: 3, '=': 1, c: 2, U: 1, S: 0, B: 2, r: 1, v: 0, u: 1, '<': 0 }),
  [GS]: lengths({ a: 1, r: 1, I: 1, P: 2, h: 1, w: 1, H: 1, f: 1, b: 1, ':': 0, j: 1 }),
  [FS]: lengths({ '.': 0, '&': 0, C: 1, '!': 1 }),
}

/** These would be seen and are not drawn, so they are counted; their parameters are no text. */
export const UNDRAWN: Lengths = {
  [ESC]: lengths({ ' ': 1, '{': 1, V: 1, $: 2, '\\': 2, L: 0, T: 1, W: 8, '%': 1, '?': 1, K: 1, e: 1 }),
  [GS]: lengths({ L: 2, W: 2, $: 2, '\\': 2, T: 1, '/': 1, '^': 3 }),
  [FS]: lengths({ p: 2, S: 2, W: 1, '-': 1 }),
}

/** Code page 437 from 0x80 on, which every printer has (ESC t 0). */
const UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

/** The letter that a byte prints. */
export const letterOf = (code: number): string =>
  code < 0x80 ? String.fromCharCode(code) : (UPPER_HALF[code - 0x80] ?? '?')
