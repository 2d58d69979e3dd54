import fc from 'fast-check'
import { cleanText, transliterate } from '../../../server/printing/printable-text.ts'

test.each([
  ['10.00–10.20', '10.00-10.20'],
  ['Jum’at “pagi”…', 'Jum\'at "pagi"...'],
  ['KTP‑el\u00a0baru', 'KTP-el baru'],
  ['Café Ångström', 'Cafe Angstrom'],
  ['◆ Prioritas · 25 °C', '* Prioritas - 25  degC'],
  ['½ 日本', '1/2 ??'],
])('%s becomes %s in the printer’s own letters', (text, plain) => {
  expect(transliterate(text)).toBe(plain)
})

test('whatever people write, only printable ASCII reaches a printer’s own letters', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => /^[\x20-\x7e]*$/.test(transliterate(text))))
})

test('whatever people write, no control, format or lone surrogate remains, and cleaning again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      return !/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(clean) && cleanText(clean) === clean
    }),
  )
})
