import { hallBase } from './hall-base.ts'
import type { Text } from './messages/create-messages.ts'

export interface RefusalText {
  /** Stable, for programs. */
  readonly name: string
  readonly message: Text
  /** The next step that is open to the person. */
  readonly next?: unknown
}

/** The hub said no: a value, not an exception. */
export interface Refused {
  readonly refusal: RefusalText
}

/** Nothing came of it: `status` 0 = the hub was not reached in time, otherwise the HTTP status. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly body: unknown
  constructor(status: number, body: unknown, cause?: unknown) {
    super(status === 0 ? 'the hub was not reached' : `the hub answered ${status}`, { cause })
    this.status = status
    this.body = body
  }
}

export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refusal' in answer

interface Settings {
  /** Prefix of every path; the page's own hall by default. */
  base?: string
  token?: string
  /** How long one command may be tried, ms. */
  giveUpAfterMs?: number
  /** How long one try may take, ms. */
  answerWithinMs?: number
}

export interface Api {
  get<T>(path: string): Promise<T>
  /**
   * One command, at most once: the same key is sent again when the network or the hub failed on the way.
   * Throws `ApiError` when it stays unanswered or is not a refusal (400, 401, 403, 404, 429).
   */
  command<T>(path: string, body?: object, key?: string): Promise<T | Refused>
  /** Sends a file as it is, once and for as long as it takes. Throws `ApiError` as `command` does. */
  upload<T>(path: string, file: Blob): Promise<T>
  /** Takes away what the path names; asking twice does no harm. */
  remove<T>(path: string): Promise<T | Refused>
}

/** 128 random bits in hex. Not `randomUUID`: a page on the building's plain HTTP address does not have it. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function createApi({
  base = hallBase,
  token,
  giveUpAfterMs = 15_000,
  answerWithinMs = 8_000,
}: Settings = {}): Api {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}

  async function once(path: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
    const abort = new AbortController()
    const timer = setTimeout(() => abort.abort(), answerWithinMs)
    try {
      const response = await fetch(`${base}${path}`, { ...init, credentials: 'same-origin', signal: abort.signal })
      return { status: response.status, body: await response.json().catch(() => null) }
    } finally {
      clearTimeout(timer)
    }
  }

  async function persist<T>(path: string, init: RequestInit): Promise<T | Refused> {
    const giveUpAt = performance.now() + giveUpAfterMs
    for (let waitMs = 200; ; waitMs = Math.min(waitMs * 2, 2_000)) {
      let answer: { status: number; body: unknown } | undefined
      let cause: unknown
      try {
        answer = await once(path, init)
      } catch (error) {
        cause = error
      }
      if (answer && answer.status < 500) {
        if (answer.status < 400) return answer.body as T
        if (answer.status === 409 && isRefused(answer.body)) return answer.body
        throw new ApiError(answer.status, answer.body)
      }
      if (performance.now() + waitMs > giveUpAt) throw new ApiError(answer?.status ?? 0, answer?.body ?? null, cause)
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }

  return {
    async get<T>(path: string) {
      const answer = await persist<T>(path, { headers: authorization })
      if (isRefused(answer)) throw new ApiError(409, answer)
      return answer
    },
    command<T>(path: string, body: object = {}, key = makeKey()) {
      return persist<T>(path, {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      })
    },
    async upload<T>(path: string, file: Blob) {
      const response = await fetch(`${base}${path}`, {
        method: 'POST',
        headers: { ...authorization, 'content-type': file.type || 'application/octet-stream' },
        credentials: 'same-origin',
        body: file,
      }).catch((error: unknown) => {
        throw new ApiError(0, null, error)
      })
      const body: unknown = await response.json().catch(() => null)
      if (!response.ok) throw new ApiError(response.status, body)
      return body as T
    },
    remove: <T>(path: string) => persist<T>(path, { method: 'DELETE', headers: authorization }),
  }
}
