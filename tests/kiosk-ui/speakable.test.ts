import { guideCatalogue } from '../../kiosk-ui/guide/messages.ts'
import { joined, sentencesOf, speakable } from '../../kiosk-ui/guide/speakable.ts'
import { approvedCatalogue } from '../../ui-kit/messages/approved.ts'
import { createMessages } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'

const id = createMessages('id', approvedCatalogue, kitCatalogue, guideCatalogue).t
const en = createMessages('en', approvedCatalogue, kitCatalogue, guideCatalogue).t

it.each([
  ['08.00–15.00 WITA', '8 sampai 15 WITA', '8 to 15 WITA'],
  ['10.05–10.20', '10 lewat 5 sampai 10 lewat 20', '10 5 to 10 20'],
  ['tunggu 20–35 menit', 'tunggu 20 sampai 35 menit', 'tunggu 20 to 35 menit'],
  ['Polres · SKCK', 'Polres, SKCK', 'Polres, SKCK'],
  ['#02 Disdukcapil', 'Gerai 02 Disdukcapil', 'Booth 02 Disdukcapil'],
  ['Gerai #02', 'Gerai 02', 'Booth 02'],
])('%s is said as it is meant', (written, indonesian, english) => {
  expect(speakable(written, id)).toBe(indonesian)
  expect(speakable(written, en)).toBe(english)
})

it('what is written becomes sentences, each once and none of signs alone', () => {
  expect(sentencesOf(['Lantai 1', '·', 'Apa?', 'Lantai 1'], id)).toEqual(['Lantai 1.', 'Apa?'])
})

it('what is asked for in one piece is never too long, and nothing is lost', () => {
  const words = Array.from({ length: 200 }, (_, index) => `kata${index}`).join(' ')
  const texts = joined(sentencesOf([words, 'Lantai 1'], id))
  expect(texts.every((text) => text.length <= 400)).toBe(true)
  expect(texts.join(' ')).toBe(`${words}. Lantai 1.`)
})
