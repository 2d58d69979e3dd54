import { useEffect, useState } from 'react'

/** Counts up by one after each of so many ms of real time. */
function useSteps(everyMs: number): number {
  const [step, setStep] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setStep((before) => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return step
}

const shiftEveryMs = 3 * 60_000
const shiftPx = 3
const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
  [0, -1],
] as const

/** Burn-in care: the whole picture stands a few pixels further every few minutes, by a cut. A CSS transform. */
export function useShift(): string {
  const [x, y] = ring[useSteps(shiftEveryMs) % ring.length] ?? [0, 0]
  return `translate(${x * shiftPx}px, ${y * shiftPx}px)`
}

const restAfterMs = 10 * 60_000

/** Burn-in care: true once nothing has changed for ten minutes; what is bright then gives way. */
export function useLongUnchanged(what: string): boolean {
  const [unchanged, setUnchanged] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setUnchanged(what), restAfterMs)
    return () => clearTimeout(timer)
  }, [what])
  return unchanged === what
}

const moveEveryMs = 60_000
/** In per cent of the screen, from the left and from above. */
const spots = [
  [8, 10],
  [52, 62],
  [30, 34],
  [56, 8],
  [6, 64],
  [40, 50],
] as const

/** Where the clock of a resting screen stands now: elsewhere every minute. */
export function useSpot(): { left: string; top: string } {
  const [left, top] = spots[useSteps(moveEveryMs) % spots.length] ?? [8, 10]
  return { left: `${left}%`, top: `${top}%` }
}
