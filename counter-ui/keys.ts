import type { ActionName, Field } from './stage.ts'

/** A key as the person reads it on the button; Space and Ctrl Z are named, letters stand for themselves. */
export type KeyName =
  | 'Space'
  | 'Enter'
  | 'Ctrl Z'
  | '/'
  | '?'
  | 'A'
  | 'B'
  | 'C'
  | 'I'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'O'
  | 'P'
  | 'R'
  | 'T'
  | 'W'
  | 'X'

type KeyMap = Partial<Record<KeyName, ActionName>>

const always: KeyMap = { 'Ctrl Z': 'undo', I: 'break', '/': 'search', '?': 'help' }
const withNumber: KeyMap = {
  A: 'transfer',
  P: 'hold',
  C: 'note',
  L: 'add-service',
  O: 'hand-over',
  B: 'requeue',
  X: 'cancel',
}
const free: KeyMap = { Space: 'call-next', N: 'pick', P: 'resume', W: 'walk-in', M: 'paper' }

/** Space always means "call"; Enter takes the number one step on. */
export const keysOfField: Record<Field, KeyMap> = {
  closed: { Enter: 'open', '/': 'search', '?': 'help', 'Ctrl Z': 'undo' },
  break: { Enter: 'open', '/': 'search', '?': 'help', 'Ctrl Z': 'undo' },
  idle: { ...free, ...always },
  next: { ...free, ...always },
  calling: { Enter: 'start', R: 'recall', T: 'miss', ...withNumber, ...always },
  serving: { Enter: 'finish', Space: 'finish-next', K: 'papers', ...withNumber, ...always },
}

/** The key of an action in this field, or null. */
export function keyOf(field: Field, name: ActionName): KeyName | null {
  const found = Object.entries(keysOfField[field]).find(([, action]) => action === name)
  return found ? (found[0] as KeyName) : null
}

export interface Stroke {
  readonly key: string
  readonly ctrl: boolean
  readonly alt: boolean
  readonly meta: boolean
  readonly repeat: boolean
}

/** Where the stroke landed: words are being typed, a button or the like has the focus, or neither. */
export type Landing = 'typing' | 'control' | 'page'

/**
 * What a key stroke asks for. Nothing while typing; Enter and Space belong to the control that has the focus;
 * keys of a single character only while `letters` is on (WCAG 2.1.4).
 */
export function readStroke(stroke: Stroke, field: Field, landing: Landing, letters: boolean): ActionName | null {
  if (landing === 'typing' || stroke.repeat || stroke.alt) return null
  const keys = keysOfField[field]
  if (stroke.ctrl || stroke.meta) return stroke.key.toLowerCase() === 'z' ? (keys['Ctrl Z'] ?? null) : null
  if (stroke.key === 'Enter') return landing === 'page' ? (keys.Enter ?? null) : null
  if (stroke.key === ' ') return landing === 'page' ? (keys.Space ?? null) : null
  if (!letters || stroke.key.length !== 1) return null
  return keys[stroke.key.toUpperCase() as KeyName] ?? null
}
