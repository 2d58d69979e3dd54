import { keptAs } from '../ui-kit/hall-base.ts'

const storeKey = keptAs('antrean.ticket')

/** The ticket page last seen in this tab, so that the services page can lead back to it; never sent anywhere. */
export function rememberedTicket(): string | null {
  try {
    return sessionStorage.getItem(storeKey)
  } catch {
    return null
  }
}

export function rememberTicket(publicCode: string): void {
  try {
    sessionStorage.setItem(storeKey, publicCode)
  } catch {
    // Without storage the way back is the browser's own.
  }
}
