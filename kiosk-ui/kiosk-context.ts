import { createContext, useContext } from 'react'
import type { KioskSnapshot } from '../server/contract/live.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { GuideKey } from './guide/messages.ts'
import type { JourneyEvent } from './journey.ts'
import type { Journey } from './journey-state.ts'
import type { KioskKey } from './messages.ts'

/** What every page of the kiosk has at hand. */
export interface Kiosk {
  readonly snapshot: KioskSnapshot
  /** False until the hub has told about the building; the snapshot is then empty. */
  readonly known: boolean
  readonly journey: Journey
  readonly send: (event: JourneyEvent) => void
  /** The hall's time, epoch ms. */
  readonly hallNow: () => number
  readonly portrait: boolean
  /** Hall time since when the hub has been out of reach; null while it is there. */
  readonly lostSince: number | null
  readonly demo: boolean
}

export const KioskContext = createContext<Kiosk | null>(null)

export function useKiosk(): Kiosk {
  const kiosk = useContext(KioskContext)
  if (!kiosk) throw new Error('outside the kiosk')
  return kiosk
}

export const useWords = () => useMessages<KioskKey | GuideKey>()
