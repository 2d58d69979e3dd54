import { type Api, ApiError, createApi, isRefused } from '../ui-kit/api.ts'
import { keptAs } from '../ui-kit/hall-base.ts'

/** Who sits here, as this tab knows it. Without a token the browser's cookie speaks. */
export interface Seat {
  readonly counter: number
  readonly token?: string
}

const storeKey = keptAs('antrean.officer')

/** The counter in the address, with the token that this tab was given for it. Another tab may hold another counter. */
export function seatOfAddress(): Seat | null {
  const counter = Number(new URLSearchParams(location.search).get('counter'))
  if (!Number.isInteger(counter) || counter < 1) return null
  const token = keptTokens()[String(counter)]
  return token ? { counter, token } : { counter }
}

/** Keeps the seat over a reload: the counter in the address, the token in the tab. */
export function keepSeat({ counter, token }: Seat): void {
  const address = new URL(location.href)
  address.searchParams.set('counter', String(counter))
  history.replaceState(null, '', address)
  try {
    if (token) sessionStorage.setItem(storeKey, JSON.stringify({ [counter]: token }))
  } catch {
    // A browser that keeps nothing asks to sign in again after a reload.
  }
}

function keptTokens(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(storeKey) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

export type SignedIn = Seat | 'not-demo' | 'failed'

/** A demo officer of this counter; an earlier demo session there ends. */
export async function signIn(counter: number, api: Api = createApi()): Promise<SignedIn> {
  try {
    const answer = await api.command<{ token: string }>('/api/demo/session', { role: 'officer', counter })
    return isRefused(answer) ? 'failed' : { counter, token: answer.token }
  } catch (error) {
    return error instanceof ApiError && error.status === 404 ? 'not-demo' : 'failed'
  }
}
