import type { PrinterState } from './printer.ts'

/**
 * DLE EOT 1, 2, 4 and 3: printer, cause of being offline, paper, error. Answered at once, also while offline. The error
 * comes last because some printers do not know that question.
 */
export const STATUS_QUESTIONS = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 4, 0x10, 0x04, 3)
export const STATUS_ANSWERS = 4
/** Without the last one there is still a state. */
export const NEEDED_ANSWERS = 3
/** GS r 1: the paper sensor, answered only after everything sent before has been worked off. */
export const END_QUESTION = Uint8Array.of(0x1d, 0x72, 1)

/** Bits 0, 1, 4 and 7 of a DLE EOT answer are fixed. */
function isRealtimeAnswer(byte: number): boolean {
  return (byte & 0x93) === 0x12
}

/** Bits 4 and 7 of a GS r answer are 0, so it cannot be mistaken for the other. */
export function isEndAnswer(byte: number): boolean {
  return (byte & 0x90) === 0x00
}

export function isPaperEnd(endAnswer: number): boolean {
  return (endAnswer & 0x0c) !== 0
}

/** Reads the answers in the order of the questions; null when they are not all answers. */
export function readState(answers: readonly number[]): PrinterState | null {
  const [printer, cause, paper, error = 0x12] = answers
  if (printer === undefined || cause === undefined || paper === undefined) return null
  if (![printer, cause, paper, error].every(isRealtimeAnswer)) return null
  if ((paper & 0x60) !== 0 || (cause & 0x20) !== 0) return 'paper-out'
  if ((cause & 0x04) !== 0) return 'cover-open'
  if ((error & 0x08) !== 0) return 'cutter-error'
  if ((error & 0x60) !== 0 || (cause & 0x40) !== 0) return 'error'
  if ((printer & 0x08) !== 0) return 'offline'
  return (paper & 0x0c) !== 0 ? 'paper-low' : 'ready'
}
