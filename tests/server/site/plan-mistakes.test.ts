import { counter, expectOneMistake, type Loose, type Spoiling, service } from './_packages.ts'

const rows: Spoiling[] = [
  ['hours in the wrong order', 'intervals-unsorted', 'site.hours.fri[1]', undefined, (s) => s.site.hours.fri.reverse()],
  [
    'hours that overlap',
    'intervals-overlap',
    'site.hours.fri[1]',
    undefined,
    (s) => (s.site.hours.fri[1].from = '10:30'),
  ],
  [
    "a booth's hours that overlap",
    'intervals-overlap',
    'booths[9].schedule.mon[1]',
    'PSIM',
    (s) => s.booths[9].schedule.mon.push({ from: '11:00', to: '13:00' }),
  ],
  [
    "a service's hours that overlap",
    'intervals-overlap',
    'services[0].schedule.tue[1]',
    'PTSP-01',
    (s) =>
      (s.services[0].schedule = {
        tue: [
          { from: '08:00', to: '10:00' },
          { from: '09:00', to: '11:00' },
        ],
      }),
  ],
  ['a building that never opens', 'never-open', 'site.hours', undefined, (s) => (s.site.hours = { mon: [] })],
  ['an unknown time zone', 'unknown-time-zone', 'site.timeZone', undefined, (s) => (s.site.timeZone = 'Asia/Paser')],
  ['an offset as time zone', 'unknown-time-zone', 'site.timeZone', undefined, (s) => (s.site.timeZone = '+08:00')],
  [
    'a quota service without a quota',
    'quota-missing',
    'services[54].dailyQuota',
    'IMIG-02',
    (s) => {
      delete service(s, 'IMIG-02').dailyQuota
      delete service(s, 'IMIG-02').sessions
      delete service(s, 'IMIG-02').priorityQuota
    },
  ],
  ['a booth outside its map', 'outside-map', 'booths[0].place', 'PTSP', (s) => (s.booths[0].place.x = -1)],
  ['a kiosk outside its map', 'outside-map', 'kiosks[0].at', 'K1', (s) => (s.kiosks[0].at.x = -1)],
  [
    'an entrance outside its map',
    'outside-map',
    'floors[0].map.entrance',
    '1',
    (s) => (s.floors[0].map.entrance.y = 481),
  ],
  [
    'an information desk outside its map',
    'outside-map',
    'floors[0].map.information',
    '1',
    (s) => (s.floors[0].map.information.x = 730),
  ],
  ['seats outside their map', 'outside-map', 'floors[1].map.seats[0]', '2', (s) => (s.floors[1].map.seats[0].x = 760)],
  ['a room outside its map', 'outside-map', 'floors[1].map.rooms[0]', '2', (s) => (s.floors[1].map.rooms[0].x = -5)],
  ['a booth in another', 'overlap-on-map', 'booths[1].place', 'DUKC', (s) => (s.booths[1].place.y += 10)],
  ['a booth in a room', 'overlap-on-map', 'booths[2].place', 'INFO', (s) => (s.booths[2].place.x = 90)],
  [
    'a booth without a counter',
    'booth-without-counter',
    'booths[7]',
    'TASP',
    (s) => (s.counters = s.counters.filter((c: Loose) => c.booth !== 'TASP')),
  ],
  [
    'a booth without a service',
    'booth-without-service',
    'booths[7]',
    'TASP',
    (s) => (s.services = s.services.filter((v: Loose) => v.booth !== 'TASP')),
  ],
  [
    'a service that no counter serves',
    'service-without-counter',
    'services[37]',
    'TASP-03',
    (s) => (counter(s, 14).profile = [['TASP-01'], ['TASP-02']]),
  ],
  ['shares over 100 %', 'shares-over-100', 'booths', undefined, (s) => (s.booths[0].share = 50)],
  [
    'a command for the printer in a name',
    'control-character',
    'agencies[0].name.id',
    'PTSP',
    (s) => (s.agencies[0].name.id = 'DPM\u001b@'),
  ],
  [
    'an invisible turn of direction',
    'control-character',
    'site.ticker[0].en',
    undefined,
    (s) => (s.site.ticker[0].en = 'a\u202eb'),
  ],
  ['a blank at the end', 'stray-blank', 'agencies[0].short', 'PTSP', (s) => (s.agencies[0].short = 'DPMPTSP ')],
  ['a name of blanks', 'stray-blank', 'journeys[0].name.en', 'PBI-REACTIVATION', (s) => (s.journeys[0].name.en = '  ')],
]

describe('mistakes of plan and words', () => {
  test.each(rows)('%s: %s at %s', (...row) => expectOneMistake(row))
})
