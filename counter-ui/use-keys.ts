import { useEffect, useRef, useState } from 'react'
import { type Landing, readStroke } from './keys.ts'
import type { ActionName, Field } from './stage.ts'

const controls = 'button, a, input, summary, [role="tab"], [role="option"], [role="menuitem"]'
const layers = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Two strokes of one key within this are one press, ms: "start" must not run on into "finish". */
const bounceMs = 250

/**
 * Calls `perform` for the shortcuts of the field. Silent while a dialog or a menu is open. A control that was only
 * pointed at does not keep Space and Enter for itself: after a click they mean again what the field says.
 */
export function useKeys(field: Field, letters: boolean, perform: (name: ActionName) => void): void {
  const latest = useRef({ field, letters, perform })
  useEffect(() => {
    latest.current = { field, letters, perform }
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

function landingOf(target: HTMLElement | null, pointed: boolean): Landing {
  if (target?.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'))
    return 'typing'
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
