import { useState } from 'react'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { CounterKey } from './messages.ts'
import type { Press } from './presses.ts'
import type { Commands, Pressed } from './use-commands.ts'

/** Sends what a dialog asks and closes it when that was done; else says why not, in the dialog. */
export function useSubmit(press: Commands['press'], onClose: () => void) {
  const { pick } = useMessages<CounterKey>()
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  /** The presses one after another; each may be made from the answer of the one before. */
  const submit = async (...steps: readonly (Press | ((answer: unknown) => Press))[]) => {
    setBusy(true)
    let pressed: Pressed | null = null
    for (const step of steps) {
      pressed = await press(
        typeof step === 'function' ? step(pressed && 'answer' in pressed ? pressed.answer : null) : step,
      )
      if (!pressed || !('answer' in pressed)) break
    }
    setBusy(false)
    if (!pressed) return
    if ('answer' in pressed) return onClose()
    setFault('refusal' in pressed ? pick(pressed.refusal.message) : pressed.fault)
  }
  return { submit, fault, busy }
}
