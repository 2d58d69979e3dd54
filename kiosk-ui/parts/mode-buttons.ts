import type { IconName } from '../../ui-kit/icon.tsx'
import type { Mode } from '../journey-state.ts'
import type { KioskKey } from '../messages.ts'

/** The ways of making the kiosk easier, in the order of their buttons. */
export const modeButtons: Readonly<Record<Mode, { icon: IconName; words: KioskKey }>> = {
  large: { icon: 'text-aa', words: 'access.large' },
  contrast: { icon: 'circle-half', words: 'access.contrast' },
  low: { icon: 'wheelchair', words: 'access.low' },
}
