import type { ReactNode } from 'react'
import { useMessages } from './use-messages.ts'

export type StatusState =
  | 'open'
  | 'not-yet'
  | 'break'
  | 'closed'
  | 'full'
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'missed'
  | 'priority'
  | 'action'
  | 'offline'

const line = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** Drawn on a 24 × 24 field in the text colour: each state can be told from every other in black and white. */
const shapes: Record<StatusState, ReactNode> = {
  open: <circle cx="12" cy="12" r="9" fill="currentColor" />,
  'not-yet': (
    <>
      <circle cx="12" cy="12" r="8.4" {...line} strokeWidth="2.8" />
      <path d="M12 7v5.4l3.4 2.2" {...line} strokeWidth="2.6" />
    </>
  ),
  break: (
    <>
      <circle cx="12" cy="12" r="8" {...line} strokeWidth="2.8" />
      <path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor" />
    </>
  ),
  closed: <rect x="3" y="9.6" width="18" height="4.8" rx="1.4" fill="currentColor" />,
  full: (
    <>
      <rect x="3.6" y="3.6" width="16.8" height="16.8" rx="2.4" {...line} strokeWidth="2.6" />
      <path d="M8 8l8 8M16 8l-8 8" {...line} strokeWidth="2.6" />
    </>
  ),
  waiting: <circle cx="12" cy="12" r="7.6" {...line} strokeWidth="3.2" />,
  called: (
    <>
      <path d="M3 9v6h4l7 5V4L7 9z" fill="currentColor" />
      <path d="M17.5 8a5.5 5.5 0 0 1 0 8" {...line} strokeWidth="2.6" />
    </>
  ),
  serving: <rect x="3" y="3" width="18" height="18" rx="3" fill="currentColor" />,
  held: (
    <>
      <rect x="5" y="4" width="5" height="16" rx="1.4" fill="currentColor" />
      <rect x="14" y="4" width="5" height="16" rx="1.4" fill="currentColor" />
    </>
  ),
  missed: (
    <>
      <circle cx="9.5" cy="7.6" r="4.2" fill="currentColor" />
      <path d="M1.8 20.6c0-4.6 3.4-7 7.7-7s7.7 2.4 7.7 7z" fill="currentColor" />
      <path d="M16.6 9.4h6" {...line} strokeWidth="2.8" />
    </>
  ),
  priority: <path d="M12 1.8 22.2 12 12 22.2 1.8 12z" fill="currentColor" />,
  action: (
    <>
      <path d="M12 2.6 22.6 21H1.4z" fill="currentColor" />
      <path d="M12 9.4v5.2" stroke="var(--on-awas, #fff)" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="12" cy="17.8" r="1.4" fill="var(--on-awas, #fff)" />
    </>
  ),
  offline: (
    <>
      <path d="M10.2 7.4l2.5-2.5a4.5 4.5 0 0 1 6.4 6.4l-2.5 2.5" {...line} strokeWidth="2.6" />
      <path d="M13.8 16.6l-2.5 2.5a4.5 4.5 0 0 1-6.4-6.4l2.5-2.5" {...line} strokeWidth="2.6" />
      <path d="M6.4 2.6v2.2M2.6 6.4h2.2M17.6 21.4v-2.2M21.4 17.6h-2.2" {...line} strokeWidth="2.2" />
    </>
  ),
}

/** The shape alone, decorative: a word must stand beside it. */
export function StatusShape({ state, className }: { state: StatusState; className?: string }) {
  return (
    <svg className={className ? `k-shape ${className}` : 'k-shape'} viewBox="0 0 24 24" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}

/** Shape, word and colour of a state. `children` replaces the word, for instance "Buka 10.00"; `since` belongs to `offline`. */
export function Status({
  state,
  since = '',
  children,
  className,
}: {
  state: StatusState
  since?: string
  children?: ReactNode
  className?: string
}) {
  const { t } = useMessages()
  const classes = ['k-status', `k-status-${state}`, className].filter(Boolean).join(' ')
  return (
    <span className={classes}>
      <StatusShape state={state} />
      {children ?? t(`status.${state}`, { time: since })}
    </span>
  )
}
