import { createContext, useContext } from 'react'
import type { DeskAnswer } from '../server/contract/desk.ts'
import type { KioskSnapshot } from '../server/contract/live.ts'
import type { Api } from '../ui-kit/api.ts'

export type DeskService = KioskSnapshot['services'][number]

/** What every part of the desk works with. */
export interface DeskTools {
  readonly api: Api
  readonly facts: DeskAnswer
  readonly hall: KioskSnapshot
  /** Code of the kiosk at whose printer slips come out. */
  readonly printer: string
  readonly hallNow: () => number
  /** False while the hub is not reached: nothing can be sent. */
  readonly linked: boolean
}

export const DeskContext = createContext<DeskTools | null>(null)

export function useDesk(): DeskTools {
  const tools = useContext(DeskContext)
  if (!tools) throw new Error('the desk has not been opened')
  return tools
}

export const prefixOf = ({ services }: DeskAnswer, service: string): string =>
  services.find(({ code }) => code === service)?.prefix ?? ''
