import { create } from 'qrcode'
import { useMemo } from 'react'

/** The dark modules of a QR code as one SVG path, in units of a module, with `quiet` modules of white on every side. */
export function qrPath(text: string, quiet = 4): { size: number; path: string } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const start = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      path += `M${start + quiet} ${row + quiet}h${column - start + 1}v1h-${column - start + 1}z`
    }
  }
  return { size: modules.size + 2 * quiet, path }
}

/** A QR code that scales with its box; `label` says what it opens. */
export function Qr({ text, label, className }: { text: string; label: string; className?: string }) {
  const { size, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      className={className ? `k-qr ${className}` : 'k-qr'}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
