import { type ComponentType, lazy, Suspense } from 'react'

/** Not needed for the first page, so it comes after it; without it the number still stands. */
const loadQr = () => import('../../ui-kit/qr.tsx')
const Qr = lazy(async (): Promise<{ default: ComponentType<{ text: string; label: string }> }> => {
  const module = await loadQr().catch(() => null)
  return { default: module?.Qr ?? (() => null) }
})

/** Fetched while the visitor still chooses. */
export const prepareCode = () => void loadQr().catch(() => undefined)

/** A QR code that a phone reads; `label` says what it is. */
export function PhoneCode({ url, label }: { url: string; label: string }) {
  return (
    <div className="code">
      <Suspense>
        <Qr text={url} label={label} />
      </Suspense>
    </div>
  )
}
