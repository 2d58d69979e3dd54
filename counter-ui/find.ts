import type { LineRow } from '../server/contract/live.ts'
import type { Text } from '../ui-kit/messages/create-messages.ts'

/** Small letters without marks; hyphens and gaps of numbers do not matter. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const joined = (label: string) => folded(label).replace(/[\s-]/g, '')

/** Whether every word of the query is in one of the texts. An empty query finds everything. */
export function isFound(query: string, ...texts: readonly string[]): boolean {
  const hay = folded(texts.join(' '))
  return folded(query)
    .split(/\s+/)
    .every((word) => hay.includes(word))
}

/** Rows whose number or service fits; "42", "042", "dk42" and "DK 042" all find DK-042. The order stays. */
export function findRows(rows: readonly LineRow[], query: string, pick: (text: Text) => string): readonly LineRow[] {
  const wanted = joined(query)
  if (!wanted) return rows
  return rows.filter((row) => isLabel(row.label, wanted) || isFound(query, pick(row.serviceName)))
}

/** From the first letter, or from the first figure; leading noughts may be left out. */
function isLabel(label: string, wanted: string): boolean {
  const whole = joined(label)
  const digits = /\d+$/.exec(whole)?.[0] ?? ''
  const short = String(Number(digits))
  const letters = whole.slice(0, whole.length - digits.length)
  return [whole, letters + short, digits, short].some((text) => text.startsWith(wanted))
}
