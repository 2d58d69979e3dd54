/** A picture of pure black and white, 1 bit a dot, most significant bit left: the form that GS v 0 prints. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** Bytes a row. */
  readonly stride: number
  readonly bits: Uint8Array
}

export type Ink = 'black' | 'white'

export function createRaster(width: number, height: number): Raster {
  const stride = Math.ceil(width / 8)
  return { width, height, stride, bits: new Uint8Array(stride * height) }
}

export function isBlack(raster: Raster, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return false
  return ((raster.bits[y * raster.stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}

/** Dots outside the picture are dropped. */
export function setDot(raster: Raster, x: number, y: number, ink: Ink): void {
  if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) return
  const at = y * raster.stride + (x >> 3)
  const byte = raster.bits[at] ?? 0
  raster.bits[at] = ink === 'black' ? byte | (0x80 >> (x & 7)) : byte & ~(0x80 >> (x & 7))
}

/** Inks the dots of a byte, the highest bit at `x`; dots outside the picture are dropped. */
export function inkByte(raster: Raster, x: number, y: number, byte: number, ink: Ink): void {
  if (byte === 0 || y < 0 || y >= raster.height) return
  if (x < 0 || x + 8 > raster.width) {
    for (let bit = 0; bit < 8; bit++) if ((byte & (0x80 >> bit)) !== 0) setDot(raster, x + bit, y, ink)
    return
  }
  const at = y * raster.stride + (x >> 3)
  const [left, right] = [byte >> (x & 7), (byte << (8 - (x & 7))) & 0xff]
  const [first, second] = [raster.bits[at] ?? 0, raster.bits[at + 1] ?? 0]
  raster.bits[at] = ink === 'black' ? first | left : first & ~left
  if (right !== 0) raster.bits[at + 1] = ink === 'black' ? second | right : second & ~right
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Whole bytes at a time: a slip has half a million dots and most of its black ones lie in boxes. */
export function fillBox(raster: Raster, box: Box, ink: Ink): void {
  const [left, right] = [Math.max(0, box.x), Math.min(raster.width, box.x + box.width)]
  const [top, bottom] = [Math.max(0, box.y), Math.min(raster.height, box.y + box.height)]
  if (left >= right) return
  const [first, last] = [left >> 3, (right - 1) >> 3]
  const startMask = 0xff >> (left & 7)
  const endMask = (0xff << (7 - ((right - 1) & 7))) & 0xff
  for (let y = top; y < bottom; y++) {
    for (let column = first; column <= last; column++) {
      const mask = (column === first ? startMask : 0xff) & (column === last ? endMask : 0xff)
      const at = y * raster.stride + column
      const byte = raster.bits[at] ?? 0
      raster.bits[at] = ink === 'black' ? byte | mask : byte & ~mask
    }
  }
}

/** An outline that lies inside the box. */
export function strokeBox(raster: Raster, box: Box, thickness: number): void {
  const { x, y, width, height } = box
  fillBox(raster, { x, y, width, height: thickness }, 'black')
  fillBox(raster, { x, y: y + height - thickness, width, height: thickness }, 'black')
  fillBox(raster, { x, y, width: thickness, height }, 'black')
  fillBox(raster, { x: x + width - thickness, y, width: thickness, height }, 'black')
}

/** A box with quarter-circle corners; a dot is inked when its centre lies inside. */
export function fillRoundBox(raster: Raster, box: Box, radius: number, ink: Ink): void {
  for (let y = 0; y < box.height; y++) {
    const dy = Math.max(radius - (y + 0.5), y + 0.5 - (box.height - radius), 0)
    for (let x = 0; x < box.width; x++) {
      const dx = Math.max(radius - (x + 0.5), x + 0.5 - (box.width - radius), 0)
      if (dx * dx + dy * dy <= radius * radius) setDot(raster, box.x + x, box.y + y, ink)
    }
  }
}

/** A square standing on its corner. */
export function fillDiamond(raster: Raster, centre: { x: number; y: number }, radius: number): void {
  for (let y = -radius; y <= radius; y++) {
    const half = radius - Math.abs(y)
    fillBox(raster, { x: centre.x - half, y: centre.y + y, width: half * 2 + 1, height: 1 }, 'black')
  }
}

/** A stroke of a round pen. */
export function drawLine(
  raster: Raster,
  from: { x: number; y: number },
  to: { x: number; y: number },
  thickness: number,
): void {
  const reach = thickness / 2
  const [left, right] = [Math.min(from.x, to.x) - reach, Math.max(from.x, to.x) + reach]
  const [top, bottom] = [Math.min(from.y, to.y) - reach, Math.max(from.y, to.y) + reach]
  const along = { x: to.x - from.x, y: to.y - from.y }
  const lengthSquared = along.x * along.x + along.y * along.y || 1
  for (let y = Math.floor(top); y <= Math.ceil(bottom); y++) {
    for (let x = Math.floor(left); x <= Math.ceil(right); x++) {
      const offset = { x: x + 0.5 - from.x, y: y + 0.5 - from.y }
      const share = Math.min(1, Math.max(0, (offset.x * along.x + offset.y * along.y) / lengthSquared))
      const distance = Math.hypot(offset.x - share * along.x, offset.y - share * along.y)
      if (distance <= reach) setDot(raster, x, y, 'black')
    }
  }
}

/** A copy of the rows from `top` on; `height` is cut at the end of the picture. */
export function cutRows(raster: Raster, top: number, height: number): Raster {
  const rows = Math.max(0, Math.min(height, raster.height - top))
  return {
    width: raster.width,
    height: rows,
    stride: raster.stride,
    bits: raster.bits.slice(top * raster.stride, (top + rows) * raster.stride),
  }
}
