/** How the hall's time passes for a simulation. */
export interface Pace {
  /** Epoch ms of the hall's clock. */
  now(): number
  /** Resolves when the hall's clock has reached the instant; rejects when aborted. */
  until(at: number, signal?: AbortSignal): Promise<void>
}

type Act = () => void | Promise<void>

/** What will happen, in order of time; what is planned for one instant happens in the order of planning. */
export interface Agenda {
  plan(at: number, act: Act): void
  /** Does one thing after another until the agenda is empty or the next thing lies after `endsAt`. */
  run(pace: Pace, endsAt: number, signal?: AbortSignal): Promise<void>
}

export function createAgenda(): Agenda {
  const entries: { at: number; act: Act }[] = []
  return {
    plan: (at, act) => {
      let low = 0
      let high = entries.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((entries[middle]?.at ?? 0) <= at) low = middle + 1
        else high = middle
      }
      entries.splice(low, 0, { at, act })
    },
    run: async (pace, endsAt, signal) => {
      for (let entry = entries.shift(); entry && entry.at <= endsAt; entry = entries.shift()) {
        await pace.until(entry.at, signal)
        signal?.throwIfAborted()
        await entry.act()
      }
    },
  }
}

/** A clock that jumps to whatever comes next: a day in seconds. */
export function createVirtualPace(startAt: number): Pace {
  let now = startAt
  return {
    now: () => now,
    until: async (at) => {
      now = Math.max(now, at)
    },
  }
}

/** Looks at the clock again after so much hall time, so that a change of its speed is followed. */
const sleepAtMostMs = 60_000

/** The hall's own running clock. */
export const paceOf = (clock: { now(): number; sleep(ms: number, signal?: AbortSignal): Promise<void> }): Pace => ({
  now: clock.now,
  until: async (at, signal) => {
    for (let ms = at - clock.now(); ms > 0; ms = at - clock.now())
      await clock.sleep(Math.min(ms, sleepAtMostMs), signal)
  },
})
