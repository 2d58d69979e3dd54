/**
 * Everything that a printer could take for a command or that would turn the reading direction: C0 and C1 controls,
 * DEL, zero-width and bidirectional marks, line and paragraph separators, surrogates without a partner.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufeff]/gu
const SPACES = /[\s\p{Zs}]+/gu

/** A text from people as it may reach paper: one line, single spaces, no control characters, composed accents. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(SPACES, ' ').replace(UNPRINTABLE, '').trim()
}

const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '…': '...',
  '·': '-',
  '•': '*',
  '×': 'x',
  '⁄': '/',
  '◆': '*',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  œ: 'oe',
  Œ: 'OE',
  ð: 'd',
  þ: 'th',
  '€': 'EUR',
  '°': ' deg',
}

/** Printable ASCII only, for printers that draw the letters themselves; what has no plain form becomes `?`. */
export function transliterate(text: string): string {
  const toPlain = (character: string) => PLAIN[character] ?? (/^[\x20-\x7e]$/.test(character) ? character : '?')
  let plain = ''
  for (const character of cleanText(text)) {
    plain += PLAIN[character] ?? Array.from(character.normalize('NFKD').replace(/\p{M}/gu, ''), toPlain).join('')
  }
  return plain
}
