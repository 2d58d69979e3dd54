import { compileSite } from '../../../server/contract/catalogue.ts'
import type { Text } from '../../../server/contract/site.ts'
import { leaves } from '../../../server/site/draft.ts'
import { mistakesOf, paserText, siteOf, smallText } from './_packages.ts'

const paser = siteOf(paserText)
const catalogue = compileSite(paser)

test('both committed packages are without a mistake', () => {
  expect(mistakesOf(paserText)).toEqual([])
  expect(mistakesOf(smallText)).toEqual([])
})

test('Paser has 45 booths, 54 counters, 146 services, 40 with requirements, and 12 journeys', () => {
  expect(paser.booths).toHaveLength(45)
  expect(paser.counters).toHaveLength(54)
  expect(paser.services).toHaveLength(146)
  expect(paser.services.filter(({ requirements }) => requirements.length > 0)).toHaveLength(40)
  expect(paser.journeys).toHaveLength(12)
})

test('[R2.6] signs and counter numbers run through the building', () => {
  expect(paser.booths.map(({ sign }) => Number(sign))).toEqual(Array.from({ length: 45 }, (_, index) => index + 1))
  expect(paser.counters.map(({ number }) => number)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1))
})

test('services stand in the order of their booths', () => {
  const order = new Map(paser.booths.map(({ code }, index) => [code, index]))
  const positions = paser.services.map(({ booth }) => order.get(booth)!)
  expect(positions).toEqual([...positions].sort((a, b) => a - b))
  expect(paser.services.every(({ code, booth }) => code.startsWith(`${booth}-`))).toBe(true)
})

test('two floors, seven zones, three kiosks; each zone stays on its floor', () => {
  expect(paser.booths.filter(({ floor }) => floor === 1)).toHaveLength(19)
  expect(paser.zones.map(({ code, floor }) => `${code}${floor}`)).toEqual(['A1', 'B1', 'C1', 'D1', 'E2', 'F2', 'G2'])
  expect(paser.kiosks.map(({ code, floor }) => `${code}${floor}`)).toEqual(['K11', 'K21', 'K32'])
})

test('every category is used, the shares make a whole day', () => {
  for (const { code } of paser.categories) expect(catalogue.servicesOfCategory(code).length).toBeGreaterThan(0)
  expect(paser.booths.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 1)
})

test('the passport quota of a day is 30 in all', () => {
  const quotas = paser.services.filter(({ mode }) => mode === 'quota')
  expect(quotas.map(({ code }) => code)).toEqual(['IMIG-01', 'IMIG-02'])
  expect(quotas.reduce((sum, { dailyQuota }) => sum + dailyQuota!, 0)).toBe(30)
})

test('population services are free', () => {
  for (const service of catalogue.servicesOfBooth('DUKC')) expect(service.free).toBe(true)
})

test('17 holidays and 8 days of collective leave in 2026', () => {
  const ofKind = (wanted: string) => paser.holidays.filter(({ kind }) => kind === wanted)
  expect(ofKind('holiday')).toHaveLength(17)
  expect(ofKind('collective-leave')).toHaveLength(8)
  expect(paser.holidays.map(({ date }) => date)).toEqual([...paser.holidays.map(({ date }) => date)].sort())
})

describe('words', () => {
  const isText = (value: unknown): value is Text =>
    typeof value === 'object' && value !== null && 'id' in value && 'en' in value
  const textsIn = (value: unknown): Text[] => {
    if (isText(value)) return [value]
    if (Array.isArray(value)) return value.flatMap(textsIn)
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
  }
  const texts = textsIn(paser)

  test('every service has a name of its own in both languages', () => {
    for (const booth of catalogue.booths.keys()) {
      for (const language of ['id', 'en'] as const) {
        const names = catalogue.servicesOfBooth(booth).map(({ name }) => name[language])
        expect(new Set(names).size).toBe(names.length)
      }
    }
  })

  test('Indonesian is spelt as the dictionary has it', () => {
    const wrong =
      /\b(ijin|antri|antrian|silahkan|materai|kwitansi|praktek|apotik|akte|otentikasi|kadaluarsa|sertifikat tanah|legalisir|analisa|pergantian SIM|nomer|resiko)\b/i
    expect(texts.map(({ id }) => id).filter((id) => wrong.test(id))).toEqual([])
  })

  test('nobody is shouted at', () => {
    expect(texts.flatMap(({ id, en }) => [id, en]).filter((words) => words.includes('!'))).toEqual([])
  })

  test('English is not the Indonesian again, names and forms apart', () => {
    const names = paser.services.map(({ name }) => name)
    expect(names.filter(({ id, en }) => id === en)).toEqual([])
  })

  test('people find what they type, misspelt too', () => {
    const found = (word: string) =>
      paser.services.filter(({ keywords }) => keywords.some((keyword) => keyword.toLowerCase() === word.toLowerCase()))
    const words = [
      'KTP',
      'KK',
      'akte',
      'paspor',
      'pasport',
      'STNK',
      'SIM',
      'SKCK',
      'BPJS',
      'NPWP',
      'sertifikat',
      'sertipikat',
      'PBB',
      'ijin usaha',
    ]
    for (const word of words) expect([word, found(word).length > 0]).toEqual([word, true])
    expect(
      leaves(
        paser.services.map(({ keywords }) => keywords),
        [],
      ).length,
    ).toBeGreaterThan(600)
  })
})
