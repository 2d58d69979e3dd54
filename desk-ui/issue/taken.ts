import type { TicketWire } from '../../server/contract/api.ts'

/** A number that this desk has just taken: the answer carries the code of its holder. */
export type Taken = TicketWire & { readonly publicCode: string }
