import { readdirSync, readFileSync } from 'node:fs'
import { type SpokenCall, writeSentences } from '../../../server/announcing/sentence.ts'
import { figureWords } from '../../../server/announcing/spelling.ts'
import { listWords } from '../../../server/announcing/word-list.ts'
import { compileSite } from '../../../server/contract/catalogue.ts'
import { type SitePackage, SitePackageSchema } from '../../../server/contract/site.ts'
import { ClipNameSchema, wordKey } from '../../../server/contract/voice.ts'

const paser = SitePackageSchema.parse(JSON.parse(readFileSync('sites/paser.json', 'utf8')))
const withSettings = (site: Partial<SitePackage['site']>): SitePackage => ({
  ...paser,
  site: { ...paser.site, ...site },
})
const keysOf = (site: SitePackage) => new Set(listWords(site).map(wordKey))

/** Every call that the building can make: each counter with numbers of its booth's series, first, second and last. */
function everyCall(site: SitePackage): SpokenCall[] {
  const catalogue = compileSite(site)
  return [...catalogue.counters.keys()].flatMap((counter, index) => {
    const { code, sign, prefix, floor } = catalogue.boothOfCounter(counter)
    const isAlone = catalogue.countersOfBooth(code).length === 1
    const place = {
      sign,
      floor,
      counterNumber: counter,
      counterInBooth: isAlone ? null : catalogue.counterInBooth(counter),
    }
    return [0, 11, 19, 111, 250, 999].map((number, at) => ({
      ...place,
      label: `${prefix}-${String(number + (index % 90)).padStart(3, '0')}`,
      call: (at % 3) + 1,
      english: true,
    }))
  })
}

const readings = ['digit', 'mixed', 'value'] as const
test.each(readings)(
  'nothing that the building says is missing from the list when numbers are read as %s',
  (numberReading) => {
    for (const counterNaming of ['booth', 'building'] as const) {
      const site = withSettings({ numberReading, counterNaming })
      const listed = keysOf(site)
      const unlisted = everyCall(site)
        .flatMap((call) => writeSentences(call, { reading: numberReading, counterNaming }))
        .flatMap(({ language, groups }) =>
          groups.flat().flatMap(({ clips }) => clips.map((clip) => `${language}/${clip}`)),
        )
        .filter((key) => !listed.has(key))
      expect(unlisted).toEqual([])
    }
  },
)

test('no number word is asked for that no number needs', () => {
  for (const numberReading of readings) {
    const words = listWords(withSettings({ numberReading })).filter(({ group }) => group === 'numbers')
    for (const language of ['id', 'en'] as const) {
      const needed = new Set<string>()
      for (let value = 0; value < 10_000; value++)
        for (const word of figureWords(String(value).padStart(3, '0'), numberReading, language)) needed.add(word)
      const places = [
        ...paser.counters.map(({ number }) => number),
        ...Array.from({ length: 60 }, (_, minute) => minute),
      ]
      for (const place of places) for (const word of figureWords(String(place), 'value', language)) needed.add(word)
      const asked = words.filter((word) => word.language === language).map(({ clip }) => clip)
      expect(asked.filter((clip) => !needed.has(clip))).toEqual([])
    }
  }
})

test('each word is listed once, with a name that is a file, and letters with their names', () => {
  const words = listWords(paser)
  expect(new Set(words.map(wordKey)).size).toBe(words.length)
  expect(words.filter(({ clip }) => !ClipNameSchema.safeParse(clip).success)).toEqual([])
  expect(words).toContainEqual({ language: 'id', clip: 'letter-d', text: 'D', spoken: 'de', group: 'letters' })
  expect(words).toContainEqual({ language: 'id', clip: 'nomor-antrean', text: 'Nomor antrean', group: 'phrases' })
})

test('the voice that came with the program has every word but the names of agencies, and no other', () => {
  const shipped = new Set(
    ['id', 'en'].flatMap((language) =>
      readdirSync(`voices/${language}`).map((file) => `${language}/${file.slice(0, -4)}`),
    ),
  )
  const words = readings.flatMap((numberReading) => listWords(withSettings({ numberReading })))
  const needed = new Set(words.filter(({ group }) => group !== 'agencies').map(wordKey))
  expect([...needed].filter((key) => !shipped.has(key))).toEqual([])
  const isLetter = /\/letter-[a-z]$/
  expect([...shipped].filter((key) => !needed.has(key) && !isLetter.test(key))).toEqual([])
})

test('words of the building’s own are asked for: its announcements, and the agencies whose outage is told by name', () => {
  const text = { id: 'Kendaraan di depan pintu darurat mohon dipindahkan sekarang juga', en: 'Please move the car' }
  const announcing = withSettings({ announcements: [{ code: 'CAR', text }] })
  const added = listWords(announcing).filter((word) => !keysOf(paser).has(wordKey(word)))
  expect(added.map((word) => word.text)).toEqual([text.id, text.en])
  const names = listWords(paser).filter(({ group, language }) => group === 'agencies' && language === 'id')
  expect(names.map((word) => word.text)).toContain('Imigrasi')
  expect(
    listWords({
      ...paser,
      centralSystems: [],
      booths: paser.booths.map((booth) => ({ ...booth, centralSystems: [] })),
      services: paser.services.map(({ centralSystems: _, ...service }) => service),
    }).filter(({ group }) => group === 'agencies'),
  ).toEqual([])
})
