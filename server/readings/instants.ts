/** Epoch ms → ISO 8601 with milliseconds and the site's offset, as 2026-07-14T09:42:00.000+08:00. */
export type WriteInstant = (at: number) => string

const writers = new Map<string, WriteInstant>()

export function instantWriter(timeZone: string): WriteInstant {
  let writer = writers.get(timeZone)
  if (!writer) {
    writer = makeWriter(timeZone)
    writers.set(timeZone, writer)
  }
  return writer
}

const quarterMs = 15 * 60_000

function makeWriter(timeZone: string): WriteInstant {
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  // No zone changes its offset within a quarter of an hour, so one look at the zone serves it whole.
  let quarter = Number.NaN
  let offset = '+00:00'
  let offsetMs = 0
  return (at) => {
    if (Math.floor(at / quarterMs) !== quarter) {
      quarter = Math.floor(at / quarterMs)
      const name = formatter.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
      offset = name === 'GMT' ? '+00:00' : name.slice(3)
      const [hours, minutes] = offset.slice(1).split(':').map(Number)
      offsetMs = (offset.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000
    }
    return new Date(at + offsetMs).toISOString().slice(0, -1) + offset
  }
}
