import { create } from 'qrcode'

/** The dark modules of a QR code, row by row, without its quiet zone. */
export interface QrMatrix {
  readonly size: number
  readonly isDark: (row: number, column: number) => boolean
}

/** Level M survives a crease over 15 % of the code. */
export function makeQrMatrix(text: string): QrMatrix {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) !== 0 }
}
