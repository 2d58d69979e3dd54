/** The steps of the load ramp "celup": the longer the wait, the more dips in the indigo vat. */
export const dips = [
  { upTo: 0, range: '0' },
  { upTo: 10, range: '1–10' },
  { upTo: 20, range: '11–20' },
  { upTo: 30, range: '21–30' },
  { upTo: 45, range: '31–45' },
  { upTo: Number.POSITIVE_INFINITY, range: '> 45' },
] as const

/** 0 to 5, from the whole minutes as they are printed. */
export const dipOf = (minutes: number): number => dips.findIndex(({ upTo }) => minutes <= upTo)

/** Whole minutes passed between two instants in epoch ms; never below 0. */
export const minutesBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 60_000))
