import type { ServiceWire } from '../../server/contract/api.ts'
import { listBooths, matches } from '../../visitor-ui/booth-list.ts'

const service = (code: string, name: string, more: Partial<ServiceWire> = {}): ServiceWire => ({
  code,
  name: { id: name, en: `${name} (en)` },
  mode: 'walk-in',
  agency: { code: 'DUKC', name: { id: 'Dinas Kependudukan', en: 'Civil Registry' }, short: 'Disdukcapil' },
  booth: { code: 'DUKC', sign: '02', floor: 1, zone: 'A' },
  category: 'CIVIL',
  keywords: [],
  open: true,
  refusal: null,
  promise: null,
  closesAt: null,
  startsAt: null,
  paused: null,
  pausedSystem: null,
  waiting: 0,
  estimate: null,
  openCounters: 1,
  ...more,
})
const refusal = { name: 'closed-today', message: { id: 'Tutup', en: 'Closed' } }
const estimate = (from: number, to: number) => ({ from: '', to: '', minutes: [from, to] as [number, number] })

const passport = service('IMI-01', 'Paspor baru', {
  booth: { code: 'IMI', sign: '13', floor: 1, zone: 'B' },
  agency: { code: 'IMI', name: { id: 'Kantor Imigrasi', en: 'Immigration' }, short: 'Imigrasi' },
  category: 'PASSPORT',
  keywords: ['passport', 'umrah'],
})

describe('search', () => {
  it('finds by name, agency, search word and either language, in any case, without accents', () => {
    for (const query of ['paspor', 'PASPOR baru', 'imigrasi', 'immigr', 'umrah', 'pàspor', '  ']) {
      expect([query, matches(passport, query)]).toEqual([query, true])
    }
  })

  it('asks for every word', () => {
    expect(matches(passport, 'paspor sim')).toBe(false)
    expect(matches(passport, 'por')).toBe(false)
  })
})

describe('the list of booths', () => {
  const services = [
    service('DUKC-01', 'Perekaman KTP-el', { waiting: 3, estimate: estimate(10, 25) }),
    passport,
    service('DUKC-02', 'Akta kelahiran', { waiting: 2, estimate: estimate(5, 20) }),
  ]

  it('puts services under their booths, in the order of the building', () => {
    const booths = listBooths(services, '', null)
    expect(booths.map(({ sign, services: inside }) => [sign, inside.length])).toEqual([
      ['02', 2],
      ['13', 1],
    ])
  })

  it('covers the range of every open service and adds up who waits', () => {
    expect(listBooths(services, '', 'CIVIL')[0]).toMatchObject({ waiting: 5, minutes: [5, 25], refusal: null })
  })

  it('gives the reason only when no service of the booth gives numbers', () => {
    const half = [service('A', 'Satu', { open: false, refusal }), service('B', 'Dua', { estimate: estimate(0, 5) })]
    expect(listBooths(half, '', null)[0]).toMatchObject({ refusal: null, minutes: [0, 5] })
    const none = [service('A', 'Satu', { open: false, refusal, estimate: estimate(0, 5) })]
    expect(listBooths(none, '', null)[0]).toMatchObject({ refusal, minutes: null })
  })

  it('keeps only the services that fit the kind and the words', () => {
    expect(
      listBooths(services, 'akta', null).flatMap(({ services: inside }) => inside.map(({ code }) => code)),
    ).toEqual(['DUKC-02'])
    expect(listBooths(services, 'akta', 'PASSPORT')).toEqual([])
  })
})
