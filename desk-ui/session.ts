const storeKey = 'antrean.desk'
const printerKey = 'antrean.desk.printer'

/** The session this tab opened; it outlives a reload, and whoever signs in beside it in the same browser. */
export const keptToken = (): string | undefined => kept(() => sessionStorage.getItem(storeKey))
export const keepToken = (token: string): void => keep(() => sessionStorage.setItem(storeKey, token))
export const forgetToken = (): void => keep(() => sessionStorage.removeItem(storeKey))

/** The kiosk beside this desk, whose printer it uses: of the device, not of the person. */
export const keptPrinter = (): string | undefined => kept(() => localStorage.getItem(printerKey))
export const keepPrinter = (kiosk: string): void => keep(() => localStorage.setItem(printerKey, kiosk))

function kept(read: () => string | null): string | undefined {
  try {
    return read() ?? undefined
  } catch {
    return undefined
  }
}

function keep(write: () => void): void {
  try {
    write()
  } catch {
    // A browser that keeps nothing asks again after a reload.
  }
}
