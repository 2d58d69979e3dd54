import { useEffect, useRef } from 'react'
import { actOf, type GuideAct, guideActs, type Keypad } from '../../server/contract/keypad.ts'

export type PadDeeds = Readonly<Record<GuideAct, () => void>>

interface Pad {
  readonly pad: Keypad['keys']
  readonly isOn: boolean
  /** The kiosk asks whether anybody is there: every key says yes, and does nothing else. */
  readonly isAsked: boolean
  readonly touch: () => void
  readonly deeds: PadDeeds
}

const acts: ReadonlySet<string> = new Set(guideActs)
const begins: readonly string[] = ['guide', 'repeat']

/**
 * The keys of the tactile pad. While the guide is off, only those that begin it mean anything, and a keyboard stays a
 * keyboard. On the document, so that what a scanner types has been taken out before.
 */
export function usePad(pad: Pad): void {
  const latest = useRef(pad)
  useEffect(() => {
    latest.current = pad
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { isOn, isAsked, touch, deeds } = latest.current
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const act = actOf(latest.current.pad, event)
      if (act === null || !acts.has(act)) return
      const isTyping = event.target instanceof HTMLInputElement && event.key.length === 1
      if (!isOn && (!begins.includes(act) || isTyping)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.repeat) return
      touch()
      if (!isOn) deeds.guide()
      else if (!isAsked) deeds[act as GuideAct]()
    }
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])
}
