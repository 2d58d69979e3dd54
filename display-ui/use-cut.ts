import { useEffect, useState } from 'react'

const cutMs = 8_000

/** Which of `count` pages is shown: a cut to the next every eight seconds, never a crawl. Stands still when `paused`. */
export function useCut(count: number, paused = false): number {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (count < 2 || paused) return
    const timer = setInterval(() => setTurn((before) => before + 1), cutMs)
    return () => clearInterval(timer)
  }, [count, paused])
  return count === 0 ? 0 : turn % count
}
