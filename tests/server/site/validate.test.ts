import fc from 'fast-check'
import { compileSite } from '../../../server/contract/catalogue.ts'
import { readSitePackage } from '../../../server/site/validate.ts'
import { type Loose, mistakesOf, paserText, siteOf, smallText, spoiled } from './_packages.ts'

describe('a text that is no package', () => {
  test.each([
    ['{"a": 1,}', 1, 9],
    ['{"a": 1\n "b": 2}', 2, 2],
    ['{\n  "a": [1, 2\n', 3, 1],
    ['{"a": 01}', 1, 8],
    ['{"a": "b\n"}', 1, 7],
    ['{"a": "\\x"}', 1, 7],
    ["{'a': 1}", 1, 2],
    ['{"a": tru}', 1, 7],
    ['{"a": 1} {}', 1, 10],
    ['// words\n{}', 1, 1],
    ['"open', 1, 1],
  ])('%j is refused at line %i, column %i', (text, line, column) => {
    const mistakes = mistakesOf(text)
    expect(mistakes).toEqual([
      { rule: 'syntax', path: '', line, column, message: { id: expect.any(String), en: expect.any(String) } },
    ])
  })

  test('a thousand brackets are refused, not followed', () => {
    expect(mistakesOf('['.repeat(100_000))).toMatchObject([{ rule: 'syntax', line: 1, column: 66 }])
  })

  test('an empty file says so', () => {
    expect(mistakesOf(' \n ')).toMatchObject([{ rule: 'empty', line: 1, column: 1 }])
  })

  test('over 5 MB is not read', () => {
    const spaces = 5 * 1024 * 1024 - Buffer.byteLength(smallText)
    expect(readSitePackage(smallText + ' '.repeat(spaces))).toHaveProperty('site')
    expect(mistakesOf(`${smallText} ${' '.repeat(spaces)}`)).toMatchObject([{ rule: 'too-large' }])
  })

  test.each(['[]', 'null', '1', '"site"'])('%s is not an object', (text) => {
    expect(mistakesOf(text)).toMatchObject([{ rule: 'wrong-type', path: '', line: 1, column: 1 }])
  })

  test('a byte order mark is passed over', () => {
    expect(readSitePackage(`\uFEFF${smallText}`)).toHaveProperty('site')
  })
})

test('a part written twice is told at the second', () => {
  const text = smallText.replace('"code": "K1",', '"code": "K1",\n      "code": "K1",')
  const line = text.split('\n').findIndex((row) => row.includes('"code": "K1",')) + 2
  expect(mistakesOf(text)).toMatchObject([{ rule: 'repeated-part', path: 'kiosks[0].code', code: 'K1', line }])
})

test('"__proto__" is an unknown part like any other', () => {
  const text = smallText.replace('"format"', '"__proto__": { "polluted": true }, "format"')
  expect(mistakesOf(text)).toMatchObject([{ rule: 'unknown-part', path: '__proto__' }])
  expect(({} as Loose).polluted).toBeUndefined()
})

test('more than 99 booths have no signs of two digits', () => {
  const { text } = spoiled(paserText, (site) => {
    for (let count = site.booths.length; count < 100; count++) site.booths.push(site.booths[0])
  })
  expect(mistakesOf(text)).toContainEqual(expect.objectContaining({ rule: 'too-many-booths', path: 'booths[99]' }))
})

test('every mistake is reported at once, in the order of the text', () => {
  const { text } = spoiled(paserText, (site) => {
    site.site.timeZone = 'Mars/Paser'
    site.zones[2].name.en = ''
    site.kiosks[0].zone = 'E'
    site.booths[1].prefix = 'A'
    site.booths[4].opens = 'tomorrow'
    site.booths[5].agency = 'NOBODY'
    site.counters[0].profile = [['DUKC-99'], ['PTSP-01', 'PTSP-01']]
    site.services[3].minutes = -1
    site.services[3].booth = 'NOBODY'
    site.services[9].mode = 'sometimes'
    delete site.journeys[1].name
  })
  const mistakes = mistakesOf(text)
  expect(mistakes.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'unknown-time-zone site.timeZone',
    'too-short zones[2].name.en',
    'zone-on-other-floor kiosks[0].zone',
    'repeated-name booths[1].prefix',
    'wrong-date booths[4].opens',
    'unknown-reference booths[5].agency',
    'unknown-reference counters[0].profile[0][0]',
    'repeated-in-profile counters[0].profile[1][1]',
    'unknown-reference services[3].booth',
    'too-small services[3].minutes',
    'not-allowed services[9].mode',
    'missing journeys[1].name',
  ])
})

/** One change of a value anywhere in the tree; `where` chooses the way down. */
function replaceSomewhere(root: Loose, where: readonly number[], value: unknown): void {
  let owner = root
  for (const [depth, choice] of where.entries()) {
    const names = Object.keys(owner)
    const name = names[choice % Math.max(1, names.length)]
    if (name === undefined) return
    if (depth === where.length - 1 || typeof owner[name] !== 'object' || owner[name] === null) {
      if (value === undefined) delete owner[name]
      else owner[name] = value
      return
    }
    owner = owner[name]
  }
}

describe('whatever the text, the answer is a package that works or mistakes with places', () => {
  const judge = (text: string) => {
    const reading = readSitePackage(text)
    if ('site' in reading) return void compileSite(reading.site)
    expect(reading.mistakes.length).toBeGreaterThan(0)
    const lines = text.split('\n')
    for (const { line, column, message } of reading.mistakes) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(lines.length)
      expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1)
      expect(message.id.length * message.en.length).toBeGreaterThan(0)
    }
  }
  const where = fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 7 })
  const change = fc.record({ where, value: fc.option(fc.jsonValue(), { nil: undefined }) })

  test('values replaced or removed', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const { text } = spoiled(smallText, (site) => {
          for (const { where, value } of changes) replaceSomewhere(site, where, structuredClone(value))
        })
        judge(text)
      }),
      { numRuns: 400 },
    )
  })

  test('letters replaced, added or removed', () => {
    const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.string({ unit: 'binary', maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const text = edits.reduce((before, { at, cut, put }) => {
          const start = at % before.length
          return before.slice(0, start) + put + before.slice(start + cut)
        }, smallText)
        judge(text)
      }),
      { numRuns: 400 },
    )
  })

  test('any JSON at all', () => {
    fc.assert(
      fc.property(fc.json(), (text) => judge(text)),
      { numRuns: 200 },
    )
  })

  test('the reader agrees with JSON.parse on what is JSON', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((text) => text.slice(1)),
        ),
        (text) => {
          const reading = readSitePackage(`{"x":${text}}`)
          const syntaxErrors = 'mistakes' in reading ? reading.mistakes.filter(({ rule }) => rule === 'syntax') : []
          let parses = true
          try {
            JSON.parse(`{"x":${text}}`)
          } catch {
            parses = false
          }
          expect(syntaxErrors.length === 0).toBe(parses)
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('a package that is right is given back with what the schema fills in', () => {
  const site = siteOf(smallText)
  expect(site.services[1]).toMatchObject({ code: 'KEC-02', spread: 0.6, requirements: [] })
  expect(site.site.counterNaming).toBe('booth')
})
