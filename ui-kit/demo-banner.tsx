import { isTraining } from './hall-base.ts'
import { useMessages } from './use-messages.ts'

/** Demo mode and the training hall say so on every screen. `corner` lays it over the lower left corner, out of the way of touches. */
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
  if (!demo && !isTraining) return null
  const classes = ['k-demo', isTraining && 'k-training', corner && 'k-demo-corner', className].filter(Boolean).join(' ')
  return (
    <div className={classes} role="note">
      {t(isTraining ? 'training.banner' : 'demo.banner')}
    </div>
  )
}
