import { useMessages } from './use-messages.ts'

/** Demo mode says so on every screen. `corner` lays it over the lower left corner, out of the way of touches. */
export function DemoBanner({
  demo,
  corner = false,
  className,
}: {
  demo: boolean
  corner?: boolean
  className?: string
}) {
  const { t } = useMessages()
  if (!demo) return null
  const classes = ['k-demo', corner && 'k-demo-corner', className].filter(Boolean).join(' ')
  return (
    <div className={classes} role="note">
      {t('demo.banner')}
    </div>
  )
}
