import type { SiteAnswer } from '../server/contract/site-wire.ts'
import type { TakeAnswer, VoiceAnswer, VoicePack, VoicesAnswer } from '../server/contract/voice.ts'
import { createApi, isRefused, type Refused } from '../ui-kit/api.ts'
import { hallBase } from '../ui-kit/hall-base.ts'

interface Take {
  readonly language: 'id' | 'en'
  readonly clip: string
  /** WAV in base64. */
  readonly wav: string
  readonly fromFile?: boolean
}

export type Door = ReturnType<typeof openDoor>

/** Everything that this page asks of the hub; all of it throws `ApiError` when the hub does not answer or says no. */
export function openDoor(token: string | undefined) {
  const api = createApi(token ? { token } : {})
  const file = async (path: string): Promise<Blob> => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
    const response = await fetch(`${hallBase}${path}`, { credentials: 'same-origin', headers })
    if (!response.ok) throw new Error(`the hub answered ${response.status}`)
    return response.blob()
  }
  const wordPath = (code: string, { language, clip }: Pick<Take, 'language' | 'clip'>) =>
    `/api/voices/${code}/words/${language}/${clip}`
  return {
    voices: () => api.get<VoicesAnswer>('/api/voices'),
    voice: (code: string) => api.get<VoiceAnswer>(`/api/voices/${code}`),
    async create(title: string): Promise<VoicePack> {
      return given(await api.command<{ pack: VoicePack }>('/api/voices', { title })).pack
    },
    remove: (code: string) => api.remove(`/api/voices/${code}`),
    async record(code: string, take: Take): Promise<TakeAnswer> {
      return given(await api.command<TakeAnswer>(`/api/voices/${code}/words`, take))
    },
    removeWord: (code: string, word: Pick<Take, 'language' | 'clip'>) => api.remove(wordPath(code, word)),
    word: (code: string, word: Pick<Take, 'language' | 'clip'>) => file(wordPath(code, word)),
    sample: (code: string) => file(`/api/voices/${code}/sample`),
    archive: (code: string) => file(`/api/voices/${code}/package`),
    /** A change of the building like any other; a refusal says why it was not made. */
    async install(code: string | null): Promise<Refused | null> {
      const { site } = await api.get<SiteAnswer>('/api/site')
      const change = { kind: 'site', code: 'voice', before: site.site.voice ?? null, after: code }
      const answer = await api.command('/api/site/changes', { changes: [change] })
      return isRefused(answer) ? answer : null
    },
  }
}

/** None of these is ever refused: whoever may not do it gets an error. */
function given<T>(answer: T | Refused): T {
  if (isRefused(answer)) throw new Error(answer.refusal.name)
  return answer
}
