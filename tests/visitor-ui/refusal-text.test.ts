import { shutBy } from '../../visitor-ui/refusal-text.ts'

const zone = 'Asia/Makassar'
const now = Date.parse('2026-07-14T09:42:00+08:00')
const message = { id: 'Tutup.', en: 'Closed.' }
const opensAt = (instant: string) => ({ opensAt: Date.parse(instant) })

it('names the date of a booth that is still to come', () => {
  const refusal = { name: 'not-yet-open', message, next: { opensOn: '2026-08-03', opensAt: null } }
  expect(shutBy(refusal, now, zone, 'id')).toEqual({ state: 'not-yet', opens: { at: 'date', text: '3 Agustus 2026' } })
  expect(shutBy(refusal, now, zone, 'en').opens?.text).toBe('3 August 2026')
})

it('[R2.5] names the time on the same day in the site’s zone, the day otherwise', () => {
  const later = { name: 'closed-now', message, next: opensAt('2026-07-14T13:30:00+08:00') }
  expect(shutBy(later, now, zone, 'id')).toEqual({ state: 'not-yet', opens: { at: 'time', text: '13.30' } })
  const tomorrow = { name: 'closed-today', message, next: opensAt('2026-07-15T08:00:00+08:00') }
  expect(shutBy(tomorrow, now, zone, 'id')).toEqual({ state: 'closed', opens: { at: 'day', text: 'Rabu, 15 Juli' } })
})

it('leaves the hub’s own sentence when nobody knows when it opens', () => {
  expect(shutBy({ name: 'closed-now', message }, now, zone, 'id')).toEqual({ state: 'closed', opens: null })
})
