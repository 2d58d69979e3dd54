import { z } from 'zod'
import type { Role } from '../contract/hall.ts'
import * as wire from '../contract/voice.ts'
import { problem } from './answers.ts'
import { type Call, type Operation, operation, type Reply } from './operation.ts'

const keepers: readonly Role[] = ['manager', 'operator']

const codeIn = ({ params }: Call): string => {
  const code = wire.VoiceCodeSchema.safeParse(params.code)
  return code.success ? code.data : ''
}

/** `id/dua`; null for an address that names no clip. */
function keyIn({ params }: Call): string | null {
  const clip = z.object({ language: wire.LanguageSchema, clip: wire.ClipNameSchema }).safeParse(params)
  return clip.success ? wire.wordKey(clip.data) : null
}

const noVoice: Reply = { outcome: { unknown: 'voice' } }
const noWord: Reply = { outcome: { unknown: 'word' } }
const wav = (sound: Buffer | null, missing: Reply): Reply => (sound ? { text: sound, type: 'audio/wav' } : missing)

/** The packs of recorded words, and recording one's own voice. A pack becomes the building's voice by a change of the building. */
export const voiceOperations: readonly Operation[] = [
  {
    id: 'listVoices',
    method: 'get',
    path: '/api/voices',
    summary: 'The packs of recorded words, how complete each is for this building, and which one speaks.',
    access: keepers,
    answer: wire.VoicesAnswerSchema,
    run: async ({ stage, actor }) => ({
      json: { ...(await stage.voices.list()), mayInstall: actor.role === 'manager' },
    }),
  },
  operation({
    id: 'createVoice',
    method: 'post',
    path: '/api/voices',
    summary: 'A new, empty pack to record words into.',
    access: keepers,
    keepsAnswer: true,
    body: wire.CreateVoiceSchema,
    answer: wire.CreatedVoiceSchema,
    run: async ({ stage, body }) => ({ json: { pack: await stage.voices.create(body.title) } }),
  }),
  {
    id: 'readVoice',
    method: 'get',
    path: '/api/voices/{code}',
    summary: 'Every word that this building needs, and which of them the pack has.',
    access: keepers,
    answer: wire.VoiceAnswerSchema,
    run: async (call) => {
      const voice = await call.stage.voices.read(codeIn(call))
      return voice ? { json: voice } : noVoice
    },
  },
  {
    id: 'removeVoice',
    method: 'delete',
    path: '/api/voices/{code}',
    summary: 'Throws a pack away; not the one that speaks in the building.',
    access: keepers,
    answer: z.strictObject({ removed: z.string() }),
    run: async (call) => {
      const code = codeIn(call)
      const isRemoved = await call.stage.voices.remove(code)
      if (isRemoved === null) return noVoice
      return isRemoved
        ? { json: { removed: code } }
        : { answered: problem(400, 'bad-input', [{ path: 'code', message: 'is the voice of the building' }]) }
    },
  },
  operation({
    id: 'recordWord',
    method: 'post',
    path: '/api/voices/{code}/words',
    summary: 'Checks a recorded word, trims and levels it, and keeps it when nothing is wrong with it.',
    access: keepers,
    largeBody: true,
    body: wire.TakeSchema,
    answer: wire.TakeAnswerSchema,
    run: async (call) => {
      const answer = await call.stage.voices.record(codeIn(call), call.body)
      if (answer === 'no-voice') return noVoice
      return answer === 'no-word' ? noWord : { json: answer }
    },
  }),
  {
    id: 'hearWord',
    method: 'get',
    path: '/api/voices/{code}/words/{language}/{clip}',
    summary: 'A recorded word, as the hall hears it.',
    access: keepers,
    answerType: 'audio/wav',
    run: async (call) => {
      const key = keyIn(call)
      return wav(key === null ? null : await call.stage.voices.clip(codeIn(call), key), noWord)
    },
  },
  {
    id: 'removeWord',
    method: 'delete',
    path: '/api/voices/{code}/words/{language}/{clip}',
    summary: 'Throws a recorded word away.',
    access: keepers,
    answer: z.strictObject({ removed: z.string() }),
    run: async (call) => {
      const key = keyIn(call)
      const isRemoved = key && (await call.stage.voices.removeClip(codeIn(call), key))
      return isRemoved ? { json: { removed: key } } : noWord
    },
  },
  {
    id: 'hearVoice',
    method: 'get',
    path: '/api/voices/{code}/sample',
    summary: 'A call to the first counter of the building, as this pack says it.',
    access: keepers,
    query: z.object({ lang: wire.LanguageSchema.optional() }),
    answerType: 'audio/wav',
    run: async (call) =>
      wav(await call.stage.voices.sample(codeIn(call), call.query.lang === 'en' ? 'en' : 'id'), noVoice),
  },
  {
    id: 'exportVoice',
    method: 'get',
    path: '/api/voices/{code}/package',
    summary: 'The whole pack as one tar file, for another building.',
    access: keepers,
    answerType: 'application/x-tar',
    run: async (call) => {
      const code = codeIn(call)
      const archive = await call.stage.voices.archive(code)
      if (!archive) return noVoice
      call.headers.set('Content-Disposition', `attachment; filename="${code}.tar"`)
      return { text: archive, type: 'application/x-tar' }
    },
  },
]
