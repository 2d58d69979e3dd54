import jsqr from 'jsqr'
import { createHallClock } from '../../ui-kit/hall-clock.ts'
import { labelText, splitLabel } from '../../ui-kit/number.tsx'
import { qrPath } from '../../ui-kit/qr.tsx'
import { dateText, elapsedText, numberText, timeRangeText, timeText } from '../../ui-kit/time-text.ts'

const moment = Date.parse('2026-07-14T09:42:05+08:00')

describe('numbers', () => {
  it.each(['DK-050', 'DK 050', 'DK050'])('splits %s into letters and digits', (label) => {
    expect(splitLabel(label)).toEqual(['DK', '050'])
  })

  it('joins letters and digits with a space that does not break', () => {
    expect(labelText('A-007')).toBe('A\u00a0007')
  })
})

describe('times', () => {
  it('writes hours with a dot in the zone of the site', () => {
    expect(timeText(moment, 'Asia/Makassar')).toBe('09.42')
    expect(timeText('2026-07-14T00:05:00+08:00', 'Asia/Makassar')).toBe('00.05')
    expect(timeText(moment, 'Asia/Jakarta')).toBe('08.42')
  })

  it('writes a range with a dash and no spaces', () => {
    const range = [moment, moment + 20 * 60_000] as const
    expect(timeRangeText(...range, 'Asia/Makassar', 'WITA')).toBe('09.42–10.02 WITA')
    expect(timeRangeText(...range, 'Asia/Makassar')).toBe('09.42–10.02')
  })

  it('writes the day in both languages', () => {
    expect(dateText(moment, 'Asia/Makassar', 'id')).toBe('Selasa, 14 Juli 2026')
    expect(dateText(moment, 'Asia/Makassar', 'id', true)).toBe('Selasa, 14 Juli')
    expect(dateText(moment, 'Asia/Makassar', 'en')).toBe('Tuesday, 14 July 2026')
  })

  it('uses a decimal comma in Indonesian', () => {
    expect(numberText(4.5, 'id', 1)).toBe('4,5')
    expect(numberText(1234.5, 'en', 1)).toBe('1,234.5')
  })

  it('writes passing time in minutes and seconds', () => {
    expect([elapsedText(252_000), elapsedText(9_999), elapsedText(-5)]).toEqual(['4.12', '0.09', '0.00'])
  })
})

describe('hall clock', () => {
  it('goes by the screen until the hub has answered, then by the hub at its speed', () => {
    let steady = 100
    const clock = createHallClock(
      () => steady,
      () => 777,
    )
    expect(clock.now()).toBe(777)
    clock.set(50_000, 60)
    steady += 10
    expect(clock.now()).toBe(50_600)
    clock.set(60_000, 1)
    steady += 10
    expect(clock.now()).toBe(60_010)
  })
})

describe('QR', () => {
  it('can be read back from its path, with four modules of white around it', () => {
    const address = 'http://192.168.10.2:8080/t/7kq2-m9xa'
    const { size, path } = qrPath(address)
    const scale = 4
    const pixels = new Uint8ClampedArray(size * scale * size * scale * 4).fill(255)
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(4)
      for (let row = 0; row < scale; row++) {
        const from = ((Number(y) * scale + row) * size + Number(x)) * scale
        const line = (Number(y) * scale + row) * size * scale + Number(x) * scale
        expect(from).toBe(line)
        for (let column = 0; column < Number(run) * scale; column++)
          pixels.fill(0, (line + column) * 4, (line + column) * 4 + 3)
      }
    }
    expect(jsqr(pixels, size * scale, size * scale)?.data).toBe(address)
  })
})
