import type { SoundZone } from '../../server/contract/sound.ts'
import { timeText } from '../../ui-kit/time-text.ts'
import type { useSoundWords } from './use-sound.ts'

/** "sampai 12.05", "sampai dilanjutkan"; nothing without a pause. */
export function untilText(
  pause: SoundZone['pause'],
  timeZone: string,
  t: ReturnType<typeof useSoundWords>['t'],
): string {
  if (!pause) return ''
  return pause.until === null ? t('banner.open') : t('banner.until', { time: timeText(pause.until, timeZone) })
}
