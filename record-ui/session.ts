import { keepSession, keptSession } from '../ui-kit/kept-session.ts'

const name = 'antrean.record'

/** Whoever comes from the console in the same tab is signed in already. */
export const keptToken = (): string | undefined => keptSession(name, 'antrean.supervisor')
export const keepToken = (token: string): void => keepSession(name, token)
