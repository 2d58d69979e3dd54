import { filesOf, slidesAt, wallMoment, wordsAt } from '../../display-ui/playlist.ts'
import { isDue, mediaUrl } from '../../server/contract/media.ts'
import { type PlaylistItem, PlaylistItemSchema } from '../../server/contract/site-media.ts'

const png = `${'a'.repeat(32)}.png`
const mp4 = `${'b'.repeat(32)}.mp4`
const item = (more: object): PlaylistItem => PlaylistItemSchema.parse({ code: 'X', kind: 'image', file: png, ...more })
const words = { id: 'Isi', en: 'Words' }
const heading = { id: 'Judul', en: 'Heading' }
const monday = { date: '2026-07-13', time: '09:42', weekday: 'mon' } as const

describe('the schedule of an item', () => {
  it('holds always where nothing is said', () => expect(isDue(item({}), monday)).toBe(true))

  it.each([
    [{ days: ['mon', 'wed'] }, true],
    [{ days: ['tue'] }, false],
    [{ from: '2026-07-13' }, true],
    [{ from: '2026-07-14' }, false],
    [{ to: '2026-07-13' }, true],
    [{ to: '2026-07-12' }, false],
    [{ hours: { from: '09:42', to: '10:00' } }, true],
    [{ hours: { from: '08:00', to: '09:42' } }, false],
    [{ days: ['mon'], from: '2026-07-01', to: '2026-07-31', hours: { from: '10:00', to: '11:00' } }, false],
  ] as const)('%j: %s', (schedule, due) => expect(isDue(item(schedule), monday)).toBe(due))
})

describe('what an item must have', () => {
  const problems = (value: object) =>
    PlaylistItemSchema.safeParse({ code: 'X', ...value }).error?.issues.map(({ path }) => path.join('.'))

  it.each([
    [{ kind: 'image' }, ['file']],
    [{ kind: 'text' }, ['text']],
    [{ kind: 'video', file: png }, ['file']],
    [{ kind: 'image', file: mp4 }, ['file']],
    [{ kind: 'image', file: '../../etc/passwd' }, ['file']],
    [{ kind: 'text', text: words, from: '2026-07-14', to: '2026-07-13' }, ['to']],
    [{ kind: 'text', text: words, seconds: 3 }, ['seconds']],
    [{ kind: 'text', text: words }, undefined],
    [{ kind: 'video', file: mp4 }, undefined],
  ])('%j', (value, wrong) => expect(problems(value)).toEqual(wrong))
})

describe('what stands in turn', () => {
  const notices = [{ title: heading, text: words }]
  const playlist = [
    item({ code: 'POSTER' }),
    item({ code: 'FILM', kind: 'video', file: mp4, seconds: 60 }),
    item({ code: 'SAY', kind: 'text', text: words, file: undefined }),
    item({ code: 'TUESDAY', kind: 'text', text: words, file: undefined, days: ['tue'] }),
  ]
  const kept = new Map([
    [mediaUrl(png), 'blob:1'],
    [mediaUrl(mp4), 'blob:2'],
  ])
  const keys = (...from: Parameters<typeof slidesAt>) => slidesAt(...from).map(({ key }) => key)

  it('begins with the notices and keeps the order of the list', () =>
    expect(keys({ notices, playlist }, monday, kept, () => false)).toEqual(['notice 0', 'POSTER', 'FILM', 'SAY']))

  it('leaves out a file that is not here, and what could not be shown', () => {
    expect(keys({ notices, playlist }, monday, new Map([[mediaUrl(mp4), 'blob:2']]), () => false)).toEqual([
      'notice 0',
      'FILM',
      'SAY',
    ])
    expect(keys({ notices: [], playlist }, monday, kept, (code) => code === 'FILM')).toEqual(['POSTER', 'SAY'])
  })

  it('plays a file from where this screen keeps it', () =>
    expect(slidesAt({ notices: [], playlist }, monday, kept, () => false)[1]).toMatchObject({
      src: 'blob:2',
      seconds: 60,
    }))

  it('names every file once, also of items whose day has not come', () =>
    expect(filesOf([...playlist, item({ code: 'AGAIN', days: ['sun'] })])).toEqual([mediaUrl(png), mediaUrl(mp4)]))

  it('shows announcements with the notices where there is no media field', () =>
    expect(wordsAt({ notices, playlist }, monday)).toEqual([...notices, { title: words, text: { id: '', en: '' } }]))
})

test('the wall clock of the building, also at midnight and on the other side of the date', () => {
  expect(wallMoment(Date.parse('2026-07-13T23:59:00+08:00'), 'Asia/Makassar')).toEqual({
    date: '2026-07-13',
    time: '23:59',
    weekday: 'mon',
  })
  expect(wallMoment(Date.parse('2026-07-14T00:00:00+08:00'), 'Asia/Makassar')).toEqual({
    date: '2026-07-14',
    time: '00:00',
    weekday: 'tue',
  })
})
