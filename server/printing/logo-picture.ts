import { readLogo } from '../logo.ts'
import { createRaster, inkByte, type Raster } from './raster.ts'

/** The logo in the middle of the paper; null for one that no printer could print, which the package's checks refuse. */
export function drawLogo(png: string, width: number): Raster | null {
  const logo = readLogo(png)
  if (typeof logo === 'string') return null
  const raster = createRaster(width, logo.height)
  const left = (width - logo.width) >> 1
  const stride = Math.ceil(logo.width / 8)
  for (let at = 0; at < logo.bits.length; at++)
    inkByte(raster, left + (at % stride) * 8, Math.floor(at / stride), logo.bits[at] ?? 0, 'black')
  return raster
}
