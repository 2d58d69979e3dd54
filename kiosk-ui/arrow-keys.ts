const directions: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

/**
 * Inside anything marked `data-arrows` the arrow keys move the focus to the nearest button in that direction, as the
 * eye would.
 */
export function moveByArrows(event: KeyboardEvent) {
  const direction = directions[event.key]
  const from = document.activeElement
  const list = from?.closest('[data-arrows]')
  if (!direction || !list || !(from instanceof HTMLButtonElement)) return
  const [dx, dy] = direction
  const start = centreOf(from)
  let nearest: HTMLButtonElement | null = null
  let least = Number.POSITIVE_INFINITY
  for (const button of list.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')) {
    const centre = centreOf(button)
    const x = centre.x - start.x
    const y = centre.y - start.y
    const along = x * dx + y * dy
    if (along < 1) continue
    const distance = along + 3 * Math.abs(x * dy + y * dx)
    if (distance < least) {
      least = distance
      nearest = button
    }
  }
  if (!nearest) return
  event.preventDefault()
  nearest.focus()
}

function centreOf(element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect()
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
