import { z } from 'zod'
import type { Operation } from './operation.ts'

const GuideQuery = z.strictObject({
  lang: z.enum(['id', 'en']).optional(),
  text: z.string().trim().min(1).max(400).optional(),
})

const aDay = 24 * 3600

export const guideOperations: readonly Operation[] = [
  {
    id: 'speakGuide',
    method: 'get',
    path: '/api/guide',
    summary:
      'A sentence of the kiosk’s voice guide as a WAV. The header `Antrean-Spoken` says how much of it the hub’s voice could say: whole, part or none.',
    access: 'public',
    query: GuideQuery,
    answerType: 'audio/wav',
    run: async ({ stage, query, headers }) => {
      const { wav, spoken } = await stage.guide.speak(query.lang === 'en' ? 'en' : 'id', query.text ?? '')
      headers.set('Antrean-Spoken', spoken)
      headers.set('Cache-Control', spoken === 'whole' ? `private, max-age=${aDay}` : 'no-store')
      return { text: wav, type: 'audio/wav' }
    },
  },
]
