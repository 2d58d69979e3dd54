import type { measureCalls, measureDay, measureDisplays, measureIssue, weighKiosk } from './_measures.ts'

export type Figures = Awaited<ReturnType<typeof measureIssue>> &
  Awaited<ReturnType<typeof measureDisplays>> &
  Awaited<ReturnType<typeof measureCalls>> &
  Awaited<ReturnType<typeof measureDay>> & { kiosk: ReturnType<typeof weighKiosk> }

export interface Limit {
  readonly what: string
  readonly measured: number
  readonly limit: string
  readonly passed: boolean
}

const atMost = (what: string, measured: number, most: number, unit: string): Limit => ({
  what,
  measured,
  limit: `≤ ${most} ${unit}`.trim(),
  passed: measured <= most,
})

/** What the hub has to hold. Ratios are between figures of the same run, so they mean the same on any machine. */
export function limitsOf(figures: Figures): Limit[] {
  const {
    issue,
    bareExpress,
    commitPerRequest,
    callToDisplay,
    leastServer,
    callNext,
    callNextWhilePrinting,
    day,
    start,
    kiosk,
  } = figures
  const least = Math.min(3 * commitPerRequest.perSecond, 0.6 * bareExpress.perSecond)
  const ratio = (a: number, b: number) => Number((a / b).toFixed(2))
  return [
    {
      what: 'issue, numbers a second',
      measured: issue.perSecond,
      limit: `≥ ${Math.round(least)} (the smaller of 3 × commit per request and 0.6 × bare Express)`,
      passed: issue.perSecond >= least,
    },
    atMost('call to the last of 100 displays, p99, paced', callToDisplay.paced.p99, 100, 'ms'),
    atMost('call to the last of 100 displays, p99, back to back', callToDisplay.backToBack.p99, 100, 'ms'),
    atMost('its median ÷ least server, paced', ratio(callToDisplay.paced.p50, leastServer.paced.p50), 2, ''),
    atMost(
      'its median ÷ least server, back to back',
      ratio(callToDisplay.backToBack.p50, leastServer.backToBack.p50),
      2,
      '',
    ),
    atMost('call-next, p99, at 50 numbers a second', callNext.p99, 25, 'ms'),
    atMost('call-next, p99, at 50 slips a second', callNextWhilePrinting.p99, 25, 'ms'),
    atMost('memory after a busy day', day.residentMb, 200, 'MB'),
    atMost('start with a day in the journal', start.againMs, 5000, 'ms'),
    atMost('kill to first call', start.toFirstCallMs, 3000, 'ms'),
    ...(kiosk ? [atMost('kiosk page, gzipped', kiosk.gzippedKb, 180, 'kB')] : []),
  ]
}
