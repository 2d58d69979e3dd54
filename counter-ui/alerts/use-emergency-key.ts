import { useEffect } from 'react'

const holdMs = 2_000

/** The silent key: Ctrl Shift E, or F9 held for two seconds. It works wherever the focus is, also while typing. */
export function useEmergencyKey(onEmergency: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const letGo = () => {
      if (timer) clearTimeout(timer)
      timer = null
    }
    const onDown = (event: KeyboardEvent) => {
      if (event.ctrlKey && event.shiftKey && event.code === 'KeyE') {
        event.preventDefault()
        if (!event.repeat) onEmergency()
      } else if (event.key === 'F9') {
        event.preventDefault()
        timer ??= setTimeout(onEmergency, holdMs)
      }
    }
    const onUp = (event: KeyboardEvent) => {
      if (event.key === 'F9') letGo()
    }
    window.addEventListener('keydown', onDown)
    window.addEventListener('keyup', onUp)
    window.addEventListener('blur', letGo)
    return () => {
      letGo()
      window.removeEventListener('keydown', onDown)
      window.removeEventListener('keyup', onUp)
      window.removeEventListener('blur', letGo)
    }
  }, [onEmergency])
}
