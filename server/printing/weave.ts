import { fillBox, type Raster } from './raster.ts'

const STRAND_DOTS = 16
const GAP_DOTS = 2
/** Rows of strands in a band, and where in the six-row repeat of the twill it begins. */
const BANDS = { top: { rows: 3, phase: 0 }, bottom: { rows: 2, phase: -1 } } as const

export function weaveHeight(edge: 'top' | 'bottom'): number {
  return BANDS[edge].rows * STRAND_DOTS
}

/** A 3/3 diamond twill, mirrored about the middle: white strands run across and dive under the black ones. */
export function drawWeave(raster: Raster, edge: 'top' | 'bottom', top: number): void {
  const { rows, phase } = BANDS[edge]
  fillBox(raster, { x: 0, y: top, width: raster.width, height: rows * STRAND_DOTS }, 'black')
  const columns = Math.floor(raster.width / STRAND_DOTS)
  for (let row = 0; row < rows; row++) {
    const isOver = (column: number) => {
      const fromMiddle = Math.floor(Math.abs(column - (columns - 1) / 2))
      return column >= 0 && column < columns && (fromMiddle + row + phase + 2) % 6 < 3
    }
    for (let column = 0; column < columns; column++) {
      if (!isOver(column)) continue
      const left = isOver(column - 1) ? 0 : GAP_DOTS
      const right = isOver(column + 1) ? 0 : GAP_DOTS
      fillBox(
        raster,
        {
          x: column * STRAND_DOTS + left,
          y: top + row * STRAND_DOTS + GAP_DOTS,
          width: STRAND_DOTS - left - right,
          height: STRAND_DOTS - 2 * GAP_DOTS,
        },
        'white',
      )
    }
  }
}
