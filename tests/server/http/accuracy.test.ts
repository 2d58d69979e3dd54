import type { AccuracyAnswer } from '../../../server/contract/api.ts'
import { until } from '../../_until.ts'
import { openHall } from './_hall.ts'

test('[R7.3] what was told and what came of it is published by agency, without signing in', async () => {
  await using hall = await openHall({
    env: { ANTREAN_RULES: 'full', ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00 x0.1' },
  })
  const accuracy = async () => (await hall.call<AccuracyAnswer>('getAccuracy')).body
  expect(await accuracy()).toEqual({ from: '2026-06-15', to: '2026-07-14', agencies: [] })
  await hall.officer(7)
  // Whoever is called before anybody could tell them anything was told nothing, so some may be needed.
  await until(async () => {
    const ticket = await hall.issue('INFO-01')
    await new Promise((resolve) => setTimeout(resolve, 100))
    await hall.callNext(7)
    await hall.act('startService', ticket, 7)
    await hall.act('finishService', ticket, 7)
    return ((await accuracy()).agencies[0]?.promises.green ?? 0) > 0
  })
  const { agencies } = await accuracy()
  const [info] = agencies
  expect(agencies).toHaveLength(1)
  expect(info).toMatchObject({ agency: 'INFO', name: expect.any(String), share: 1 })
  expect(info?.right).toBe(info?.given)
  expect(info?.promises).toEqual({ green: info?.promises.green, kept: info?.promises.green, share: 1 })
  expect(Object.keys(info ?? {})).toEqual(['agency', 'name', 'given', 'right', 'share', 'promises'])
  expect(hall.hub.faults()).toEqual([])
})

test('[R7.3] many numbers at once, cancelled at once and a hub that stops: nothing is lost and nothing fails', async () => {
  await using hall = await openHall({ env: { ANTREAN_CLOCK: '2026-07-14T09:00:00+08:00 x0.1' } })
  await hall.officer(7)
  await Promise.all(Array.from({ length: 60 }, () => hall.issue('INFO-01')))
  expect(await hall.hub.stop()).toBe(0)
  expect(hall.hub.faults()).toEqual([])
})
