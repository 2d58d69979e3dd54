import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface Props {
  /** Font size where there is room, and the room; px of the drawn screen, 10 of them are 1 rem. */
  size: number
  room: number
  children: ReactNode
  className?: string
}

/** One line that is never cut off: as large as drawn where it fits its place, smaller where it does not. */
export function FitLine({ size, room, children, className }: Props) {
  const line = useRef<HTMLSpanElement>(null)
  // Measured after every render: the words may have changed, and a render is rare.
  useLayoutEffect(() => {
    const settle = () => line.current && fitTo(line.current, size, room)
    settle()
    void document.fonts.ready.then(settle)
  })
  return (
    <span
      ref={line}
      className={className}
      style={{ display: 'inline-block', width: 'max-content', whiteSpace: 'nowrap' }}
    >
      {children}
    </span>
  )
}

function fitTo(line: HTMLElement, size: number, room: number): void {
  line.style.fontSize = `${size / 10}rem`
  const drawnPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 10
  const needed = line.offsetWidth / drawnPx
  if (needed > room) line.style.fontSize = `${(size * room) / needed / 10}rem`
}
