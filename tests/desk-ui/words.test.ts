import { actsOf } from '../../desk-ui/lookup/acts.ts'
import { deskCatalogue } from '../../desk-ui/messages.ts'
import { legStates } from '../../server/contract/hall.ts'

const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()

describe('catalogue', () => {
  const id: Readonly<Record<string, string>> = deskCatalogue.id
  const en: Readonly<Record<string, string>> = deskCatalogue.en

  it('has every key in both languages, with the same values to fill in', () => {
    const plain = Object.keys(en).filter((key) => !key.endsWith('_one'))
    expect(plain.sort()).toEqual(Object.keys(id).sort())
    for (const key of plain) expect([key, places(en[key] ?? '')]).toEqual([key, places(id[key] ?? '')])
  })

  it('has a word for every state of a number', () => {
    for (const state of legStates) expect(id).toHaveProperty([`state.${state}`])
  })
})

describe('acts', () => {
  const hold = (missing: { id: string; en: string }[]) => ({ reason: 'x', returnAt: null, keepUntil: null, missing })

  it('a slip of missing papers is offered only where something is missing', () => {
    expect(actsOf({ state: 'held', hold: hold([]) })).not.toContain('missing-slip')
    expect(actsOf({ state: 'held', hold: hold([{ id: 'KK', en: 'KK' }]) })).toContain('missing-slip')
  })

  it('a visitor in an officer’s hands keeps only the slip; an ended number nothing; a no-show comes back with a reason', () => {
    expect(actsOf({ state: 'serving', hold: null })).toEqual(['reprint'])
    for (const state of ['done', 'cancelled', 'expired', 'transferred'] as const)
      expect(actsOf({ state, hold: null })).toEqual([])
    expect(actsOf({ state: 'no-show', hold: null })).toEqual(['restore'])
  })
})
