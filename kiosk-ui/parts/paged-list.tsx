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
  /** Shows what has room and no buttons to the rest. */
  glimpse?: boolean
  className?: string
}

/** A list without scrolling: as many rows as the place holds, and buttons to the other pages. */
export function PagedList<T>(props: Props<T>) {
  const { items, keyOf, children, rowHeight, columns = 1, label, note, action, glimpse = false, className } = props
  const { t } = useWords()
  const whole = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  /** px: of the whole place, and of what the bar leaves of it. */
  const [heights, setHeights] = useState({ whole: 0, list: 0 })
  const [page, setPage] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const next = { whole: whole.current?.clientHeight ?? 0, list: list.current?.clientHeight ?? 0 }
      setHeights((last) => (last.whole === next.whole && last.list === next.list ? last : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    if (whole.current) observer.observe(whole.current)
    if (list.current) observer.observe(list.current)
    return () => observer.disconnect()
  }, [])

  const needed = Math.ceil(items.length / columns)
  const measured = heights.whole > 0
  const hasBar = measured && !glimpse && (Boolean(action) || needed * rowHeight > heights.whole)
  const most = Math.max(1, Math.floor((hasBar ? heights.list : heights.whole) / rowHeight))
  // A list that fits fills its place, unless it is so short that its rows would become walls.
  const rows = needed < most ? Math.max(needed, Math.ceil(most * 0.7)) : most
  const room = rows * columns
  const pages = Math.max(1, Math.ceil(items.length / room))
  const shown = Math.min(page, pages - 1)
  const first = shown * room
  const last = Math.min(first + room, items.length)
  return (
    <div ref={whole} className={className ? `paged ${className}` : 'paged'}>
      <ul
        ref={list}
        aria-label={label}
        data-arrows
        style={{ gridTemplateRows: `repeat(${rows}, 1fr)`, gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {measured && items.slice(first, last).map((item) => <li key={keyOf(item)}>{children(item)}</li>)}
      </ul>
      {hasBar && (
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
