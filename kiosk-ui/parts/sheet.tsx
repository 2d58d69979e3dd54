import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { moveByArrows } from '../arrow-keys.ts'

interface Props {
  title: string
  /** Alert: it asks for an answer now. */
  alert?: boolean
  children: ReactNode
  onEscape?: () => void
}

/** A panel over the page, in the lower half where every hand reaches. The page behind it is inert meanwhile. */
export function Sheet({ title, alert = false, children, onEscape }: Props) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.querySelector<HTMLElement>('button, [tabindex]')?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }))
    }
  }, [])
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'Escape') return moveByArrows(event)
    event.stopPropagation()
    onEscape?.()
  }
  return (
    <div className="veil">
      <div
        className="sheet"
        ref={panel}
        role={alert ? 'alertdialog' : 'dialog'}
        aria-modal="true"
        aria-labelledby={id}
        onKeyDown={keys}
      >
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </div>
  )
}
