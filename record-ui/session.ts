import { keptAs } from '../ui-kit/hall-base.ts'

const storeKey = keptAs('antrean.record')
/** Whoever comes from the console in the same tab is signed in already. */
const consoleKey = keptAs('antrean.supervisor')

export function keptToken(): string | undefined {
  try {
    return sessionStorage.getItem(storeKey) ?? sessionStorage.getItem(consoleKey) ?? undefined
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
