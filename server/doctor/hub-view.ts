import { z } from 'zod'
import type { DevicesAnswer } from '../contract/devices.ts'
import { readPublished } from '../local-operator.ts'

const Health = z.object({
  version: z.string(),
  demo: z.boolean(),
  site: z.string(),
  seq: z.number(),
  screens: z.number(),
  clock: z.enum(['ok', 'jumped']),
})
export type Health = z.infer<typeof Health>

/** What a running hub tells of itself; `devices` null where this person may not see them. */
export interface HubView {
  readonly address: string
  readonly health: Health
  readonly devices: DevicesAnswer | null
}

const patienceMs = 3_000

/** The hub of the data folder, or the one at `address`; null when none answers. */
export async function lookAtHub(dataDir: string, address: string | null): Promise<HubView | null> {
  const published = await readPublished(dataDir)
  const at = (address ?? published?.address)?.replace(/\/$/, '')
  if (at === undefined) return null
  const health = Health.safeParse(await askJson(`${at}/healthz`))
  if (!health.success) return null
  // The token of the folder's hub is shown to no other.
  const isOurs = published !== null && at === published.address
  const devices = isOurs ? await askJson(`${at}/api/devices`, published.token) : null
  return { address: at, health: health.data, devices: devices as DevicesAnswer | null }
}

/** The JSON at the address; null for whatever is no good answer. */
async function askJson(url: string, token?: string): Promise<unknown> {
  try {
    const headers = token ? { authorization: `Bearer ${token}` } : {}
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(patienceMs) })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** Whether a hub answers there. */
export const isHubAt = async (address: string): Promise<boolean> =>
  Health.safeParse(await askJson(`${address.replace(/\/$/, '')}/healthz`)).success
