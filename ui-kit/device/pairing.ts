import type { ClaimAnswer, PairingAnswer } from '../../server/contract/devices.ts'

export type PairingState =
  | { readonly step: 'asking' }
  | { readonly step: 'code'; readonly code: string; readonly isDemo: boolean; readonly isLost: boolean }
  | { readonly step: 'approved'; readonly name: string }

const askEveryMs = 2_000

/** The hub's own address, whatever hall the page belongs to: devices are the hub's. */
async function post<T>(path: string, body: object): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the hub answered ${response.status}`)
  return (await response.json()) as T
}

/**
 * Asks for a code and shows it until it is approved; an old one is replaced by the next. The hub may be away for as long as
 * it likes. Gives the function that ends it.
 */
export function pairScreen(show: (state: PairingState) => void, go: (address: string) => void): () => void {
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let pairing: PairingAnswer | null = null

  const step = async (): Promise<void> => {
    if (!pairing) {
      pairing = await post<PairingAnswer>('/api/device-pairings', { for: 'screen' })
      return tellCode(pairing, false)
    }
    const claim = await post<ClaimAnswer>('/api/device-pairings/claim', { secret: pairing.secret })
    if (isOver) return
    if (claim.state === 'approved') {
      isOver = true
      show({ step: 'approved', name: claim.device.name })
      go(claim.address ?? '/')
    } else if (claim.state === 'waiting') tellCode(pairing, false)
    // Expired, or the hub began anew and knows it no more.
    else pairing = null
  }
  const tellCode = ({ code, isDemo }: PairingAnswer, isLost: boolean) => {
    if (!isOver) show({ step: 'code', code, isDemo, isLost })
  }
  const run = async (): Promise<void> => {
    try {
      await step()
    } catch {
      if (pairing) tellCode(pairing, true)
    }
    if (!isOver) timer = setTimeout(run, pairing ? askEveryMs : askEveryMs / 2)
  }
  void run()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}

/** The page that it was approved for, with what else the address of this page asks: a layout, a language, sound. */
export function withWishes(address: string, { href, search }: Pick<Location, 'href' | 'search'>): string {
  const target = new URL(address, href)
  new URLSearchParams(search).forEach((value, name) => {
    if (!target.searchParams.has(name)) target.searchParams.set(name, value)
  })
  return target.href
}
