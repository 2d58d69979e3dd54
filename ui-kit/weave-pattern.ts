/** One visible piece of a strand, in whole cells. `tone` 0–2 is an upright, -1 a lying strand, -2 its darker band, -3 the yellow one. */
export interface Piece {
  column: number
  row: number
  columns: number
  rows: number
  tone: number
}

interface Field {
  columns: number
  rows: number
  /** The row the diamonds are mirrored on; the yellow strand, if there is one, runs here. */
  axisRow: number
  yellow: boolean
}

/**
 * A 3/3 diamond twill: a cell shows the lying strand when its distance from the middle, counted along column and row,
 * falls in the first half of six. Mirrored left to right on the middle and up and down on `axisRow`.
 */
export function weavePieces({ columns, rows, axisRow, yellow }: Field): Piece[] {
  const middle = (columns - 1) / 2
  const fromMiddle = (column: number) => Math.floor(Math.abs(column - middle))
  const lies = (column: number, row: number) => (fromMiddle(column) + Math.abs(row - axisRow)) % 6 < 3
  const pieces: Piece[] = []
  for (let row = 0; row < rows; row++) {
    const tone = yellow && row === axisRow ? -3 : Math.abs(row - axisRow) % 6 === 3 ? -2 : -1
    for (let column = 0; column < columns; column++) {
      if (!lies(column, row)) continue
      const start = column
      while (column + 1 < columns && lies(column + 1, row)) column++
      pieces.push({ column: start, row, columns: column - start + 1, rows: 1, tone })
    }
  }
  for (let column = 0; column < columns; column++) {
    const tone = Math.floor(fromMiddle(column) / 3) % 3
    for (let row = 0; row < rows; row++) {
      if (lies(column, row)) continue
      const start = row
      while (row + 1 < rows && !lies(column, row + 1)) row++
      pieces.push({ column, row: start, columns: 1, rows: row - start + 1, tone })
    }
  }
  return pieces
}
