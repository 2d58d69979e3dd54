import { useEffect, useState } from 'react'
import { isSame } from '../../server/contract/site-change.ts'
import { type Entry, withValue } from './path.ts'

/** Somebody else has changed the entry since it was opened. */
export interface Clash {
  readonly theirs: Entry | null
}

interface DraftState {
  /** As the building had it when its author last looked; null for a new one. */
  readonly base: Entry | null
  readonly draft: Entry
  readonly clash: Clash | null
}

/**
 * An entry being changed. While nothing has been changed it follows the building; afterwards another's change is a clash,
 * and what was filled in stays as it is.
 */
export function useDraft(theirs: Entry | null, begin: Entry) {
  const [state, setState] = useState<DraftState>({ base: theirs, draft: begin, clash: null })

  useEffect(() => {
    setState((before) => {
      if (isSame(theirs, before.base) && before.clash === null) return before
      if (theirs !== null && isSame(theirs, before.draft)) return { base: theirs, draft: theirs, clash: null }
      if (isSame(theirs, before.base)) return { ...before, clash: null }
      const isUntouched = before.base !== null && isSame(before.base, before.draft)
      if (isUntouched && theirs !== null) return { base: theirs, draft: theirs, clash: null }
      return { ...before, clash: { theirs } }
    })
  }, [theirs])

  return {
    ...state,
    change: (path: string, value: unknown) =>
      setState((before) => ({ ...before, draft: (withValue(before.draft, path, value) ?? {}) as Entry })),
    reset: () => setState((before) => ({ ...before, draft: before.base ?? begin })),
    /** Goes on from what the other has made, with the parts that are kept of this draft. */
    settle: (next: { base: Entry | null; draft: Entry }) => setState({ ...next, clash: null }),
  }
}
