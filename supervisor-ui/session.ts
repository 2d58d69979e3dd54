import { keepSession, keptSession } from '../ui-kit/kept-session.ts'

const name = 'antrean.supervisor'

/** The session this tab opened; it outlives a reload, and an officer who signs in beside it in the same browser. */
export const keptToken = (): string | undefined => keptSession(name)
export const keepToken = (token: string): void => keepSession(name, token)
