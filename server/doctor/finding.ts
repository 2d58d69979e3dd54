import type { Text } from '../contract/site.ts'

/** `bad`: it stops or endangers the work of the hall. `attention`: it works, and somebody should look. */
export type Verdict = 'good' | 'attention' | 'bad'

/** One thing that was tried, in one sentence: what is, and if it is not good, what to do. */
export interface Finding {
  readonly check: string
  readonly verdict: Verdict
  readonly says: Text
}

const finding =
  (verdict: Verdict) =>
  (check: string, id: string, en: string): Finding => ({
    check,
    verdict,
    says: { id, en },
  })

export const good = finding('good')
export const attention = finding('attention')
export const bad = finding('bad')
