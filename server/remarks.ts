import { remarkCode, remarkOf } from './contract/reasons.ts'
import { addDays } from './core/zone-time.ts'
import type { RemarkRow } from './store/remarks.ts'

/** What a ticket's next officer reads. */
export interface Note {
  readonly at: number
  readonly text: string
}

export interface RemarkPorts {
  readonly store: {
    keep(row: RemarkRow): Promise<void>
    readSince(day: string): Promise<readonly RemarkRow[]>
    prune(day: string): Promise<void>
  }
  readonly newId: () => string
  readonly now: () => number
  /** The open service day. */
  readonly day: () => string
}

/** Remarks older than this are forgotten (docs/operate: what is kept, and how long). */
export const remarkDays = 30

/**
 * The remarks of the house: what officers write in their own words, beside the journal. Those of the open day are in
 * memory, because views read them.
 */
export async function openRemarks({ store, newId, now, day }: RemarkPorts) {
  const words = new Map<string, string>()
  const notes = new Map<string, Note[]>()
  const listeners = new Set<(ticket: string) => void>()
  const know = ({ id, ticket, kind, text, at }: RemarkRow) => {
    words.set(id, text)
    if (kind === 'note' && ticket !== null) notes.set(ticket, [...(notes.get(ticket) ?? []), { at, text }])
  }
  for (const row of await store.readSince(day())) know(row)

  const keep = async (row: Omit<RemarkRow, 'id' | 'day' | 'at'>): Promise<RemarkRow> => {
    const kept = { ...row, id: newId(), day: day(), at: now() }
    await store.keep(kept)
    know(kept)
    return kept
  }

  return {
    /** Keeps a reason in somebody's own words; gives the code by which the journal names it. */
    keepReason: async (text: string, ticket: string | null, by: string): Promise<string> =>
      remarkCode((await keep({ text, ticket, by, kind: 'reason' })).id),
    /** R5.8: a note that travels with the ticket. */
    addNote: async (text: string, ticket: string, by: string): Promise<void> => {
      await keep({ text, ticket, by, kind: 'note' })
      for (const listener of listeners) listener(ticket)
    },
    notesOf: (ticket: string): readonly Note[] => notes.get(ticket) ?? [],
    /** The words behind a recorded reason, for staff; null when it is no remark, or forgotten. */
    wordsOf: (recorded: string): string | null => words.get(remarkOf(recorded) ?? '') ?? null,
    onNote: (listener: (ticket: string) => void): void => void listeners.add(listener),
    /** At a new day: only its own remarks stay in memory, and the oldest are forgotten. */
    rollOver: async (opened: string): Promise<void> => {
      words.clear()
      notes.clear()
      await store.prune(addDays(opened, -remarkDays))
    },
  }
}
