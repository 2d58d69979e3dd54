import { createContext, useContext } from 'react'
import type { HallSnapshot } from '../../server/contract/live.ts'
import type { SiteAnswer } from '../../server/contract/site-wire.ts'
import type { Api } from '../../ui-kit/api.ts'
import type { Setting } from '../forms/field.ts'
import type { Way } from './route.ts'

/** Said once, at the foot of the page; `undo` is the journal number of what can be taken back. */
export interface Note {
  readonly text: string
  readonly undo?: number
}

/** What everything in the console stands in. */
export interface ConsoleSurroundings extends SiteAnswer {
  readonly api: Api
  readonly setting: Setting
  /** Null for an agency's administrator. */
  readonly hall: HallSnapshot | null
  readonly way: Way
  /** The date in the building, as 2026-07-14. */
  readonly today: string
  /** Epoch ms of the hall, to the minute. */
  readonly now: number
  /** Asks for the building again. */
  reload(): Promise<void>
  notify(note: Note): void
}

export const ConsoleContext = createContext<ConsoleSurroundings | null>(null)

/** @throws Error outside the console. */
export function useConsole(): ConsoleSurroundings {
  const surroundings = useContext(ConsoleContext)
  if (!surroundings) throw new Error('this stands in the console')
  return surroundings
}
