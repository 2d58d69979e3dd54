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

/**
 * How a call ended at the loudspeakers; `endedAt` is epoch ms in the hall's clock. `merged`: spoken with the call `into`,
 * because that one stands beside it (`neighbour`) or calls the same number again (`called-again`). `screen-only`: nothing
 * was to be heard, for the reason given; the screens show it all the same.
 */
export type AnnouncementFate = {
  callSeq: number
  zone: string
  label: string
  call: number
  state: 'spoken' | 'shortened' | 'merged' | 'screen-only' | 'dropped' | 'failed'
  reason: string | null
  into: number | null
  endedAt: number
}

/** Where fates are kept over a restart. `settled` answers which of the given calls need no voice any more. */
export interface AnnouncementLog {
  record(fate: AnnouncementFate): Promise<void>
  settled(callSeqs: readonly number[]): Promise<readonly AnnouncementFate[]>
}
