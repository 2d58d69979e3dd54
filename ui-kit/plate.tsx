import { TicketNumber } from './number.tsx'

/** The yellow plate: a number that is the visitor's or is being called, and nothing else. `quiet` keeps only its edge. */
export function Plate({ label, quiet = false, className }: { label: string; quiet?: boolean; className?: string }) {
  const classes = ['k-plate', quiet && 'k-plate-quiet', className].filter(Boolean).join(' ')
  return (
    <span className={classes}>
      <TicketNumber label={label} />
    </span>
  )
}
