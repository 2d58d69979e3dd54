import { type ReactNode, useEffect, useId, useRef } from 'react'

interface Props {
  title: string
  /** Alert: it asks for an answer now. */
  alert?: boolean
  children: ReactNode
}

/** A panel over the page, in the lower half where every hand reaches. The page behind it is inert meanwhile. */
export function Sheet({ title, alert = false, children }: Props) {
  const id = useId()
  const panel = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.querySelector<HTMLElement>('button, [tabindex]')?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) requestAnimationFrame(() => before.focus({ preventScroll: true }))
    }
  }, [])
  return (
    <div className="veil">
      <dialog
        open
        className="sheet"
        ref={panel}
        role={alert ? 'alertdialog' : undefined}
        aria-modal="true"
        aria-labelledby={id}
        data-arrows
      >
        <h2 id={id}>{title}</h2>
        {children}
      </dialog>
    </div>
  )
}
