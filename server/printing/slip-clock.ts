/** Hour and minute in the zone, with a dot. */
export function clockTime(at: number, timeZone: string): string {
  const { hour, minute } = readClock(at, timeZone)
  return `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`
}

/** Making a formatter takes longer than drawing the slip's text, so each zone keeps its own. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    format = new Intl.DateTimeFormat('en-GB', { timeZone, ...numeric, hourCycle: 'h23' })
    formats.set(timeZone, format)
  }
  return format
}

/** The parts of a date in the zone. */
export function readClock(at: number, timeZone: string) {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
}
