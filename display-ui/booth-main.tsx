import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './booth.css'
import { DeviceGate } from '../ui-kit/device/device-gate.tsx'
import { BoothPage } from './booth-page.tsx'
import { readLocale } from './words.ts'

const code = decodeURIComponent(location.pathname.split('/').pop() ?? '')
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <DeviceGate screen="booth" place={code}>
      {(booth) => (
        <BoothPage key={booth} code={booth ?? ''} locale={readLocale(new URLSearchParams(location.search))} />
      )}
    </DeviceGate>,
  )
}
