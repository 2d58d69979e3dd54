/** R4.8: an arrival time reserved; not a place in the queue until check-in. No name, no identity number: a code. */
export interface Booking {
  /** Eight characters that people can read out; unguessable. */
  readonly code: string
  readonly service: string
  /** Epoch ms. */
  readonly slotAt: number
  /** The date of the slot in the site's zone. */
  readonly day: string
  readonly priority: boolean
  readonly english: boolean
  readonly items: number
}

export type BookingSource = 'staff' | 'kiosk' | 'api' | 'import' | 'another-day'
export type BookingState = 'booked' | 'checked-in' | 'cancelled'

/** A booking as the office keeps it. */
export interface KeptBooking extends Booking {
  readonly state: BookingState
  readonly source: string
  readonly createdAt: number
  /** Pseudonym of who made it. */
  readonly by: string
}

/** R4.8: an arrival time that can be reserved. */
export interface Slot {
  /** Epoch ms. */
  readonly at: number
  readonly capacity: number
  readonly taken: number
  readonly free: number
}

/** What somebody wants reserved. */
export interface BookingWish {
  readonly service: string
  readonly priority: boolean
  readonly english: boolean
  readonly items: number
  readonly source: BookingSource
  /** Pseudonym of who makes it. */
  readonly by: string
  /** R8.2: the request's key; the same one books once, also when a stop of the hub swallowed its answer. */
  readonly key?: string | null
}
/** `slotAt` in epoch ms. */
export type TimedWish = BookingWish & { readonly slotAt: number }
