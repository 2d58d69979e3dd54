/** The hall's clock as a screen knows it: set by the hub's answer, carried on by the screen's own steady clock. */
export interface HallClock {
  /** Epoch ms in the building now; the screen's own time of day until the hub has answered. */
  now(): number
  /** Hall milliseconds that pass in one real one; 1 until the hub has answered. */
  speed(): number
  /** `speed`: hall milliseconds that pass in one real one. */
  set(hallNow: number, speed: number): void
}

/** `steady` is a clock in ms that never steps back; `wall` is the screen's own epoch ms. */
export function createHallClock(steady: () => number, wall: () => number): HallClock {
  let known: { hall: number; steady: number; speed: number } | null = null
  return {
    now: () => (known ? known.hall + (steady() - known.steady) * known.speed : wall()),
    speed: () => known?.speed ?? 1,
    set(hall, speed) {
      known = { hall, steady: steady(), speed }
    },
  }
}
