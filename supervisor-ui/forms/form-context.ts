import { type ComponentType, createContext, useContext } from 'react'
import type { Field, Setting } from './field.ts'
import type { Entry } from './path.ts'

/** What every field of one form stands in. */
export interface FormSurroundings {
  readonly setting: Setting
  /** The whole entry as it is filled in now. */
  readonly entry: Entry
  readonly kind: string
  readonly isNew: boolean
  isReadOnly(path: string): boolean
  /** The first thing that is wrong at the path or below it, once it should be told. */
  problemAt(path: string, below?: boolean): string | null
  change(path: string, value: unknown): void
  /** Draws any field: those that hold others use it for them. */
  readonly FieldView: ComponentType<{ field: Field; at: string; value: unknown }>
}

export const FormContext = createContext<FormSurroundings | null>(null)

/** @throws Error outside a form. */
export function useForm(): FormSurroundings {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands in a form')
  return form
}
