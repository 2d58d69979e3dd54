import { renderToStaticMarkup } from 'react-dom/server'
import type { HallSnapshot } from '../../server/contract/live.ts'
import { BoothTable } from '../../supervisor-ui/booth-table.tsx'
import { KeyFigures } from '../../supervisor-ui/key-figures.tsx'
import { supervisorCatalogue } from '../../supervisor-ui/messages.ts'
import { OutOfOrder } from '../../supervisor-ui/out-of-order.tsx'
import { createMessages, type Locale } from '../../ui-kit/messages/create-messages.ts'
import { kitCatalogue } from '../../ui-kit/messages/kit.ts'
import { MessagesContext } from '../../ui-kit/use-messages.ts'

const now = Date.parse('2026-07-14T09:42:00+08:00')
const minutesAgo = (minutes: number) => now - minutes * 60_000
const text = (id: string, en: string) => ({ id, en })

const hall: HallSnapshot = {
  site: {
    name: text('Mal Pelayanan Publik', 'Public Service Mall'),
    place: text('Kabupaten Paser', 'Paser Regency'),
    short: 'MPP Paser',
    timeZone: 'Asia/Makassar',
    zoneAbbreviation: 'WITA',
  },
  siteVersion: 1,
  standstill: { pause: null, closed: false, systems: [] },
  helps: [],
  kiosks: ['K1'],
  presence: [],
  booths: [
    {
      code: 'DUKC',
      sign: '02',
      name: 'Disdukcapil',
      floor: 1,
      zone: 'A',
      waiting: 7,
      longestSince: minutesAgo(58),
      estimate: { from: '', to: '', minutes: [20, 35] },
      counters: [
        {
          number: 4,
          label: 'Loket 1',
          state: 'open',
          pause: null,
          ticket: { label: 'D-042', state: 'serving', since: minutesAgo(11) },
          served: 9,
        },
        {
          number: 5,
          label: 'Loket 2',
          state: 'break',
          pause: { reason: 'Istirahat', until: null },
          ticket: null,
          served: 4,
        },
      ],
    },
    {
      code: 'BPN',
      sign: '28',
      name: 'Kantor Pertanahan',
      floor: 2,
      zone: 'E',
      waiting: 0,
      longestSince: null,
      estimate: null,
      counters: [{ number: 31, label: 'Loket 1', state: 'closed', pause: null, ticket: null, served: 0 }],
    },
  ],
  figures: {
    waiting: 7,
    served: 13,
    openBooths: 1,
    openCounters: 1,
    medianWaitMs: 14 * 60_000,
    longestSince: minutesAgo(58),
    outOfOrder: 1,
  },
  outOfOrder: [
    { id: '77', at: minutesAgo(3), label: 'D-041', counter: 5, rule: 'R4.3', name: 'priority-turn', overtook: 2 },
  ],
}

function draw(locale: Locale, part: React.ReactNode): string {
  const messages = createMessages(locale, kitCatalogue, supervisorCatalogue)
  return renderToStaticMarkup(<MessagesContext value={messages}>{part}</MessagesContext>)
}

it('prints the waited minutes in the coloured cell, and who is served since when', () => {
  const markup = draw(
    'id',
    <BoothTable booths={hall.booths} presence={hall.presence} now={now} timeZone={hall.site.timeZone} />,
  )
  expect(markup).toMatch(/dip-5">58 menit</)
  expect(markup).toContain('09.31')
  expect(markup).toContain('11 menit')
  expect(markup).toContain('1 dari 2')
  expect(markup).toContain('20–35 menit')
  expect(markup).toContain('Loket 2: istirahat')
})

it('tells at the booth whose officer should be there and is not', () => {
  const told = (presence: HallSnapshot['presence']) =>
    draw('id', <BoothTable booths={hall.booths} presence={presence} now={now} timeZone={hall.site.timeZone} />)
  const since = Date.parse('2026-07-14T08:05:00+08:00')
  const absent = told([
    { counter: 4, state: 'absent', since },
    { counter: 5, state: 'absent', since },
  ])
  expect(absent).toContain('Petugas belum hadir sejak 08.05 · Loket 1, Loket 2')
  expect(absent).toContain('2 loket tanpa petugas')
  expect(told([{ counter: 5, state: 'left', since: minutesAgo(10) }])).toContain(
    'Tutup sejak 09.32, jam petugas belum selesai · Loket 2',
  )
  const there = told([
    { counter: 4, state: 'present', since },
    { counter: 5, state: 'expected', since: now + 60_000 },
  ])
  expect(there).not.toMatch(/tanpa petugas|belum hadir/)
})

it('says in the heading which column orders the table', () => {
  const markup = draw(
    'en',
    <BoothTable booths={hall.booths} presence={hall.presence} now={now} timeZone={hall.site.timeZone} />,
  )
  expect(markup.match(/aria-sort="descending"/g)).toHaveLength(1)
  expect(markup.indexOf('aria-sort="descending"')).toBeLessThan(markup.indexOf('Longest wait'))
  expect(markup.indexOf('Disdukcapil')).toBeLessThan(markup.indexOf('Kantor Pertanahan'))
})

it('has the key figures, and marks a late one by shape too', () => {
  const markup = draw('id', <KeyFigures hall={hall} now={now} />)
  expect(markup).toMatch(/7 .*orang menunggu/)
  expect(markup).toContain('terlama: Disdukcapil')
  expect(markup).toContain('value-late')
  expect(markup).toContain('k-shape')
  expect(markup).toMatch(/1 .*dari 2.*gerai buka/)
})

it('[R4.10] lists a call out of order with its reason, its rule and how many it overtook', () => {
  const markup = draw('en', <OutOfOrder hall={hall} />)
  expect(markup).toContain('Priority turn')
  expect(markup).toContain('went before 2 people, rule R4.3')
  expect(markup).toContain('Counter 2')
  const quiet = draw(
    'id',
    <OutOfOrder hall={{ ...hall, outOfOrder: [], figures: { ...hall.figures, outOfOrder: 0 } }} />,
  )
  expect(quiet).toContain('Semua panggilan hari ini sesuai urutan.')
})
