import { z } from 'zod'
import { EmptyBody } from '../contract/api.ts'
import type { Role } from '../contract/hall.ts'
import * as wire from '../contract/sound.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

const inCharge: readonly Role[] = ['supervisor', 'manager']
const listeners: readonly Role[] = [...inCharge, 'information', 'operator', 'auditor']

const answerOf = (said: wire.Said | { unknown: 'zone' | 'announcement' }): Reply =>
  'unknown' in said ? { outcome: said } : { json: { announcement: said } }

const readingAfter = async ({ stage }: Call<unknown>, isKnown: boolean): Promise<Reply> =>
  isKnown ? { json: await stage.soundOffice.read() } : { outcome: { unknown: 'zone' } }

/** The hall's sound: how it stands, its pauses, and what staff have announced. */
export const soundOperations: readonly Operation[] = [
  {
    id: 'getSound',
    method: 'get',
    path: '/api/sound',
    summary: 'Of every zone: what is spoken, how many announcements wait, its loudspeakers, its volume and its pause.',
    access: listeners,
    answer: wire.SoundAnswer,
    run: async ({ stage }) => ({ json: await stage.soundOffice.read() }),
  },
  {
    id: 'listFates',
    method: 'get',
    path: '/api/sound/calls',
    summary: 'What became of each call of the last 24 hours at the loudspeakers, with the reason, latest first.',
    access: listeners,
    query: z.object({ zone: z.string().max(20).optional() }),
    answer: wire.FatesAnswer,
    run: async ({ stage, query }) => {
      const fates = await stage.soundOffice.fates(query.zone ?? null)
      return fates ? { json: { fates } } : { outcome: { unknown: 'zone' } }
    },
  },
  operation({
    id: 'pauseSound',
    method: 'post',
    path: '/api/sound/pause',
    summary:
      'Silences zones for so many minutes, or until resumed, as for the call to prayer. What is being said is said to its end; calls wait and stand on the displays.',
    access: inCharge,
    keepsAnswer: true,
    body: wire.PauseSoundBody,
    answer: wire.SoundAnswer,
    run: (call) => readingAfter(call, call.stage.soundOffice.pause(call.body.zones, call.body.minutes)),
  }),
  operation({
    id: 'resumeSound',
    method: 'post',
    path: '/api/sound/resume',
    summary: 'Ends the pause of zones: what still is to be called is spoken now.',
    access: inCharge,
    keepsAnswer: true,
    body: wire.ResumeSoundBody,
    answer: wire.SoundAnswer,
    run: (call) => readingAfter(call, call.stage.soundOffice.resume(call.body.zones)),
  }),
  operation({
    id: 'announce',
    method: 'post',
    path: '/api/sound/announcements',
    summary:
      'Has something spoken and shown in zones: closing, a disruption, a lost child, an evacuation, a text of the building.',
    access: [...inCharge, 'information'],
    keepsAnswer: true,
    body: wire.AnnounceBody,
    answer: wire.SaidAnswer,
    status: 201,
    run: ({ stage, body }) => answerOf(stage.soundOffice.announce(body)),
  }),
  operation({
    id: 'withdrawAnnouncement',
    method: 'post',
    path: '/api/sound/announcements/{id}/withdraw',
    summary: 'Takes an announcement from the displays, and from the line where it has not been spoken yet.',
    access: [...inCharge, 'information'],
    keepsAnswer: true,
    body: EmptyBody,
    answer: wire.SaidAnswer,
    run: ({ stage, params }) => answerOf(stage.soundOffice.withdraw(params.id ?? '')),
  }),
  operation({
    id: 'testSound',
    method: 'post',
    path: '/api/sound/test',
    summary: 'Plays a short test through the loudspeakers of a zone, at its turn.',
    access: [...inCharge, 'operator'],
    keepsAnswer: true,
    body: wire.TestSoundBody,
    answer: wire.SaidAnswer,
    status: 201,
    run: ({ stage, body }) => answerOf(stage.soundOffice.test(body.zone)),
  }),
]
