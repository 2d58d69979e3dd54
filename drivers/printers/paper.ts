/** A roll of paper under the print head: black dots on rows that are added as they are reached. */
export interface Paper {
  readonly width: number
  /** Bytes a row, most significant bit left. */
  readonly stride: number
  height(): number
  ink(x: number, y: number): void
  /** Adds whole bytes of dots to a row; bytes beyond the right edge are dropped. */
  inkBytes(byteColumn: number, y: number, bytes: Uint8Array): void
  isInked(x: number, y: number): boolean
  /** Feeds: makes the paper at least so long. */
  reach(height: number): void
  /** The bits of every row. */
  bits(): Uint8Array
}

const FIRST_ROWS = 2_048

/** `longest`: rows after which the roll is used up, so that a broken job cannot take all memory. */
export function openPaper(width: number, longest: number): Paper {
  const stride = Math.ceil(width / 8)
  let store = new Uint8Array(stride * FIRST_ROWS)
  let rows = 0
  const reach = (height: number) => {
    const wanted = Math.min(height, longest)
    if (wanted <= rows) return
    if (wanted * stride > store.length) {
      const larger = new Uint8Array(stride * Math.min(longest, Math.max(wanted, (store.length / stride) * 2)))
      larger.set(store)
      store = larger
    }
    rows = wanted
  }
  return {
    width,
    stride,
    height: () => rows,
    reach,
    ink(x, y) {
      if (x < 0 || x >= width || y < 0 || y >= longest) return
      reach(y + 1)
      const at = y * stride + (x >> 3)
      store[at] = (store[at] ?? 0) | (0x80 >> (x & 7))
    },
    inkBytes(byteColumn, y, bytes) {
      if (y < 0 || y >= longest) return
      reach(y + 1)
      const count = Math.min(bytes.length, stride - byteColumn)
      for (let index = 0; index < count; index++) {
        const at = y * stride + byteColumn + index
        store[at] = (store[at] ?? 0) | (bytes[index] ?? 0)
      }
    },
    isInked: (x, y) =>
      x >= 0 && x < width && y < rows && ((store[y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0,
    bits: () => store.slice(0, rows * stride),
  }
}
