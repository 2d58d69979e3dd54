/**
 * A call as the loudspeakers see it. `seq` is the journal number of the call event and `at` its instant in epoch ms;
 * `counter` is the building-wide number, `counterInBooth` is null where the booth has one counter, `floor` is null where
 * the building has one floor, and `call` counts from 1. No name, identity number or priority: a loudspeaker hears none.
 */
export type Call = {
  seq: number
  at: number
  ticket: string
  label: string
  zone: string
  sign: string
  boothCode: string
  floor: number | null
  counter: number
  counterInBooth: number | null
  call: number
  english: boolean
}

/** How a call ended at the loudspeakers. `reason` is null when it was spoken; `endedAt` is epoch ms in the hall's clock. */
export type AnnouncementFate = {
  callSeq: number
  zone: string
  label: string
  state: 'spoken' | 'dropped' | 'failed'
  reason: string | null
  endedAt: number
}

/** Where fates are kept over a restart. `spoken` answers which of the given calls have been spoken. */
export interface AnnouncementLog {
  record(fate: AnnouncementFate): Promise<void>
  spoken(callSeqs: readonly number[]): Promise<Set<number>>
}
