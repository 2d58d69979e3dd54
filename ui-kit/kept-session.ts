import { keptAs } from './hall-base.ts'

/** The session that this tab keeps under the first of these names that has one; it outlives a reload. */
export function keptSession(...names: readonly string[]): string | undefined {
  try {
    return names.map((name) => sessionStorage.getItem(keptAs(name))).find((token) => token !== null) ?? undefined
  } catch {
    return undefined
  }
}

export function keepSession(name: string, token: string): void {
  try {
    sessionStorage.setItem(keptAs(name), token)
  } catch {
    // Without storage the cookie of the session serves.
  }
}
