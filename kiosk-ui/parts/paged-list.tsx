import { type Key, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../../ui-kit/button.tsx'
import { useWords } from '../kiosk-context.ts'

interface Props<T> {
  items: readonly T[]
  keyOf: (item: T) => Key
  /** What stands in one row, whole. */
  children: (item: T) => ReactNode
  /** px that a row needs at least. */
  rowHeight: number
  columns?: number
  label: string
  /** Stands beside the paging buttons, for instance how many of how many. */
  note?: ReactNode
  /** A further button at the end of the bar. */
  action?: ReactNode
  className?: string
}

/** A list without scrolling: as many rows as the place holds, and buttons to the other pages. */
export function PagedList<T>(props: Props<T>) {
  const { items, keyOf, children, rowHeight, columns = 1, label, note, action, className } = props
  const { t } = useWords()
  const list = useRef<HTMLUListElement>(null)
  const [height, setHeight] = useState(0)
  const [page, setPage] = useState(0)
  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const measure = () => setHeight(element.clientHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const most = Math.max(1, Math.floor(height / rowHeight))
  const needed = Math.ceil(items.length / columns)
  // A list that fits fills its place, unless it is so short that its rows would become walls.
  const rows = needed < most ? Math.max(needed, Math.ceil(most * 0.7)) : most
  const room = rows * columns
  const pages = Math.max(1, Math.ceil(items.length / room))
  const shown = Math.min(page, pages - 1)
  const first = shown * room
  const last = Math.min(first + room, items.length)
  return (
    <div className={className ? `paged ${className}` : 'paged'}>
      <ul
        ref={list}
        aria-label={label}
        data-arrows
        style={{ gridTemplateRows: `repeat(${rows}, 1fr)`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {height > 0 && items.slice(first, last).map((item) => <li key={keyOf(item)}>{children(item)}</li>)}
      </ul>
      {(pages > 1 || action) && (
        <div className="paged-bar">
          <p aria-live="polite">{note ?? t('kiosk.shown', { from: first + 1, to: last, n: items.length })}</p>
          {pages > 1 && (
            <>
              <Button icon="arrow-up" disabled={shown === 0} onClick={() => setPage(shown - 1)}>
                {t('kiosk.before')}
              </Button>
              <Button icon="arrow-down" disabled={shown === pages - 1} onClick={() => setPage(shown + 1)}>
                {t('kiosk.more')}
              </Button>
            </>
          )}
          {action}
        </div>
      )}
    </div>
  )
}
