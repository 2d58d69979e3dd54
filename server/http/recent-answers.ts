interface Kept<Answer> {
  readonly fingerprint: string
  readonly answer: Promise<Answer>
}

const keptAtMost = 2000

/**
 * R8.2 at the door: the latest answers, word for word, by the caller's key. It serves retries in flight and soon after,
 * and the routes that are no command of the hall; what is older or before a restart, the journal's receipts answer.
 */
export function createRecentAnswers<Answer extends { readonly status: number }>() {
  const kept = new Map<string, Kept<Answer>>()
  const drop = (key: string, one: Kept<Answer>) => {
    if (kept.get(key) === one) kept.delete(key)
  }
  return {
    /** Does the work once for a key; null when the key came with another request before. */
    once: async (key: string, fingerprint: string, work: () => Promise<Answer>): Promise<Answer | null> => {
      const known = kept.get(key)
      if (known) return known.fingerprint === fingerprint ? known.answer : null
      const one: Kept<Answer> = { fingerprint, answer: work() }
      kept.set(key, one)
      const [oldest] = kept.keys()
      if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
      try {
        const answer = await one.answer
        if (!isFinal(answer.status)) drop(key, one)
        return answer
      } catch (error) {
        drop(key, one)
        throw error
      }
    },
  }
}

/** A fault may pass, and a key of somebody else is not ours to remember. */
const isFinal = (status: number): boolean => status < 500 && status !== 422
