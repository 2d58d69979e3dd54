import { sideOf } from '../../../server/readings/displays.ts'

const booth = (x: number, y: number) => ({ x: x - 10, y: y - 10, w: 20, h: 20, side: 'down' as const })

// The plan's y grows downwards, and who looks at a display looks against the way its picture looks.
test.each([
  ['down', [20, 100], 'left'],
  ['down', [180, 100], 'right'],
  ['down', [100, 20], 'ahead'],
  ['up', [20, 100], 'right'],
  ['up', [180, 100], 'left'],
  ['right', [100, 20], 'right'],
  ['right', [100, 180], 'left'],
  ['left', [100, 20], 'left'],
  ['left', [100, 180], 'right'],
] as const)('a display that looks %s has a booth at %j on its viewers’ %s', (facing, [x, y], side) => {
  expect(sideOf(booth(x, y), { x: 100, y: 100, facing })).toBe(side)
})

test('nobody knows a side where the building does not say how the display hangs', () => {
  expect(sideOf(booth(20, 100), undefined)).toBeNull()
})
