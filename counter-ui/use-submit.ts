import { useState } from 'react'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import type { Press } from './presses.ts'
import type { Commands, Pressed } from './use-commands.ts'

/** Sends what a dialog asks and closes it when that was done; else says why not, in the dialog. */
export function useSubmit(press: Commands['press'], onClose: () => void) {
  const { pick } = useMessages<CounterKey>()
  const [fault, setFault] = useState<string | null>(null)
  /** Name of the refusal behind the fault. */
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  /** The presses one after another; each may be made from the answer of the one before. */
  const submit = async (...steps: readonly (Press | ((answer: unknown) => Press))[]): Promise<boolean> => {
    setBusy(true)
    let pressed: Pressed | null = null
    for (const step of steps) {
      pressed = await press(
        typeof step === 'function' ? step(pressed && 'answer' in pressed ? pressed.answer : null) : step,
      )
      if (!pressed || !('answer' in pressed)) break
    }
    setBusy(false)
    if (!pressed) return false
    setRefused('refusal' in pressed ? pressed.refusal.name : null)
    if ('answer' in pressed) {
      onClose()
      return true
    }
    setFault('refusal' in pressed ? pick(pressed.refusal.message) : pressed.fault)
    return false
  }
  return { submit, fault, refused, busy }
}
