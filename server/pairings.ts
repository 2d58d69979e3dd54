import { createHash, randomBytes, randomInt } from 'node:crypto'
import { type PairingAnswer, pairingAlphabet } from './contract/devices.ts'

/** How long a code may be approved, and then how long its secret may claim the credential. */
export const pairingMs = 15 * 60_000
const codeLength = 6
const atMost = 300
const triesAtMost = 10

/** 256 bits for a header, a cookie or a file. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export interface Waiting {
  readonly secretHash: string
  readonly asker: 'screen' | 'host'
  readonly expiresAt: number
}

/**
 * Machines that ask to be paired, in memory: after a restart they ask anew. A code is 27 bits, approved by signed-in staff
 * only, who may be wrong ten times in a quarter of an hour.
 */
export function createPairings(now: () => number, isDemo: boolean) {
  const waiting = new Map<string, Waiting>()
  const wrongTries = new Map<string, readonly number[]>()

  const newCode = (): string => {
    const code = Array.from({ length: codeLength }, () => pairingAlphabet[randomInt(pairingAlphabet.length)]).join('')
    return waiting.has(code) ? newCode() : code
  }
  /** Expired ones are known a while longer, so that their machines hear why. */
  const tidy = (): void => {
    for (const [code, { expiresAt }] of waiting) if (expiresAt + pairingMs < now()) waiting.delete(code)
    const [oldest] = waiting.keys()
    if (waiting.size >= atMost && oldest !== undefined) waiting.delete(oldest)
  }
  const recent = (person: string): readonly number[] =>
    (wrongTries.get(person) ?? []).filter((at) => at + pairingMs > now())

  return {
    start: (asker: Waiting['asker']): PairingAnswer => {
      tidy()
      const [code, secret, expiresAt] = [newCode(), newSecret(), now() + pairingMs]
      waiting.set(code, { secretHash: secretHash(secret), asker, expiresAt })
      return { code, secret, expiresAt, isDemo }
    },
    /** Who shows this code; a wrong one is counted against the person. */
    find: (code: string, person: string): Waiting | { waitMs: number } | null => {
      const tries = recent(person)
      const [first] = tries
      if (first !== undefined && tries.length >= triesAtMost) return { waitMs: first + pairingMs - now() }
      const found = waiting.get(code)
      if (found && found.expiresAt > now()) return found
      wrongTries.set(person, [...tries, now()])
      return null
    },
    /** It was approved. */
    end: (code: string): void => void waiting.delete(code),
    stateOf: (hash: string): 'waiting' | 'expired' | 'unknown' => {
      const found = [...waiting.values()].find((one) => one.secretHash === hash)
      if (!found) return 'unknown'
      return found.expiresAt > now() ? 'waiting' : 'expired'
    },
  }
}
