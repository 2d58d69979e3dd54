import type { VoiceWord, WordGroup } from '../server/contract/voice.ts'

export type { VoiceWord }

/** In the order in which a speaker meets them: the most needed first. */
export const wordGroups: readonly WordGroup[] = ['phrases', 'numbers', 'letters', 'notices', 'agencies']
