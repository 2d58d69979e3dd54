import { type ReactNode, useSyncExternalStore } from 'react'

const long = 1920
const short = 1080

const onResize = (listener: () => void) => {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

export const usePortrait = (): boolean => useSyncExternalStore(onResize, () => window.innerHeight >= window.innerWidth)

/** The kiosk is drawn for 1080 × 1920 or 1920 × 1080; on any other screen the same drawing is made to fit. */
export function Stage({ children }: { children: ReactNode }) {
  const portrait = usePortrait()
  const [width, height] = portrait ? [short, long] : [long, short]
  const scale = useSyncExternalStore(onResize, () => Math.min(window.innerWidth / width, window.innerHeight / height))
  const left = Math.max(0, (window.innerWidth - width * scale) / 2)
  return (
    <div
      className="stage"
      data-stand={portrait ? 'portrait' : 'landscape'}
      style={{ width, height, ...(scale === 1 ? {} : { transform: `translateX(${left}px) scale(${scale})` }) }}
    >
      {children}
    </div>
  )
}
