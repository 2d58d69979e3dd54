import { type ComponentType, lazy, Suspense } from 'react'
import { useWords } from '../kiosk-context.ts'

/** Not needed for the first page, so it comes after it; without it the number still stands. */
const loadQr = () => import('../../ui-kit/qr.tsx')
const Qr = lazy(async (): Promise<{ default: ComponentType<{ text: string; label: string }> }> => {
  const module = await loadQr().catch(() => null)
  return { default: module?.Qr ?? (() => null) }
})

/** Fetched while the visitor still chooses. */
export const prepareCode = () => void loadQr().catch(() => undefined)

/** The QR code of a number's own page. */
export function PhoneCode({ publicUrl, publicCode }: { publicUrl: string; publicCode: string }) {
  const { t } = useWords()
  return (
    <div className="code">
      <Suspense>
        <Qr text={`${publicUrl}/t/${publicCode}`} label={t('kiosk.qr')} />
      </Suspense>
    </div>
  )
}
