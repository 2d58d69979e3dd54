import { useEffect, useRef, useState } from 'react'
import { actOf, type CounterAct, type Keypad } from '../server/contract/keypad.ts'
import { isCounterAct } from './keypad.ts'
import { type Landing, readStroke } from './keys.ts'
import type { ActionName, Field } from './stage.ts'

const controls = 'button, a, input, summary, [role="tab"], [role="option"], [role="menuitem"]'
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Two strokes of one key within this are one press, ms: "start" must not run on into "finish". */
const bounceMs = 250
/** The same for two strokes of a pad that ask for one thing: its keys are pressed without looking. */
const padBounceMs = 300

export interface Keys {
  readonly field: Field
  readonly letters: boolean
  readonly perform: (name: ActionName) => void
  /** Null without a pad. */
  readonly pad: Keypad['keys'] | null
  readonly performOnPad: (act: CounterAct) => void
}

/**
 * Calls `perform` for the shortcuts of the field. Silent while a dialog or a menu is open. A control that was only
 * pointed at does not keep Space and Enter for itself: after a click they mean again what the field says. The keys of a
 * pad act wherever the focus is, but not where words are typed, and a key that is held down acts once.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    let pointed = false
    let last = { key: '', at: Number.NEGATIVE_INFINITY }
    const point = () => {
      pointed = true
    }
    const listen = (event: KeyboardEvent) => {
      const { ctrlKey: ctrl, altKey: alt, metaKey: meta, repeat, key } = event
      if (key === 'Tab' || key.startsWith('Arrow')) pointed = false
      if (document.querySelector(layers)) return
      const target = event.target instanceof HTMLElement ? event.target : null
      const now = latest.current
      const onPad = now.pad && !ctrl && !alt && !meta && !isTyping(target) ? actOf(now.pad, event) : null
      if (onPad !== null) {
        event.preventDefault()
        event.stopPropagation()
        if (repeat || !isCounterAct(onPad)) return
        const again = last.key === onPad && event.timeStamp - last.at < padBounceMs
        last = { key: onPad, at: event.timeStamp }
        if (!again) now.performOnPad(onPad)
        return
      }
      const name = readStroke({ key, ctrl, alt, meta, repeat }, now.field, landingOf(target, pointed), now.letters)
      if (!name) return
      event.preventDefault()
      event.stopPropagation()
      const bounced = key === last.key && event.timeStamp - last.at < bounceMs
      last = { key, at: event.timeStamp }
      if (bounced) return
      if (pointed) target?.blur()
      pointed = false
      now.perform(name)
    }
    // Captured, so that a control which was only pointed at does not act as well.
    window.addEventListener('keydown', listen, true)
    window.addEventListener('pointerdown', point, true)
    return () => {
      window.removeEventListener('keydown', listen, true)
      window.removeEventListener('pointerdown', point, true)
    }
  }, [])
}

const isTyping = (target: HTMLElement | null): boolean =>
  Boolean(target?.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'))

function landingOf(target: HTMLElement | null, pointed: boolean): Landing {
  if (isTyping(target)) return 'typing'
  return !pointed && target?.closest(controls) ? 'control' : 'page'
}

const storeKey = 'antrean.counter.letters'

/** Whether keys of a single character act; kept on this machine. */
export function useLetters(): readonly [boolean, (on: boolean) => void] {
  const [letters, setLetters] = useState(() => {
    try {
      return localStorage.getItem(storeKey) !== 'off'
    } catch {
      return true
    }
  })
  const choose = (on: boolean) => {
    setLetters(on)
    try {
      localStorage.setItem(storeKey, on ? 'on' : 'off')
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
  }
  return [letters, choose]
}
