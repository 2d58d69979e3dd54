import { readFileSync } from 'node:fs'
import { type RefusalName, refusalNames, refusals } from '../../../server/contract/refusals.ts'
import { refusalText } from '../../../ui-kit/refusal-words.ts'
import { bannedInEnglish, bannedInIndonesian, shouting } from '../../_banned-words.ts'
import { ruleOf } from './_refusal-rules.ts'

const book = readFileSync('docs/queue-rules.md', 'utf8')
const section = book.split('## 10. Refusals')[1] ?? ''
const now = Date.parse('2026-07-14T14:30:00+08:00')
const tomorrow = now + 17.5 * 3_600_000

/** Every fact that a refusal may carry: whatever a screen makes of them must be words. */
const facts = {
  reason: 'holiday',
  nameId: 'Hari raya',
  nameEn: 'Feast',
  name: 'SIAK',
  label: 'D-023',
  opensOn: '2026-08-03',
  left: 2,
  opensAt: tomorrow,
  issuesFrom: tomorrow,
  cutOffAt: now,
  closesAt: now,
  until: now,
  slotAt: tomorrow,
  from: now,
  at: tomorrow,
}
const told = (name: RefusalName, next: object) =>
  refusalText({ name, message: refusals[name], next }, now, 'Asia/Makassar')

test('the book lists every refusal with its rule and its words in both languages', () => {
  const rows = refusalNames.map(
    (name) => `| \`${name}\` | ${ruleOf[name]} | ${refusals[name].id} | ${refusals[name].en} |`,
  )
  expect(section.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})

test('every refusal comes from a rule of the book', () => {
  const isInBook = (rule: string) =>
    rule.startsWith('R3.')
      ? book.includes(`\n| .${rule.slice(3)} |`)
      : new RegExp(`^(?:- )?(?:\\*\\*)?${rule.replace('.', '\\.')}\\b`, 'm').test(book)
  expect(Object.values(ruleOf).filter((rule) => !isInBook(rule))).toEqual([])
})

describe.each(refusalNames)('%s in words', (name) => {
  test.each([
    ['as it stands', refusals[name]],
    ['without any fact', told(name, {})],
    ['with every fact', told(name, facts)],
  ])('%s', (_case, { id, en }) => {
    for (const words of [id, en]) {
      expect(words).toMatch(/^[A-Z].*\.$/)
      expect(words).not.toMatch(/[{}]|undefined|null|NaN|Invalid| {2}/)
      expect(words).not.toMatch(shouting)
    }
    expect(id).not.toBe(en)
    expect(id).not.toMatch(bannedInIndonesian)
    expect(id).not.toMatch(/antri\b|silahkan|\bijin\b|pasien/i)
    expect(en).not.toMatch(bannedInEnglish)
  })
})
