import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '../../..')
const [book = '', notYet = ''] = readFileSync(join(root, 'docs/queue-rules.md'), 'utf8').split('## 9. Not yet in force')

/** A rule begins its line: `- R4.6`, `- **R4.6 …`, `R6.1`, and `| .14 |` in the table of R3. */
const rulesOf = (text: string): string[] => [
  ...[...text.matchAll(/^(?:- )?(?:\*\*)?(R\d+\.\d+)\b/gm)].map((found) => found[1] as string),
  ...[...text.matchAll(/^\| \.(\d+) \|/gm)].map((found) => `R3.${found[1]}`),
]

/** A test cites its rules in its name, `[R3.14]` or `[R2.1, R2.2]`; where the name is `[$rule] …`, in the rows of its table. */
function citedIn(source: string): string[] {
  const named = [...source.matchAll(/\[(R\d+\.\d+(?:, R\d+\.\d+)*)\]/g)].flatMap((found) =>
    (found[1] as string).split(', '),
  )
  const inTables = source.includes("'[$rule] ")
    ? [...source.matchAll(/'(R\d+\.\d+)'/g)].map((found) => found[1] as string)
    : []
  return [...named, ...inTables]
}

const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.test\.tsx?$/.test(file),
)
const cited = new Map(tests.map((file) => [file, citedIn(readFileSync(join(root, 'tests', file), 'utf8'))]))
const all = new Set([...cited.values()].flat())
const rules = new Set(rulesOf(book))
const later = new Set(rulesOf(notYet))

test('the rule book and the tests are read', () => {
  expect(rules.size).toBeGreaterThan(60)
  expect([...rules].filter((rule) => rule.startsWith('R3.'))).toHaveLength(24)
  expect(all.size).toBeGreaterThan(50)
})

test('every rule in force has a test', () => {
  expect([...rules].filter((rule) => !later.has(rule) && !all.has(rule))).toEqual([])
})

test('a test cites rules that are in the book', () => {
  const unknown = [...cited].flatMap(([file, list]) =>
    list.filter((rule) => !rules.has(rule)).map((rule) => `${file}: ${rule}`),
  )
  expect(unknown).toEqual([])
})

test('what is not yet in force is in the book, and has no test: a tested rule is in force', () => {
  expect([...later].filter((rule) => !rules.has(rule) || all.has(rule))).toEqual([])
})
