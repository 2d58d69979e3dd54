const formatters = new Map<string, Intl.DateTimeFormat>()

/** R2.5: the date in the site's zone, as 2026-07-14. 07.59 and 08.01 WITA are one day although UTC changes date between them. */
export function serviceDayOf(at: number, timeZone: string): string {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(at)
}
