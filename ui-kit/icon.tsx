import { type IconName, phosphor } from './icons/phosphor.ts'

export type { IconName } from './icons/phosphor.ts'

/** A decorative icon beside a word, 1 em square in the text colour. With a `label` it stands for the word itself. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const classes = className ? `k-icon ${className}` : 'k-icon'
  const path = <path d={phosphor[name]} />
  return label ? (
    <svg className={classes} viewBox="0 0 256 256" fill="currentColor" role="img" aria-label={label}>
      {path}
    </svg>
  ) : (
    <svg className={classes} viewBox="0 0 256 256" fill="currentColor" aria-hidden="true">
      {path}
    </svg>
  )
}
