import { keptAs } from '../ui-kit/hall-base.ts'

const storeKey = keptAs('antrean.supervisor')

/** The session this tab opened; it outlives a reload, and an officer who signs in beside it in the same browser. */
export function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(storeKey) ?? undefined
  } catch {
    return undefined
  }
}

export function keepToken(token: string): void {
  try {
    sessionStorage.setItem(storeKey, token)
  } catch {
    // Without storage the cookie of the session serves.
  }
}
