import type { Actor } from '../../../server/contract/hall.ts'
import { speakerAt } from '../../../server/http/at-kiosk.ts'
import type { Call } from '../../../server/http/operation.ts'

const visitor: Actor = { role: 'visitor', id: 'visitor' }
const officer: Actor = { role: 'officer', id: 'officer:1', counter: 4 }
const kiosks = new Map([
  ['K1', {}],
  ['K2', {}],
])
const speaker = (demo: boolean, own: string | null, body: object, actor = visitor) =>
  speakerAt({
    stage: { hall: { told: { catalogue: { kiosks } } } },
    doors: { demo, devices: { isKioskLocked: () => false } },
    ...{ body, actor, ownKiosk: own, isForgottenKiosk: false },
  } as unknown as Call<object>)
const at = (kiosk: string) => ({ kiosk, actor: { role: 'kiosk', id: `kiosk:${kiosk}`, kiosk } })
const forbidden = { outcome: { forbidden: true } }

test('outside the demo only a paired kiosk speaks as one', () => {
  for (const body of [{ kiosk: 'K1', delivery: 'print' }, { kiosk: 'K1' }, { delivery: 'print' }]) {
    expect(speaker(false, null, body)).toEqual(forbidden)
    expect(speaker(false, 'K2', body)).toEqual(at('K2'))
    expect(speaker(true, null, body)).toEqual(at('K1'))
  }
  expect(speaker(false, null, { delivery: 'screen' })).toEqual({ kiosk: null, actor: visitor })
  expect(speaker(false, null, { kiosk: 'K1', delivery: 'print' }, officer)).toEqual({ kiosk: 'K1', actor: officer })
})
