import type { ReactNode } from 'react'

export type Priority = 'elderly' | 'disability' | 'pregnancy' | 'infant'

/** Drawn on a 96 × 96 field in the text colour; `--pic-cut` is the colour of the field behind. */
const figures: Readonly<Record<Priority, ReactNode>> = {
  elderly: (
    <>
      <circle cx="45" cy="13" r="9.5" fill="currentColor" />
      <g fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        <path d="M43 31C37 40 35 49 37 59" strokeWidth="13" />
        <path d="M37 60l9 13-3 16" strokeWidth="9" />
        <path d="M36 60l-5 15-7 13" strokeWidth="9" />
        <path d="M46 33l8 14 12 2" strokeWidth="8" />
        <path d="M67 89V49c0-5 8-5 8 0" strokeWidth="5.5" />
      </g>
    </>
  ),
  disability: (
    <>
      <circle cx="41" cy="12" r="9.5" fill="currentColor" />
      <g fill="none" stroke="currentColor" strokeLinecap="round" strokeLinejoin="round">
        <path d="M41 29l2 24h20l9 24 9-3" strokeWidth="9.5" />
        <path d="M43 40h17" strokeWidth="8" />
        <path d="M32.5 46.5A22 22 0 1 0 62 72" strokeWidth="7.5" />
      </g>
    </>
  ),
  pregnancy: (
    <>
      <circle cx="44" cy="12" r="9.5" fill="currentColor" />
      <path
        d="M38 25h9c4.5 0 7.500 2.400 8.700 6.400l2.300 7.600c8 3.500 12 9.200 12 16 0 6.300-3.500 10.600-9.500 12.500L59 90a3 3 0 0 1-3 3h-4.500a3 3 0 0 1-3-3L47 71h-1l-2 19a3 3 0 0 1-3 3h-4.500a3 3 0 0 1-3-3L31 62c-2-12-1.500-22 .3-31 .9-4 3.200-6 6.700-6z"
        fill="currentColor"
      />
      <path
        d="M45 35l4 14 9 3"
        fill="none"
        stroke="var(--pic-cut, #fff)"
        strokeWidth="4.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  infant: (
    <>
      <circle cx="38" cy="12" r="9.5" fill="currentColor" />
      <path
        d="M32 25h12c6 0 9.500 3.600 9.500 9.500V66L51.500 90a3 3 0 0 1-3 3H44a3 3 0 0 1-3-3l-2.200-23-2.200 23a3 3 0 0 1-3 3h-4.500a3 3 0 0 1-3-3L23 64V37c0-8 3-12 9-12z"
        fill="currentColor"
      />
      <path
        d="M44 60.500c-5.500-3.600-7-11-3.400-16.500l6.200-9.500c4.200-6.400 12.600-8.200 18.900-4 6.300 4.100 8 12.500 3.900 18.800l-5.200 8c-4.300 6.600-13.800 7.700-20.400 3.200z"
        fill="currentColor"
        stroke="var(--pic-cut, #fff)"
        strokeWidth="4"
      />
      <circle cx="61" cy="39.500" r="6.800" fill="var(--pic-cut, #fff)" />
      <path
        d="M30 37c-1 14 5 27 19 29l20-3"
        fill="none"
        stroke="var(--pic-cut, #fff)"
        strokeWidth="15"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M30 37c-1 14 5 27 19 29l20-3"
        fill="none"
        stroke="currentColor"
        strokeWidth="8.500"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
}

/** Decorative: its words must stand beside it. */
export function PriorityFigure({ priority, className = 'prio-figure' }: { priority: Priority; className?: string }) {
  return (
    <svg className={className} viewBox="0 0 96 96" aria-hidden="true">
      {figures[priority]}
    </svg>
  )
}
