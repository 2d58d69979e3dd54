import type { CSSProperties } from 'react'

/** Mean advance of the face in em, for words and for figures with capitals, from its metrics. */
const advance = { words: 0.56, number: 0.68 }

/**
 * A font size that keeps one line inside its place: `size` where the text is short enough, less where it is not.
 * Sizes and `room` in px of the drawn screen; 10 px of it are 1 rem.
 */
export function fitted(text: string, size: number, room: number, kind: 'words' | 'number' = 'words'): CSSProperties {
  const needed = Math.max(1, text.length) * advance[kind]
  return { fontSize: `${Math.min(size, Math.floor(room / needed)) / 10}rem` }
}
