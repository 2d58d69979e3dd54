import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { FloorMap, type FloorPlan } from '../../ui-kit/map.tsx'
import { type Box, findRoute, frontOf } from '../../ui-kit/map-route.ts'
import { TicketNumber } from '../../ui-kit/number.tsx'
import { Status, type StatusState } from '../../ui-kit/status.tsx'
import { StrandRow } from '../../ui-kit/strand-row.tsx'
import { weavePieces } from '../../ui-kit/weave-pattern.ts'

const count = (markup: string, part: string) => markup.split(part).length - 1

describe('weave', () => {
  const pieces = weavePieces({ columns: 40, rows: 16, axisRow: 7, yellow: true })

  it('covers every cell once', () => {
    const cells = new Map<string, number>()
    for (const piece of pieces) {
      for (let column = piece.column; column < piece.column + piece.columns; column++) {
        for (let row = piece.row; row < piece.row + piece.rows; row++) {
          cells.set(`${column} ${row}`, (cells.get(`${column} ${row}`) ?? 0) + 1)
        }
      }
    }
    expect(cells.size).toBe(40 * 16)
    expect(new Set(cells.values())).toEqual(new Set([1]))
  })

  it('has one yellow strand, mirrored on the middle, going over three and under three', () => {
    const yellow = pieces.filter(({ tone }) => tone === -3)
    expect(new Set(yellow.map(({ row }) => row))).toEqual(new Set([7]))
    expect(yellow.map(({ column, columns }) => [column, columns])).toEqual([
      [0, 2],
      [5, 3],
      [11, 3],
      [17, 6],
      [26, 3],
      [32, 3],
      [38, 2],
    ])
    expect(weavePieces({ columns: 40, rows: 16, axisRow: 7, yellow: false }).some(({ tone }) => tone === -3)).toBe(
      false,
    )
  })
})

describe('strands', () => {
  it('draws each person ahead, and you', () => {
    const markup = renderToStaticMarkup(<StrandRow ahead={7} priority={[2]} />)
    expect(count(markup, 'k-strand-ahead')).toBe(7)
    expect(count(markup, 'k-strand-you')).toBe(1)
    expect(count(markup, 'k-strand-priority')).toBe(1)
    expect(markup).toContain('7 orang di depan Anda')
    expect(markup).not.toContain('<text')
  })

  it('draws twelve and writes the number when more are ahead', () => {
    const markup = renderToStaticMarkup(<StrandRow ahead={31} past={4} />)
    expect(count(markup, 'k-strand-ahead')).toBe(12)
    expect(count(markup, 'k-strand-past')).toBe(0)
    expect(markup).toMatch(/<text[^>]*>31<\/text>/)
  })
})

describe('status', () => {
  const states: StatusState[] = [
    'open',
    'not-yet',
    'break',
    'closed',
    'full',
    'waiting',
    'called',
    'serving',
    'held',
    'missed',
    'priority',
    'action',
    'offline',
  ]

  it('tells every state by its shape and by its word', () => {
    const drawn = states.map((state) => renderToStaticMarkup(<Status state={state} since="09.39" />))
    expect(new Set(drawn.map((markup) => /<svg.*<\/svg>/.exec(markup)?.[0])).size).toBe(states.length)
    expect(new Set(drawn.map((markup) => markup.replace(/<svg.*<\/svg>/, '').replace(/<[^>]+>/g, ''))).size).toBe(
      states.length,
    )
    expect(drawn.every((markup) => !markup.includes('status.'))).toBe(true)
    expect(drawn.at(-1)).toContain('Terputus sejak 09.39')
  })
})

describe('number', () => {
  it('can be read as one text', () => {
    expect(renderToStaticMarkup(<TicketNumber label="DK-050" />).replace(/<[^>]+>/g, '')).toBe('DK 050')
  })
})

describe('map', () => {
  const booth = (sign: string, x: number, y: number, side: 'left' | 'right' | 'down') => ({
    code: `B${sign}`,
    sign,
    x,
    y,
    w: 68,
    h: 56,
    side,
  })
  const floor: FloorPlan = {
    level: 1,
    width: 760,
    height: 480,
    entrance: { x: 380, y: 480 },
    information: { x: 430, y: 398, w: 64, h: 40 },
    seats: [
      { x: 236, y: 306, w: 122, h: 53 },
      { x: 396, y: 306, w: 122, h: 53 },
    ],
    rooms: [{ x: 0, y: 392, w: 118, h: 88, kind: 'toilet' }],
    booths: [
      booth('01', 2, 334, 'right'),
      booth('02', 2, 274, 'right'),
      booth('03', 2, 214, 'right'),
      booth('21', 298, 198, 'down'),
    ],
    kiosk: { x: 270, y: 416 },
  }
  const solid: Box[] = [
    ...floor.booths,
    ...(floor.seats ?? []),
    ...(floor.rooms ?? []),
    ...(floor.information ? [floor.information] : []),
  ]

  const crosses = (route: readonly { x: number; y: number }[], box: Box) =>
    route.slice(1).some((to, index) => {
      const from = route[index]!
      return (
        Math.max(from.x, to.x) > box.x &&
        Math.min(from.x, to.x) < box.x + box.w &&
        Math.max(from.y, to.y) > box.y &&
        Math.min(from.y, to.y) < box.y + box.h
      )
    })

  it.each(floor.booths.map((each) => [each.sign, each] as const))(
    'leads to booth %s along the aisles',
    (_sign, goal) => {
      const route = findRoute(floor.kiosk!, frontOf(goal), solid, floor)
      expect(route[0]).toEqual(floor.kiosk)
      expect(route.at(-1)).toEqual(frontOf(goal))
      expect(route.length).toBeLessThanOrEqual(5)
      expect(solid.filter((box) => crosses(route, box))).toEqual([])
      expect(route.slice(1).every((to, index) => to.x === route[index]!.x || to.y === route[index]!.y)).toBe(true)
    },
  )

  it('finds the way of the picture to booth 03: out of the kiosks, up the aisle, to the counter', () => {
    const route = findRoute(floor.kiosk!, frontOf(floor.booths[2]!), solid, floor)
    expect(route).toHaveLength(4)
    expect(route[1]!.y).toBe(416)
    expect(route[2]!.y).toBe(242)
    expect(route[1]!.x).toBeGreaterThan(118)
    expect(route[1]!.x).toBeLessThan(202)
  })

  it('gives a straight line when there is no way', () => {
    const walls = [{ x: 90, y: -100, w: 10, h: 1000 }]
    expect(findRoute({ x: 0, y: 0 }, { x: 200, y: 0 }, walls, { width: 200, height: 480 })).toEqual([
      { x: 0, y: 0 },
      { x: 200, y: 0 },
    ])
  })

  it('starts at the free side of the lift for somebody who comes from another floor', () => {
    const rooms = [{ x: 640, y: 392, w: 120, h: 88, kind: 'lift' as const }]
    const booths = [...floor.booths, booth('19', 690, 334, 'left'), booth('15', 690, 94, 'left')]
    const markup = renderToStaticMarkup(<FloorMap floor={{ ...floor, rooms, booths, kiosk: undefined }} goal="B15" />)
    expect(markup).not.toContain('k-map-you-in')
    const steps = [...(/k-map-route" d="([^"]+)"/.exec(markup)?.[1] ?? '').matchAll(/[ML](\S+?) (\S+?)(?=L|$)/g)]
    const points = steps.map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
    expect(points[0]).toEqual({ x: 610, y: 436 })
    expect(booths.filter((box) => crosses(points, box))).toEqual([])
  })

  it('marks the goal and you, says so in words, and cuts to the asked shape', () => {
    const markup = renderToStaticMarkup(<FloorMap floor={floor} goal="B03" aspect={1.6} />)
    expect(count(markup, 'k-map-goal')).toBe(1)
    expect(count(markup, 'k-map-you-in')).toBe(1)
    expect(markup).toContain('aria-label="Denah ke Gerai 03, Lantai 1"')
    const [, , , width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(markup)?.map(Number) ?? []
    expect(width! / height!).toBeCloseTo(1.6)
  })
})

describe('style sheets', () => {
  const folder = join(__dirname, '../../ui-kit')
  it.each(['tokens.css', 'base.css', 'parts.css', 'map.css'])(
    '%s asks nothing of the outside and every token it uses exists',
    (file) => {
      const sheet = readFileSync(join(folder, file), 'utf8')
      const tokens = readFileSync(join(folder, 'tokens.css'), 'utf8')
      expect(sheet).not.toMatch(/https?:|\/\//)
      const missing = [...sheet.matchAll(/var\((--[\w-]+)\)/g)]
        .map(([, name]) => name!)
        .filter((name) => !tokens.includes(`${name}:`))
      expect(missing).toEqual([])
    },
  )
})
