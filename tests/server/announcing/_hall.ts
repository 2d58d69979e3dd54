import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Speaker } from '../../../drivers/speakers/speaker.ts'
import { openClipVoice } from '../../../drivers/voices/clip-voice.ts'
import { createAnnouncementMaker } from '../../../server/announcing/announcement.ts'
import { type ArbiterOptions, createArbiter } from '../../../server/announcing/arbiter.ts'
import type { AnnouncementFate, Call } from '../../../server/announcing/call.ts'
import { startFastClock } from '../../drivers/speakers/_fast-clock.ts'

const make = openClipVoice({ folder: 'voices' }).then((voice) => createAnnouncementMaker(voice))

/** A call of the booth with sign 02; `seq` also numbers the ticket. */
export const callOf = (seq: number, change: Partial<Call> = {}): Call => ({
  seq,
  at: Date.parse('2026-07-14T00:00:00Z') + seq * 30,
  ticket: `ticket-${seq}`,
  label: `D-${String(seq).padStart(3, '0')}`,
  zone: 'A',
  sign: '02',
  boothCode: 'DUKC',
  floor: 1,
  counter: 5,
  counterInBooth: 2,
  call: 1,
  english: false,
  ...change,
})

/** An arbiter with the shipped voice in a hall two hundred times as fast, and everything it says of itself. */
export async function openArbiter(speakers: readonly Speaker[], change: Partial<ArbiterOptions> = {}) {
  const fates: AnnouncementFate[] = []
  const warnings: string[] = []
  const recorded: AnnouncementFate[] = []
  const arbiter = createArbiter({
    make: await make,
    speakers: () => speakers,
    clock: startFastClock(200),
    isStillCalled: () => true,
    announcements: { record: async (fate) => void recorded.push(fate), settled: async () => [] },
    onFate: (fate) => void fates.push(fate),
    warn: (_details, message) => void warnings.push(message),
    ...change,
  })
  return { arbiter, fates, recorded, warnings }
}

export type SpokenLine = { startedAt: string; endedAt: string; zone: string; label: string; call: number; lang: string }

/** The lines of a virtual speaker's log. */
export function readSpoken(folder: string, zone: string): SpokenLine[] {
  const log = join(folder, zone, 'spoken.jsonl')
  if (!existsSync(log)) return []
  return readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

/** A speaker that plays as it is told: at once, never, or not at all. */
export function oddSpeaker(name: string, play: Speaker['play']): Speaker {
  return { name, state: () => ({ ready: true }), play, async [Symbol.asyncDispose]() {} }
}
