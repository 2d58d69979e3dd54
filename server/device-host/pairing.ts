import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import type { Credential } from './folder.ts'

/** Only what a host needs of the hub's answers: the hub may be newer. */
const Pairing = z.object({ code: z.string(), secret: z.string() })
const Claim = z.object({
  state: z.string(),
  token: z.string().optional(),
  device: z.object({ place: z.string(), name: z.string() }).optional(),
})

export interface PairingPorts {
  /** Where the hub is, without a path. */
  readonly hub: string
  /** A code to be shown to whoever approves; a new one comes when it has expired. */
  readonly onCode: (code: string) => void
  /** The hub gives no code: it is away, or wants to be left alone for a while. */
  readonly onSilence: () => void
  readonly askAgainMs?: number
  readonly retryMs?: number
}

const requestMs = 10_000

/** Asks to be paired until somebody approves; null when the signal is aborted. The hub may come and go meanwhile. */
export async function pair(ports: PairingPorts, signal: AbortSignal): Promise<Credential | null> {
  const { hub, onCode, onSilence, askAgainMs = 2_000, retryMs = 5_000 } = ports
  const rest = (ms: number) => delay(ms, undefined, { signal }).catch(() => undefined)
  let isSilent = false
  while (!signal.aborted) {
    const pairing = await post(`${hub}/api/device-pairings`, { for: 'host' }, Pairing, signal)
    if (pairing === null) {
      if (!isSilent && !signal.aborted) onSilence()
      isSilent = true
      await rest(retryMs)
      continue
    }
    isSilent = false
    onCode(pairing.code)
    const credential = await claim(pairing.secret)
    if (credential) return credential
  }
  return null

  /** Null when the code is not good any more. */
  async function claim(secret: string): Promise<Credential | null> {
    for (let isOver = false; !isOver && !signal.aborted; ) {
      await rest(askAgainMs)
      const answer = await post(`${hub}/api/device-pairings/claim`, { secret }, Claim, signal)
      if (answer?.token !== undefined && answer.device) return { token: answer.token, ...answer.device }
      isOver = answer !== null && answer.state !== 'waiting'
    }
    return null
  }
}

/** Null for no answer, a refusal and an answer that nobody understands. */
async function post<Answer>(
  url: string,
  body: object,
  schema: z.ZodType<Answer>,
  signal: AbortSignal,
): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(requestMs)]),
    })
    return response.ok ? (schema.safeParse(await response.json()).data ?? null) : null
  } catch {
    return null
  }
}
