import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import './device.css'
import { AsleepPage, ForgottenPage, LockedPage, NameOverlay } from './device-pages.tsx'
import { type DeviceLink, type DeviceState, isDevicePlace, openDeviceLink, type ScreenKind } from './link.ts'

const identifyMs = 10_000

interface Props {
  screen: ScreenKind
  /** Where its address says that it is; null when it says nothing. */
  place: string | null
  /** The screen itself, at the place that holds: of a paired device that of its credential. */
  children: (place: string | null) => ReactNode
}

/** Stands before a screen: what staff have said of this device comes before what it shows. */
export function DeviceGate(props: Props) {
  return isDevicePlace ? <Gate {...props} /> : props.children(props.place)
}

function Gate({ screen, place, children }: Props) {
  const link = useMemo(() => openDeviceLink(screen), [screen])
  const state = useSyncExternalStore(link.subscribe, link.state)
  const isIdentifying = useIdentify(link)
  const name = state.standing === 'paired' ? state.self.name : ''
  return (
    <>
      {shown(state, place, children)}
      <NameOverlay name={name} isShown={isIdentifying && name !== ''} />
    </>
  )
}

function shown(state: DeviceState, place: string | null, children: Props['children']): ReactNode {
  if (state.standing === 'forgotten') return <ForgottenPage />
  if (state.standing !== 'paired') return children(place)
  const { self } = state
  if (self.isLocked) return <LockedPage isDemo={state.isDemo} />
  if (!self.isAwake) return <AsleepPage {...state} />
  return children(self.place)
}

function useIdentify(link: DeviceLink): boolean {
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = link.onIdentify(() => {
      clearTimeout(timer)
      setIsShown(true)
      timer = setTimeout(() => setIsShown(false), identifyMs)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [link])
  return isShown
}
