import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** The filled indigo action; one a screen. */
  main?: boolean
  icon?: IconName
}

/** A button that acts on lift. Its words are a verb and its result. */
export function Button({ main = false, icon, className, children, type = 'button', ...rest }: Props) {
  const classes = ['k-button', main && 'k-button-main', className].filter(Boolean).join(' ')
  return (
    <button type={type} className={classes} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
