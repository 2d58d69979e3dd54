import { counterName } from '../../counter-ui/counter-name.ts'
import { findRows, isFound } from '../../counter-ui/find.ts'
import { counterCatalogue } from '../../counter-ui/messages.ts'
import { reasonText, recordedReason } from '../../counter-ui/reasons.ts'
import { transferTargets } from '../../counter-ui/transfer-targets.ts'
import type { ServiceWire } from '../../server/contract/api.ts'
import { approvedCatalogue } from '../../ui-kit/messages/approved.ts'
import { createMessages, type Text } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'
import { row, snapshot } from './_snapshot.ts'

const wordsIn = (locale: 'id' | 'en') => createMessages(locale, kitCatalogue, approvedCatalogue, counterCatalogue)
const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()

describe('catalogue', () => {
  const id: Readonly<Record<string, string>> = counterCatalogue.id
  const en: Readonly<Record<string, string>> = counterCatalogue.en

  it('has every key in both languages, with the same values to fill in', () => {
    const plain = Object.keys(en).filter((key) => !key.endsWith('_one'))
    expect(plain.sort()).toEqual(Object.keys(id).sort())
    for (const key of plain) expect([key, places(en[key] ?? '')]).toEqual([key, places(id[key] ?? '')])
  })

  it('says one without a plural in English', () => {
    expect(wordsIn('en').t('field.waiting', { n: 1 })).toBe('1 person waiting')
    expect(wordsIn('en').t('field.waiting', { n: 2 })).toBe('2 people waiting')
  })

  it('never raises its voice and keeps to the words of the house', () => {
    const sentences = [...Object.values(id), ...Object.values(en)]
    expect(sentences.filter((sentence) => /!|antrian|pasien|customer|\bOK\b/i.test(sentence))).toEqual([])
  })
})

describe('reasons', () => {
  it('go out as a code, whichever language they were typed in, and come back in the officer’s', () => {
    const en = wordsIn('en')
    expect(['Papers missing', 'berkas kurang'].map(recordedReason)).toEqual(['papers', 'papers'])
    expect(reasonText('Berkas kurang', en)).toBe('Papers missing')
    expect(reasonText('return-here', wordsIn('id'))).toBe('Dialihkan, kembali ke sini')
  })

  it('keep the officer’s own words', () => {
    expect(recordedReason('  Map merah tertinggal ')).toBe('Map merah tertinggal')
    expect(reasonText('Map merah tertinggal', wordsIn('en'))).toBe('Map merah tertinggal')
  })
})

describe('search', () => {
  const rows = [
    row('D-042'),
    row('D-142'),
    row('DK-007', { serviceName: { id: 'Akta kematian', en: 'Death certificate' } }),
  ]
  const pick = (text: Text) => text.id

  it.each([
    ['42', ['D-042']],
    ['042', ['D-042']],
    ['d 042', ['D-042']],
    ['D-142', ['D-142']],
    ['7', ['DK-007']],
    ['akta', ['DK-007']],
    ['', ['D-042', 'D-142', 'DK-007']],
    ['zz', []],
  ])('“%s” finds %j in the order of the line', (query, labels) => {
    expect(findRows(rows, query, pick).map(({ label }) => label)).toEqual(labels)
  })

  it('finds services by every word, in any order and without marks', () => {
    expect(isFound('ktp rekam', 'Perekaman KTP-el', 'Disdukcapil')).toBe(true)
    expect(isFound('cafe', 'Café')).toBe(true)
    expect(isFound('paspor', 'Perekaman KTP-el')).toBe(false)
  })
})

describe('places', () => {
  it('names a counter in the language of the screen, from either form of its label', () => {
    const { t } = wordsIn('en')
    expect(['2', 'Loket 2', null].map((label) => counterName(label, 12, t))).toEqual([
      'Counter 2',
      'Counter 2',
      'Counter 12',
    ])
  })

  it('[R5.7] sends to the other counters of the booth first, then to a booth, then to every service', () => {
    const service: ServiceWire = {
      code: 'KUA-01',
      name: { id: 'Pencatatan nikah', en: 'Marriage registration' },
      mode: 'walk-in',
      agency: { code: 'KUA', name: { id: 'Kemenag', en: 'Religious affairs' }, short: 'Kemenag' },
      booth: { code: 'KUA', sign: '24', floor: 2, zone: 'E' },
      category: 'family',
      keywords: ['buku nikah'],
      open: true,
      refusal: null,
      waiting: 3,
      estimate: { from: '2026-07-14T09:10:00+08:00', to: '2026-07-14T09:20:00+08:00', minutes: [10, 20] },
      promise: null,
      closesAt: null,
      startsAt: null,
      paused: null,
      pausedSystem: null,
      openCounters: 1,
    }
    const shown = snapshot({ others: [{ number: 4, label: '1', state: 'open', ticket: null, takesOver: false }] })
    const [counter, booth, line] = transferTargets(shown, [service], wordsIn('id'))
    expect([booth?.to, booth?.sign, booth?.waiting]).toEqual([{ booth: 'KUA' }, '24', 3])
    expect([counter?.to, counter?.title, counter?.counterState]).toEqual([{ counter: 4 }, 'Loket 1', 'open'])
    expect(line && isFound('buku nikah', line.words)).toBe(true)
    expect([line?.to, line?.sign, line?.detail, line?.minutes]).toEqual([
      { service: 'KUA-01' },
      '24',
      'Pencatatan nikah · Lantai 2',
      [10, 20],
    ])
  })
})
