import type { ReactNode } from 'react'
import { TokenContext } from '../alerts/use-alerts.ts'
import { SoundContext, useSound } from './use-sound.ts'

/** The page's session, and one reading of the sound, for everything inside. */
export const SoundFrame = ({ token, ...rest }: { token: string | undefined; isOn: boolean; children: ReactNode }) => (
  <TokenContext value={token}>
    <SoundReader {...rest} />
  </TokenContext>
)

const SoundReader = ({ isOn, children }: { isOn: boolean; children: ReactNode }) => (
  <SoundContext value={useSound(isOn)}>{children}</SoundContext>
)
