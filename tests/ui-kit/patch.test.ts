import { applyPatch, rowKey } from '../../ui-kit/patch.ts'

const hall = () => ({
  waiting: 7,
  booths: [
    { code: 'DUKC', waiting: 3 },
    { code: 'PTSP', waiting: 4 },
  ],
  counters: [{ number: 1, state: 'open' }],
})

describe('applyPatch', () => {
  it('sets whole fields and leaves the snapshot it was given alone', () => {
    const before = hall()
    expect(applyPatch(before, { set: { waiting: 9 } })).toEqual({ ...hall(), waiting: 9 })
    expect(before).toEqual(hall())
  })

  it('replaces a row in its place and appends a new one at the end, in the order given', () => {
    const patch = {
      put: {
        booths: [
          { code: 'SAMS', waiting: 1 },
          { code: 'DUKC', waiting: 2 },
          { code: 'POLR', waiting: 0 },
        ],
      },
    }
    expect(applyPatch(hall(), patch).booths).toEqual([
      { code: 'DUKC', waiting: 2 },
      { code: 'PTSP', waiting: 4 },
      { code: 'SAMS', waiting: 1 },
      { code: 'POLR', waiting: 0 },
    ])
  })

  it('keeps one row when the same new key comes twice in one patch', () => {
    const patch = {
      put: {
        counters: [
          { number: 2, state: 'open' },
          { number: 2, state: 'break' },
        ],
      },
    }
    expect(applyPatch(hall(), patch).counters).toEqual([
      { number: 1, state: 'open' },
      { number: 2, state: 'break' },
    ])
  })

  it('drops rows by key and ignores keys that are not there', () => {
    expect(applyPatch(hall(), { drop: { booths: ['DUKC', 'NONE'], counters: [1] } })).toEqual({
      waiting: 7,
      booths: [{ code: 'PTSP', waiting: 4 }],
      counters: [],
    })
  })

  it('puts rows into a list the snapshot did not have yet', () => {
    expect(applyPatch(hall(), { put: { tickets: [{ id: 'a' }] } })).toMatchObject({ tickets: [{ id: 'a' }] })
  })

  it('applies set, then put, then drop', () => {
    const patch = { set: { booths: [] }, put: { booths: [{ code: 'A' }, { code: 'B' }] }, drop: { booths: ['A'] } }
    expect(applyPatch(hall(), patch).booths).toEqual([{ code: 'B' }])
  })
})

describe('rowKey', () => {
  it('takes the first of id, code, number and label', () => {
    expect(rowKey({ label: 'DK-050', number: 3, code: 'DUKC', id: 'x' })).toBe('x')
    expect(rowKey({ label: 'DK-050', number: 3, code: 'DUKC' })).toBe('DUKC')
    expect(rowKey({ label: 'DK-050', number: 3 })).toBe(3)
    expect(rowKey({ label: 'DK-050' })).toBe('DK-050')
    expect(rowKey({ state: 'open' })).toBeUndefined()
  })
})
